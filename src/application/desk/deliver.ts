import type { Delivery, Parcel } from './courier.ts';
import type { OutboxRow } from './desk-store.ts';
import { holdRow, LEASE_MS } from './hold.ts';
import { parcelOf } from './parcel.ts';
import type { Workings } from './parts.ts';
import { recordDelivery } from './record-delivery.ts';
import { type Repeated, repeat } from './repeat.ts';
import { within } from './within.ts';

/** Brings to Slack what waits in the outbox. */
export interface Deliverer {
  start(): void;
  /** Looks at once, since something new waits. Does nothing before `start` and after `stop`. */
  poke(): void;
  /** Fulfilled once all that is in hand has ended; the rest waits in the store. */
  stop(): Promise<void>;
}

/** Most rows in hand at a time, each of a lane of its own. */
const MOST_IN_HAND = 8;
/** The outbox is looked at so often where nothing pokes, in milliseconds: for other replicas' work. */
const LOOK_EVERY_MS = 1_000;
/** So long after a start, in milliseconds, what Slack's trouble had put off is tried before its time. */
const CATCH_UP_MS = 5_000;
/** A courier that has not ended after so long never will; the lease is let run out. */
const COURIER_WITHIN_MS = 60_000;

/**
 * Takes waiting rows, one of each lane at a time and in the lane's order, and has the courier post
 * them. A row is held only while somebody works at it: where this process dies another one, or its
 * next life, finds it free within five seconds, and looks before it posts.
 */
export function createDeliverer(workings: Workings): Deliverer {
  const inHand = new Set<Promise<void>>();
  let looks: Repeated | undefined;
  let looking = false;
  let again = false;
  /** Until then what was put off before the start is taken as well. */
  let catchUpUntil = 0;

  const take = (rows: readonly OutboxRow[], until: number): void => {
    for (const row of rows) {
      const work = carry(workings, row, until).finally(() => {
        inHand.delete(work);
        // Looking costs as much for one row as for several. And not at once: rows that end without
        // waiting for anything must let others have their turn.
        if (inHand.size <= MOST_IN_HAND / 2) setImmediate(poke);
      });
      inHand.add(work);
    }
  };
  const look = async (): Promise<void> => {
    const limit = MOST_IN_HAND - inHand.size;
    if (limit <= 0) return;
    const { store, team, replica, systemNow, trouble } = workings;
    const now = systemNow();
    const until = now + LEASE_MS;
    try {
      const lease = { team, by: replica, now, until, limit, putOffToo: now < catchUpUntil };
      const rows = await store.lease(lease);
      // Nothing more had waited through the restart; what is put off from now on waits its time.
      if (rows.length < limit) catchUpUntil = 0;
      take(rows, until);
    } catch (error) {
      trouble.failed('The outbox could not be looked at', error);
    }
  };
  const poke = (): void => {
    again = true;
    if (looking || !looks) return;
    looking = true;
    void lookWhileAsked().finally(() => {
      looking = false;
      if (again) poke();
    });
  };
  const lookWhileAsked = async (): Promise<void> => {
    while (again && looks) {
      again = false;
      await look();
    }
  };
  return {
    start() {
      catchUpUntil = workings.systemNow() + CATCH_UP_MS;
      looks ??= repeat(LOOK_EVERY_MS, async () => poke());
      poke();
    },
    poke,
    async stop() {
      const last = looks;
      looks = undefined;
      await last?.stop();
      while (looking || inHand.size > 0) {
        await Promise.allSettled([...inHand, new Promise((resolve) => setTimeout(resolve, 5))]);
      }
    },
  };
}

/** One row's way to Slack. Never rejects: what comes to nothing is free again when the lease ends. */
async function carry(workings: Workings, row: OutboxRow, until: number): Promise<void> {
  const hold = holdRow(workings, row, until);
  try {
    const parcel = await parcelOf(workings, row, hold.stillHeld);
    if (!parcel) return await workings.store.giveUp(row, workings.clock(), 'forgotten', []);
    const delivery = await deliveryOf(workings, parcel);
    logDelivery(workings, row, delivery);
    await recordDelivery(workings, row, delivery);
  } catch (error) {
    workings.trouble.failed('A message could not be delivered or recorded', error);
  } finally {
    hold.release();
  }
}

/** A courier that breaks its promise never to reject may have posted all the same. */
async function deliveryOf({ courier, trouble }: Workings, parcel: Parcel): Promise<Delivery> {
  try {
    return await within(COURIER_WITHIN_MS, () => courier.deliver(parcel));
  } catch (error) {
    trouble.slackFailed('The courier gave no answer', error);
    return { kind: 'later', code: 'no-answer', afterMs: 0 };
  }
}

function logDelivery({ logger }: Workings, row: OutboxRow, delivery: Delivery): void {
  const { kind } = row.notice;
  const note = row.notice.kind === 'card' ? undefined : row.notice.note.kind;
  const fields = { notice: kind, note, enquiry: row.enquiryId, attempt: row.attempt };
  const code = 'code' in delivery ? delivery.code : undefined;
  if (delivery.kind === 'never') logger.warn('Slack refuses a message', { ...fields, code });
  else logger.info('Message handed to Slack', { ...fields, ended: delivery.kind, code });
}
