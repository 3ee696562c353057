import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Block, Values } from '../../protocol.ts';

/** What the blocks of one message, modal or home tab share. */
export interface BlockEnv {
  readonly values: Values;
  readonly setValue: (blockId: string, actionId: string, value: Block) => void;
  /** Somebody used an element: `action` is Slack's action. */
  readonly use: (action: Block) => void;
  /** By block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** True where nothing works any longer: a message of a server that is no more. */
  readonly disabled: boolean;
}

const Env = createContext<BlockEnv>({
  values: {},
  setValue: () => undefined,
  use: () => undefined,
  errors: {},
  disabled: true,
});

export const BlockEnvProvider: typeof Env.Provider = Env.Provider;

export function useBlockEnv(): BlockEnv {
  return useContext(Env);
}
