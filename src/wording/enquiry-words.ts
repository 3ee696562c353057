import type { Enquiry, EnquiryStatus } from '../domain/enquiry.ts';
import { isWaiting } from '../domain/enquiry-states.ts';
import type { Office } from '../domain/office.ts';
import type { EpochMs } from '../domain/release.ts';
import type { Field, PersonNamed } from './message.ts';
import { fullTime, leftInWords } from './times.ts';

/** What most words about an enquiry depend on. `at` is the desk's clock at the moment of sending. */
export interface EnquiryContext {
  readonly enquiry: Enquiry;
  readonly office: Office;
  readonly at: EpochMs;
}

export const STATUS_WORDS: Readonly<Record<EnquiryStatus, string>> = {
  open: 'Open',
  taken: 'Taken',
  answered: 'Answered',
  'not-for-us': 'Not for us',
  closed: 'Closed',
};

/** "Friday 27 November 2026, 6:00pm (1 hour 10 minutes left)"; without the rest once it is dealt with. */
export function deadlineInWords({ enquiry, office, at }: EnquiryContext): string {
  const time = fullTime(office, enquiry.deadline);
  return isWaiting(enquiry) ? `${time} (${leftInWords(enquiry.deadline, at)})` : time;
}

/** What an enquiry is known by, as a receipt and an officer's form begin. */
export function enquiryFields(
  { reference, outlet }: Pick<Enquiry, 'reference' | 'outlet'>,
  deadline: string,
): readonly Field[] {
  return [
    { label: 'Reference', value: reference },
    { label: 'Outlet', value: shown(outlet, OUTLET) },
    { label: 'Deadline', value: deadline },
  ];
}

/** Who asked; undefined once that person was forgotten. */
export function askerOf({
  asker,
  askerName,
}: Pick<Enquiry, 'asker' | 'askerName'>): PersonNamed | undefined {
  if (asker === '') return undefined;
  return { person: asker, ...(askerName === '' ? {} : { name: shown(askerName, NAME) }) };
}

const NAME = 80;
const OUTLET = 200;
const CUT = '…';

/**
 * A person's text as it is shown beside other things: without control characters and what turns the
 * direction of writing, and cut after `limit` characters. What is kept stays whole.
 */
export function shown(text: string, limit: number): string {
  const clean = [...text.replace(UNSEEN, ' ').trim()];
  return clean.length <= limit ? clean.join('') : `${clean.slice(0, limit - 1).join('')}${CUT}`;
}

/** The same in one line. */
export function shownInLine(text: string, limit: number): string {
  return shown(text.replace(/\s+/gu, ' '), limit);
}

/** All control characters but the line's end, and those that turn the direction of writing. */
const UNSEEN = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
