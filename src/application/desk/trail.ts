import { randomUUID } from 'node:crypto';
import type { Enquiry } from '../../domain/enquiry.ts';
import type { Notice } from '../../domain/notice.ts';
import { type EpochMs, entryKey } from '../../domain/release.ts';
import { entriesOf, type Part } from '../../domain/reply.ts';
import type { AskedQuestion, Person } from './desk.ts';
import type { NewNotice, TrailRow } from './desk-store.ts';
import { LONGEST, tidy } from './texts.ts';

/** Lane of what concerns no single enquiry. */
export const DESK_LANE = 'desk';

/**
 * Rows of the outbox for what an enquiry's step says. What goes to who asked has a lane of its own:
 * a desk's channel that is missing must not hold back anybody's receipt.
 */
export function noticesFor(
  enquiryId: string,
  notices: readonly Notice[],
  at: EpochMs,
): readonly NewNotice[] {
  return notices.map((notice) => ({
    id: randomUUID(),
    lane: notice.kind === 'asker' ? `${enquiryId}/asker` : enquiryId,
    enquiryId,
    notice,
    at,
  }));
}

/** A row of the outbox for the desk's channel, of no single enquiry. */
export function channelNotice(notice: Notice, at: EpochMs): NewNotice {
  return { id: randomUUID(), lane: DESK_LANE, notice, at };
}

/** Who did something, as the trail takes it. */
export function doneBy(by: Person): Pick<TrailRow, 'by' | 'byName'> {
  const name = tidy(by.name).slice(0, LONGEST.name);
  return name === '' ? { by: by.id } : { by: by.id, byName: name };
}

/** Which enquiry a row is about, and which of its states the step made. */
export function about(
  enquiry: Enquiry,
  facts: TrailRow['facts'] = {},
): Pick<TrailRow, 'enquiryId' | 'reference' | 'facts'> {
  return {
    enquiryId: enquiry.id,
    reference: enquiry.reference,
    facts: { version: enquiry.version, status: enquiry.status, ...facts },
  };
}

/** One row for each question of a message, since each has an outcome of its own. */
export function askedRows(question: AskedQuestion, at: EpochMs, knowledge: string): TrailRow[] {
  const { by, surface, reply } = question;
  const alone = reply.parts.length === 1;
  return reply.parts.map((part) => {
    const entries = entriesGiven(part);
    const words = tidy(alone || part.asked === '' ? reply.question : part.asked);
    return {
      at,
      what: 'asked',
      ...doneBy(by),
      ...(entries.length > 0 ? { entries } : {}),
      knowledge,
      facts: { outcome: part.kind, surface, confidence: Number(part.confidence.toFixed(3)) },
      words: words.slice(0, LONGEST.question),
    };
  });
}

function entriesGiven(part: Part): readonly string[] {
  if (part.kind !== 'answered') return [];
  return part.answer.from === 'office'
    ? [`office/${part.answer.topic}`]
    : entriesOf(part.answer).map(entryKey);
}
