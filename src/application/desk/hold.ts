import type { OutboxRow } from './desk-store.ts';
import type { Workings } from './parts.ts';

/**
 * How long a row of the outbox is held at once, in milliseconds of the machine's clock. At most 5,000:
 * so long may the work of a process that was killed lie still. One second less leaves time for the
 * look that takes it over.
 */
export const LEASE_MS = 4_000;
/** A lease is renewed so often, while Slack takes its time. */
const RENEW_EVERY_MS = 1_000;
/** With less of the lease left than this, in milliseconds, no post is begun any more. */
const MARGIN_MS = 1_000;

/** A leased row that is being worked on. */
export interface Hold {
  /** False where the lease is over, or nearly: another replica may be at the row by now. */
  stillHeld(): boolean;
  /** Ends the renewing. */
  release(): void;
}

/** Holds a row that was leased until `until`, and renews the lease until it is released. */
export function holdRow(workings: Workings, row: OutboxRow, until: number): Hold {
  const { store, systemNow, trouble } = workings;
  let heldUntil = until;
  let lost = false;
  const renew = async (): Promise<void> => {
    const next = systemNow() + LEASE_MS;
    try {
      if (await store.renew(row, next)) heldUntil = next;
      else lost = true;
    } catch (error) {
      trouble.failed('A lease could not be renewed', error);
    }
  };
  const timer = setInterval(() => void renew(), RENEW_EVERY_MS);
  return {
    stillHeld: () => !lost && systemNow() < heldUntil - MARGIN_MS,
    release() {
      // A courier that was given up on must not post any more.
      lost = true;
      clearInterval(timer);
    },
  };
}
