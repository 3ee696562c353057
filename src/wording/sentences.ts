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

/** "open until 5:00pm today" or "shut; it opens at 8:30am on Monday 28 December". */
export function nowInWords(office: Office, state: OfficeState, at: EpochMs): string {
  const when = whenInWords(office, state.changesAt, at);
  return state.open
    ? `The press office is open now, until ${when}.`
    : `The press office is shut now. ${state.why} It opens at ${when}.`;
}

/** The one number for this very minute, and what it is. */
export function ringInWords(office: Office, state: OfficeState, at: EpochMs): string {
  const { ring } = state;
  const purpose = ring.purpose ? `, for ${ring.purpose}` : '';
  const line = `To ring now: ${ring.number} (${ring.name}${purpose}).`;
  return [line, nowInWords(office, state, at), unconfirmed(office, ring)].filter(Boolean).join(' ');
}

/** Says where a number was published while nobody has confirmed that it still holds. */
function unconfirmed(office: Office, line: Line): string {
  return line.confirmed ? '' : `Number as published in ${office.publishedIn}.`;
}
