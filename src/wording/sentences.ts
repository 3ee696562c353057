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
  const { ring } = state;
  const purpose = ring.purpose ? `, for ${ring.purpose}` : '';
  const line = `To ring now: ${ring.number} (${ring.name}${purpose}${unconfirmed(office, ring)}).`;
  return `${line} ${nowInWords(office, state, at)}`;
}

/** Says where a number was published while nobody has confirmed that it still holds. */
function unconfirmed(office: Office, line: Line): string {
  return line.confirmed ? '' : `; as published in ${office.publishedIn}`;
}
