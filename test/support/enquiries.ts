import type { Attribution, Enquiry } from '../../src/domain/enquiry.ts';
import { type EnquiryFacts, received } from '../../src/domain/enquiry-rules.ts';

export const ON_THE_RECORD: Attribution = { to: 'an HMICFRS spokesperson', terms: 'on-the-record' };

/** Received at 10:00 on a Friday in winter, for 6pm of that day. */
export const RECEIVED_AT = Date.parse('2026-11-27T10:00:00Z');
export const DEADLINE = Date.parse('2026-11-27T18:00:00Z');

const FACTS: EnquiryFacts = {
  id: 'e1',
  team: 'T1',
  reference: 'K7M-4PX',
  asker: 'UASKER',
  askerName: 'Robin Reporter',
  outlet: 'The Daily Kennel',
  question: 'How many dogs were inspected?',
  receivedAt: RECEIVED_AT,
  deadline: DEADLINE,
  answerHere: false,
  tried: { outcome: 'unknown', titles: [], confidence: 0.1 },
};

/** A new enquiry, nobody's yet. */
export function anEnquiry(facts: Partial<EnquiryFacts> = {}): Enquiry {
  return received({ ...FACTS, ...facts });
}
