import type { Change, Happened } from './model.ts';

export type Listener = (change: Change) => void;

/** The common order of everything that happens, and whoever listens to it. */
export interface Changes {
  /** The next number of the common order. */
  stamp(): number;
  /** Tells everybody; takes a new number unless the thing has one. */
  tell(happened: Happened, order?: number): void;
  /** Returns what ends it. A listener must not throw. */
  onChange(listener: Listener): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<Listener>();
  let order = 0;
  const stamp = (): number => {
    order += 1;
    return order;
  };
  return {
    stamp,
    tell(happened, at = stamp()) {
      const change: Change = { ...happened, order: at, at: Date.now() };
      for (const listener of [...listeners]) listener(change);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
