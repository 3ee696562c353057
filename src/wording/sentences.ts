import type { Line, Office } from '../domain/office.ts';
import { type OfficeState, whenInWords } from '../domain/office-hours.ts';
import type { EntryKind, EpochMs } from '../domain/release.ts';

/** What an entry's words are, before the place where they stand. */
export const KIND_WORDS: Readonly<Record<EntryKind, string>> = {
  finding: 'Finding',
  background: 'Background',
  quotation: 'Quotation',
  definition: 'Definition',
  note: 'Note',
  contact: 'Press office details',
};

/** "The press office is open until 5:00pm today." or why it is shut, and when it opens. */
export function nowInWords(office: Office, state: OfficeState, at: EpochMs): string {
  const when = whenInWords(office, state.changesAt, at);
  if (state.open) return `The press office is open until ${when}.`;
  // Before it opens on the day itself there is no other reason to give.
  if (when.endsWith('today')) return `The press office opens at ${when}.`;
  return `${state.why} The office is shut until ${when}.`;
}

/** The one number for this very minute, what it is, and whether the office is open. */
export function ringInWords(office: Office, state: OfficeState, at: EpochMs): string {
  return `To ring now: ${numberInWords(office, state.ring)}. ${nowInWords(office, state, at)}`;
}

/** "07000 000002 (out-of-hours line, for urgent enquiries)": a number and what it is. */
export function numberInWords(office: Office, line: Line): string {
  const purpose = line.purpose ? `, for ${line.purpose}` : '';
  return `${line.number} (${line.name}${purpose}${unconfirmed(office, line)})`;
}

/** Says where a number was published while nobody has confirmed that it still holds. */
function unconfirmed(office: Office, line: Line): string {
  return line.confirmed ? '' : `; as published in ${office.publishedIn}`;
}
