import type { EpochMs } from '../src/domain/release.ts';

/** A clock that shows real time, or runs on from an instant that it was set to. */
export interface SettableClock {
  now(): EpochMs;
  /** The instant that it was set to; null where it shows real time. */
  setTo(): EpochMs | null;
  set(at: EpochMs | null): void;
}

export function createClock(real: () => EpochMs = Date.now): SettableClock {
  let set: { readonly at: EpochMs; readonly since: EpochMs } | undefined;
  return {
    now: () => (set ? set.at + real() - set.since : real()),
    setTo: () => set?.at ?? null,
    set(at) {
      set = at === null ? undefined : { at, since: real() };
    },
  };
}
