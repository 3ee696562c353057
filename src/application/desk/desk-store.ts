import type { Enquiry, EnquiryStatus, Post } from '../../domain/enquiry.ts';
import type { Notice } from '../../domain/notice.ts';
import type { EpochMs } from '../../domain/release.ts';

/**
 * Everything that the desk keeps. One port, two stores (SQLite, PostgreSQL) and one contract suite.
 * Every row carries the team's id. Each method rejects with a `StoreDownError` where the database
 * can't be reached or written now; nothing is half-done then.
 */
export interface DeskStore {
  /**
   * Keeps an enquiry's next state, what is to be said about it and its row of the trail, in one
   * transaction: all of it or nothing.
   */
  commit(change: Change): Promise<Committed>;

  enquiry(team: string, id: string): Promise<Enquiry | undefined>;
  byReference(team: string, reference: string): Promise<Enquiry | undefined>;
  /** The enquiry that a message of ours is about: its card, its receipt, an answer or any note. */
  byPost(team: string, post: Post): Promise<Enquiry | undefined>;
  list(team: string, filter: EnquiryFilter): Promise<readonly Enquiry[]>;
  /** Where the card, or the first message to who asked, stands; undefined until it is posted. */
  postOf(enquiryId: string, what: 'card' | 'asker'): Promise<Post | undefined>;

  /**
   * Leases the first waiting row of each lane, oldest first, to `by` until `until`. A row whose lease
   * has run out is free again. Two callers never hold one row at a time.
   *
   * @param now instants of the machine's clock, not of a clock that can be set.
   */
  lease(request: LeaseRequest): Promise<readonly OutboxRow[]>;
  /**
   * Holds a leased row longer, while Slack takes its time. False where the lease had run out and the
   * row is somebody else's, or done.
   */
  renew(row: OutboxRow, until: EpochMs): Promise<boolean>;
  /** The row was posted (or an update made): it is done, and where it stands is kept. */
  delivered(row: OutboxRow, posted: Delivered): Promise<void>;
  /** It could not be posted now: free again from `until` on. */
  putOff(row: OutboxRow, until: EpochMs, code: string): Promise<void>;
  /**
   * It can never be posted (the person has left the workspace): it is done, and marked so, and
   * `then` waits in its place, in the same transaction.
   */
  giveUp(row: OutboxRow, at: EpochMs, code: string, then: readonly NewNotice[]): Promise<void>;
  /** Rows that wait, for the health page and the alarm. */
  waiting(team: string): Promise<{ readonly count: number; readonly oldestAt?: EpochMs }>;

  /** Marks a delivery of Slack's as taken up, for all replicas; false where it was before. */
  takeUp(team: string, key: string, at: EpochMs): Promise<boolean>;
  /** Takes such a mark back, where the work came to nothing and may be tried again. */
  forgetDelivery(team: string, key: string): Promise<void>;

  /** Present value of a setting that all replicas share. */
  setting(team: string, name: SettingName): Promise<Setting | undefined>;

  /** Tells of this replica, and gives those that told of themselves within the last 30 seconds. */
  beat(team: string, replica: Replica): Promise<readonly Replica[]>;

  close(): Promise<void>;
}

/** The database can't be used now: it is away, full, locked or read-only. */
export class StoreDownError extends Error {
  override readonly name = 'StoreDownError';
}

/** One running process of the bot. */
export interface Replica {
  readonly id: string;
  /** Version of the knowledge base that it answers from. */
  readonly knowledge: string;
  readonly at: EpochMs;
}

export type SettingName = 'off';
/** For `off`: empty `value` means that answers are on. */
export interface Setting {
  readonly value: string;
  /** Slack user id. */
  readonly by: string;
  readonly at: EpochMs;
}

