import type { Office } from '../domain/office.ts';
import { officeStateAt, whenInWords } from '../domain/office-hours.ts';
import type { EpochMs } from '../domain/release.ts';
import type { MessagePart } from './message.ts';
import { numberInWords, ringInWords } from './sentences.ts';

/** The number to ring at this very minute. */
export function ringPart(office: Office, at: EpochMs): MessagePart {
  return { type: 'ring', text: ringInWords(office, officeStateAt(office, at), at) };
}

/**
 * What somebody with a deadline has to know of the office's hours: plainly that nobody may see it,
 * where the office is shut; and the out-of-hours number already, where it shuts before the deadline.
 */
export function hoursBeforeDeadline(
  office: Office,
  deadline: EpochMs,
  at: EpochMs,
): readonly MessagePart[] {
  const state = officeStateAt(office, at);
  if (!state.open) return [{ type: 'ring', text: shutNow(office, deadline, at) }];
  if (state.changesAt >= deadline) return [ringPart(office, at)];
  const shuts = whenInWords(office, state.changesAt, at);
  const opens = whenInWords(office, officeStateAt(office, state.changesAt).changesAt, at);
  const text = `The office shuts at ${shuts}, before your deadline, and opens again at ${opens}: between the two nobody may see this. After it shuts, ring ${numberInWords(office, office.outOfHours)} for an urgent deadline.`;
  return [{ type: 'line', text }, ringPart(office, at)];
}

/** For the desk and for whoever waits: who can be rung while the office is shut; undefined while it is open. */
export function outsideHours(office: Office, at: EpochMs): MessagePart | undefined {
  const state = officeStateAt(office, at);
  if (state.open) return undefined;
  const opens = whenInWords(office, state.changesAt, at);
  return {
    type: 'ring',
    text: `The office is shut until ${opens}. Ring ${numberInWords(office, state.ring)}.`,
  };
}

function shutNow(office: Office, deadline: EpochMs, at: EpochMs): string {
  const state = officeStateAt(office, at);
  const opens = whenInWords(office, state.changesAt, at);
  const before = deadline <= state.changesAt ? ' Your deadline is before then.' : '';
  return `The office is shut until ${opens}: nobody may see this before then.${before} For an urgent deadline ring ${numberInWords(office, state.ring)}.`;
}
