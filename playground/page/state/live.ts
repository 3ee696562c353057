import type { Happening } from '../../protocol.ts';

const KINDS: readonly Happening['kind'][] = [
  'snapshot',
  'message',
  'message-gone',
  'views',
  'home',
  'channels',
  'clock',
  'faults',
  'knowledge',
];
const TRY_AGAIN_MS = 500;

export interface LiveEvents {
  readonly onHappening: (happening: Happening) => void;
  readonly onLost: () => void;
}

/**
 * Follows what happens as one person, for as long as the page is open: the browser connects again
 * by itself where the line drops, and this does where it gives up. Gives what ends it.
 */
export function followLive(as: string | null, events: LiveEvents): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = (): void => {
    source = new EventSource(as === null ? '/live' : `/live?as=${encodeURIComponent(as)}`);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => events.onHappening(JSON.parse(event.data)));
    }
    source.onerror = () => {
      events.onLost();
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, TRY_AGAIN_MS);
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
