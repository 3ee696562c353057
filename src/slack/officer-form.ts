import { jsonFields } from './json-text.ts';
import { VIEW_METADATA } from './limits.ts';

/** What an officer's form carries unseen. */
export interface OfficerForm {
  readonly enquiryId: string;
  /** How often the bot has put words into Answer. */
  readonly round: number;
  /** Key of the approved entry that was put there last, with its words as they were. */
  readonly picked?: string;
  /** True where an answer that was sent is corrected. */
  readonly correcting: boolean;
}

/** No id and no key of ours is as long as this. */
const LONGEST = 255;

/** As a view's `private_metadata`, far below what that may hold. */
export function officerFormText({ enquiryId, round, picked, correcting }: OfficerForm): string {
  return JSON.stringify({ v: 1, id: enquiryId, n: round, p: picked, c: correcting });
}

/** Reads it back; undefined for anything that {@link officerFormText} doesn't write. */
export function parseOfficerForm(text: string): OfficerForm | undefined {
  const fields = jsonFields(text, VIEW_METADATA);
  if (fields?.v !== 1) return undefined;
  const { id: enquiryId, n: round, p: picked, c: correcting } = fields;
  if (!isKey(enquiryId) || !Number.isSafeInteger(round)) return undefined;
  return {
    enquiryId,
    round: Number(round),
    correcting: correcting === true,
    ...(isKey(picked) ? { picked } : {}),
  };
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}
