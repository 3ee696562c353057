import type { Delivery } from './courier.ts';
import type { Delivered, NewNotice, OutboxRow } from './desk-store.ts';
import type { Workings } from './parts.ts';
import { noticesFor } from './trail.ts';

/** Slack's trouble: tried again after this, in milliseconds, and after twice as long each time. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The desk's channel is away until a person brings it back. */
const CHANNEL_WAIT_MS = 30_000;
/** What was posted is told to the store so often, and this long apart, before it is left to a look. */
const MOST_RECORDINGS = 8;
const RECORDING_WAIT_MS = 500;

/** Slack's codes for a channel that a person has to put right. */
const CHANNEL_CODES = new Set(['channel_not_found', 'is_archived', 'not_in_channel']);

/** Keeps how a delivery ended. Rejects as the store does. */
export async function recordDelivery(
  workings: Workings,
  row: OutboxRow,
  delivery: Delivery,
): Promise<void> {
  const { store, systemNow, trouble } = workings;
  switch (delivery.kind) {
    case 'posted':
    case 'was-there': {
      if (row.notice.kind !== 'asker') trouble.channelTook();
      const { post, words, to } = delivery;
      const at = workings.clock();
      await recordPosted(workings, row, { at, post, words, ...(to === undefined ? {} : { to }) });
      return;
    }
    case 'later': {
      const wait = Math.max(delivery.afterMs, waitAfter(row.attempt));
      await store.putOff(row, systemNow() + wait, delivery.code);
      return;
    }
    case 'never':
      await refusedForGood(workings, row, delivery.code);
  }
}

/** 1, 2, 4, 8, 16 and then ever 30 seconds, in milliseconds. */
function waitAfter(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 10));
}

/** The message is there: a store that is away for a moment must not make the next one look for it. */
async function recordPosted(
  { store, trouble }: Workings,
  row: OutboxRow,
  posted: Delivered,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store.delivered(row, posted);
    } catch (error) {
      if (tries >= MOST_RECORDINGS) throw error;
      trouble.failed('A message that was posted could not be recorded yet', error);
      await new Promise((resolve) => setTimeout(resolve, RECORDING_WAIT_MS));
    }
  }
}

/**
 * Who asked can't be reached: the desk is told, since somebody has to ring them. The desk's own
 * channel being away is no end: its messages wait until it is back. A single note to the desk that
 * Slack won't take for another reason is left, so that it doesn't hold up all after it; a card never.
 */
async function refusedForGood(workings: Workings, row: OutboxRow, code: string): Promise<void> {
  const { store, systemNow, clock, trouble, logger } = workings;
  if (row.notice.kind === 'asker')
    return store.giveUp(row, clock(), code, unreachableNote(row, code, clock()));
  if (row.notice.kind === 'card' || CHANNEL_CODES.has(code)) {
    trouble.channelRefused(code);
    return store.putOff(row, systemNow() + CHANNEL_WAIT_MS, code);
  }
  logger.error('A note to the desk was refused for good', { note: row.notice.note.kind, code });
  return store.giveUp(row, clock(), code, []);
}

function unreachableNote(row: OutboxRow, code: string, at: number): readonly NewNotice[] {
  if (row.enquiryId === undefined) return [];
  return noticesFor(
    row.enquiryId,
    [{ kind: 'desk', note: { kind: 'asker-unreachable', code } }],
    at,
  );
}
