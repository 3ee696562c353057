import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Act, ActAnswer, Snapshot } from '../../protocol.ts';
import type { Go, Route } from './route.ts';
import type { Screen } from './screen.ts';

/** A message, named across restarts of the server. */
export interface MessageKey {
  readonly channel: string;
  readonly ts: string;
}

/** What every part of the page may know and do. */
export interface Play {
  readonly screen: Screen;
  readonly world: Snapshot;
  readonly route: Route;
  /** Does something as the person acted as; a problem is told on the page, and answered as well. */
  readonly act: (act: Act) => Promise<ActAnswer>;
  readonly go: Go;
  /** Tells a screen reader, politely. */
  readonly announce: (text: string) => void;
  /** Tells everybody, until dismissed. */
  readonly tell: (text: string) => void;
  readonly dismiss: (id: number) => void;
  /** Takes a modal off the page and tells the app. */
  readonly closeView: (viewId: string) => void;
}

const PlayContext = createContext<Play | null>(null);

export const PlayProvider: typeof PlayContext.Provider = PlayContext.Provider;

/** @throws Error outside the page's own tree, which is a mistake of ours. */
export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (play === null) throw new Error('usePlay is for what stands inside PlayProvider');
  return play;
}