export interface Change {
  readonly team: string;
  /**
   * Names what is done, once for all: a second change with the same key changes nothing and gives
   * `done-before`. `form:…` for a form that was sent, `morning-list:2026-11-30` for a day's list.
   */
  readonly key?: string;
  readonly enquiry?:
    | { readonly kind: 'new'; readonly enquiry: Enquiry }
    /** Kept only where the stored version is still `from`; otherwise the whole change is `stale`. */
    | { readonly kind: 'next'; readonly enquiry: Enquiry; readonly from: number };
  readonly setting?: { readonly name: SettingName } & Setting;
  readonly notices: readonly NewNotice[];
  readonly trail: readonly TrailRow[];
  /**
   * True from the moment on that who waited for it was told that it is not recorded. Asked last of all:
   * the whole change is taken back then, and rejects with a StoreDownError. Default: never.
   */
  expired?(): boolean;
}

/**
 * `done-before`: the key was used, by the enquiry with that id where there is one. `stale`: somebody
 * changed the enquiry meanwhile. `reference-taken`: make another one.
 */
export type Committed =
  | { readonly kind: 'done' }
  | { readonly kind: 'done-before'; readonly enquiryId?: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'reference-taken' };

export interface NewNotice {
  /** Unique; it travels in the message's metadata, by which a retry finds what is there already. */
  readonly id: string;
  /** Rows of one lane are posted one after the other, in the order of their making. */
  readonly lane: string;
  readonly enquiryId?: string;
  readonly notice: Notice;
  readonly at: EpochMs;
}

export interface OutboxRow extends NewNotice {
  readonly team: string;
  /** Holder of the lease. */
  readonly by: string;
  /** How often it was leased, this time included: from 2 on, a look comes before the post. */
  readonly attempt: number;
  /** When it was first leased: a message of ours can't be older than that. */
  readonly firstTriedAt: EpochMs;
}

export interface LeaseRequest {
  readonly team: string;
  readonly by: string;
  readonly now: EpochMs;
  readonly until: EpochMs;
  /** Default 10. */
  readonly limit?: number;
  /**
   * Takes rows that were put off as well, but none that is leased: what has waited through a restart
   * waits no longer. Default false.
   */
  readonly putOffToo?: boolean;
}

export interface Delivered {
  readonly at: EpochMs;
  /** Absent where nothing was to be posted any more. */
  readonly post?: Post;
  /** The message in plain words, exactly as it was sent: "what did you tell them?". */
  readonly words: string;
  /** Slack user id of the person whom it went to; absent for the desk's channel. */
  readonly to?: string;
}

export interface EnquiryFilter {
  readonly statuses?: readonly EnquiryStatus[];
  readonly owner?: string;
  readonly asker?: string;
  /** Deadline at or before this instant. */
  readonly dueBy?: EpochMs;
  readonly answeredSince?: EpochMs;
  /** Reference, outlet or words of the question, in any case; all words have to be found. */
  readonly words?: string;
  /** Default `deadline`, soonest first; `newest` is by receipt, latest first. */
  readonly order?: 'deadline' | 'newest';
  /** Default 50. */
  readonly limit?: number;
}

export const TRAIL_EVENTS = [
  'asked',
  'received',
  'taken',
  'given-back',
  'answered',
  'corrected',
  'urgent',
  'not-for-us',
  'closed',
  'reopened',
  'follow-up',
  'thanked',
  'warned',
  'owner-left',
  'sent',
  'undeliverable',
  'reported',
  'switched-off',
  'switched-on',
  'forgotten',
  'emptied',
] as const;
export type TrailEvent = (typeof TRAIL_EVENTS)[number];

/** One row of the trail, which is only ever added to. Names and texts are kept apart from it. */
export interface TrailRow {
  readonly at: EpochMs;
  readonly what: TrailEvent;
  /** Slack user id of who did it; kept as a pseudonymous id. Absent where the bot itself did. */
  readonly by?: string;
  readonly byName?: string;
  readonly enquiryId?: string;
  readonly reference?: string;
  /** Keys of the entries whose words were given. */
  readonly entries?: readonly string[];
  /** Version of the knowledge base at that moment. */
  readonly knowledge: string;
  /** Short facts: `{ outcome: 'unknown', surface: 'command', confidence: 0.12 }`. Never a text. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** A person's own words, kept in a table that retention empties. */
  readonly words?: string;
}
