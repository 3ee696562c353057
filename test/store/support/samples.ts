import { randomUUID } from 'node:crypto';
import type {
  Change,
  NewNotice,
  OutboxRow,
  TrailRow,
} from '../../../src/application/desk/desk-store.ts';
import type { Enquiry } from '../../../src/domain/enquiry.ts';

export const TEAM = 'T0001';
export const ASKER = 'U0ASKER01';
export const OFFICER = 'U0OFFICER1';
export const ASKER_NAME = 'Rosa Fictional';
/** A Tuesday, ten in the morning. */
export const NOW = Date.UTC(2026, 10, 24, 10);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

let references = 0;

export function anEnquiry(over: Partial<Enquiry> = {}): Enquiry {
  references += 1;
  return {
    id: randomUUID(),
    team: TEAM,
    reference: `K7M-${1000 + references}`,
    version: 1,
    status: 'open',
    urgent: false,
    asker: ASKER,
    askerName: ASKER_NAME,
    outlet: 'The Made-up Mail',
    question: 'Which forces are worst?',
    telephone: '020 7946 0123',
    receivedAt: NOW,
    deadline: NOW + 60 * MINUTE,
    answerHere: false,
    tried: { outcome: 'unknown', titles: ['A title'], confidence: 0.25 },
    answers: [],
    warned: [],
    ...over,
  };
}

export function aNotice(enquiry: Enquiry, over: Partial<NewNotice> = {}): NewNotice {
  return {
    id: randomUUID(),
    lane: enquiry.id,
    enquiryId: enquiry.id,
    notice: { kind: 'card' },
    at: NOW,
    ...over,
  };
}

export function aRow(over: Partial<TrailRow> = {}): TrailRow {
  return { at: NOW, what: 'received', by: ASKER, byName: ASKER_NAME, knowledge: 'v1', ...over };
}

/** A new enquiry with its card, its receipt and its row of the trail. */
export function received(enquiry: Enquiry, over: Partial<Change> = {}): Change {
  return {
    team: enquiry.team,
    enquiry: { kind: 'new', enquiry },
    notices: [
      aNotice(enquiry),
      aNotice(enquiry, { notice: { kind: 'asker', note: { kind: 'receipt' } } }),
    ],
    trail: [
      aRow({
        enquiryId: enquiry.id,
        reference: enquiry.reference,
        words: enquiry.question,
      }),
    ],
    ...over,
  };
}

export function taken(enquiry: Enquiry, by: string = OFFICER): Change {
  return {
    team: enquiry.team,
    enquiry: {
      kind: 'next',
      enquiry: { ...enquiry, version: enquiry.version + 1, status: 'taken', owner: by },
      from: enquiry.version,
    },
    notices: [aNotice(enquiry)],
    trail: [
      aRow({
        what: 'taken',
        by,
        byName: 'Owen Officer',
        enquiryId: enquiry.id,
        reference: enquiry.reference,
      }),
    ],
  };
}

export function leaseAt(now: number, by = 'one', limit?: number) {
  return { team: TEAM, by, now, until: now + 5_000, ...(limit !== undefined && { limit }) };
}

export function idsOf(rows: readonly OutboxRow[]): readonly string[] {
  return rows.map((row) => row.id);
}
