/** Milliseconds since 1970-01-01T00:00:00Z. Every instant in the program is one of these. */
export type EpochMs = number;

/** What sort of text an entry holds; a quotation always has its speaker. */
export const ENTRY_KINDS = [
  'finding',
  'background',
  'quotation',
  'definition',
  'note',
  'contact',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What kind of thing an entry tells; held against the kind of thing a question asks for. */
export const GIVES = [
  'person',
  'organisation',
  'number',
  'date',
  'amount',
  'list',
  'reason',
  'place',
  'contact',
  'hours',
  'verdict',
  'definition',
  'title',
  'link',
  'quote',
  'action',
  'subject',
] as const;
export type Gives = (typeof GIVES)[number];

/** draft: only with `--drafts`; live: served; withdrawn: kept, never served. */
export type EntryStatus = 'draft' | 'live' | 'withdrawn';

/**
 * proactive: may be listed and offered. if-asked: answers a question, but never stands in a topic
 * list, a choice or a suggestion. background: for press officers alone.
 */
export type EntryUse = 'proactive' | 'if-asked' | 'background';

/** Name and title as they stood at the release; titles change, the release does not. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** A piece of the release's own text, proven to stand there character for character. */
export interface Passage {
  /** Exactly the characters of the stored text from `start` to `end`. */
  readonly text: string;
  /** Where it stands, in words: "quote, paragraph 4", "note 5", "second list, item 3". */
  readonly place: string;
  /** Offsets into the release's text, in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** True where the words are somebody's speech, so that they need marks and a speaker. */
  readonly spoken: boolean;
}

export interface Entry {
  /** Unique in its release: `cost-to-uk`. */
  readonly id: string;
  /** The short name of the release it belongs to: `cyber`. */
  readonly release: string;
  /** What a person would call it. */
  readonly title: string;
  readonly kind: EntryKind;
  readonly passages: readonly Passage[];
  readonly speaker?: Speaker;
  readonly questions: readonly string[];
  readonly keywords: readonly string[];
  readonly gives: readonly Gives[];
  readonly owner: string;
  /** ISO date, `2027-03-31`. */
  readonly reviewBy: string;
  readonly status: EntryStatus;
  readonly withdrawnBecause?: string;
  readonly use: EntryUse;
  /** `release/id` of an older entry that this one takes the place of. */
  readonly replaces?: string;
  /** The press office's own words, shown apart from the release's. */
  readonly pressNote?: string;
  /** Id of an entry of the same release to give as well while the office is shut. */
  readonly whenShut?: string;
  /** Which of the release's addresses belongs under this answer. */
  readonly link?: 'release' | 'report';
}

/** What a release invites and does not say, with the approved words for saying so. */
export interface DeclinedTopic {
  readonly id: string;
  readonly release: string;
  readonly title: string;
  /** Approved words of the press office, never the release's. */
  readonly say: string;
  /** Whom to ask instead: `press-office`, or a body by name. */
  readonly ask: string;
  readonly questions: readonly string[];
  readonly owner: string;
  readonly reviewBy: string;
}

/** A mistake in the published words: they stay, and are marked [sic] where people read them. */
export interface Sic {
  readonly text: string;
  readonly why: string;
}

export interface Address {
  readonly url: string;
  /** ISO date on which a person last opened it. */
  readonly checkedOn: string;
}

export interface Release {
  /** Short name used in commands: `cyber`. */
  readonly id: string;
  readonly title: string;
  readonly reportTitle?: string;
  readonly addresses: { readonly release: Address; readonly report?: Address };
  /** A date that nobody has confirmed is never told to a reporter. */
  readonly date: { readonly value: string; readonly confirmed: boolean };
  readonly publisher: string;
  /** Nothing of the release exists for anybody who asks before this instant. */
  readonly embargo?: EpochMs;
  readonly speakers: readonly Speaker[];
  readonly sic: readonly Sic[];
  /** Words that need no entry ("Get the report"), each exactly as in the text. */
  readonly boilerplate: readonly string[];
  readonly text: string;
  readonly sha256: string;
  readonly entries: readonly Entry[];
  readonly declined: readonly DeclinedTopic[];
}

/** `cyber/cost-to-uk`: what names an entry among all releases. */
export function entryKey(entry: Pick<Entry, 'release' | 'id'>): string {
  return `${entry.release}/${entry.id}`;
}

/** True from the embargo's instant on, and always where there is none. */
export function isPublished(release: Pick<Release, 'embargo'>, at: EpochMs): boolean {
  return release.embargo === undefined || at >= release.embargo;
}

/** Which entries may be served to somebody who asks. `drafts` is a press officer's own look. */
export interface Audience {
  readonly drafts: boolean;
}

export const REPORTERS: Audience = { drafts: false };

/** Background is for officers, withdrawn for nobody, drafts only where they were asked for. */
export function mayServe(entry: Pick<Entry, 'status' | 'use'>, audience: Audience): boolean {
  if (entry.use === 'background') return false;
  return entry.status === 'live' || (entry.status === 'draft' && audience.drafts);
}

/** Whether an entry may stand where nobody asked for it: topic lists, choices, suggestions. */
export function mayOffer(entry: Pick<Entry, 'use'>): boolean {
  return entry.use === 'proactive';
}
