import type { EpochMs } from './release.ts';

/**
 * `open`: nobody's yet; `taken`: an officer has it; `answered`: the asker has an answer; `not-for-us`:
 * the asker was told where to go instead; `closed`: done with, without an answer of ours.
 */
export const ENQUIRY_STATUSES = ['open', 'taken', 'answered', 'not-for-us', 'closed'] as const;
export type EnquiryStatus = (typeof ENQUIRY_STATUSES)[number];

/** The warnings that an enquiry can be given, each once. Each is due at the instant it is named for. */
export const WARNING_KINDS = ['short', 'half-way', 'quarter-hour', 'passed'] as const;
/**
 * `short`: received with less than 30 minutes left; `half-way` from receipt to deadline;
 * `quarter-hour`: 15 minutes before the deadline; `passed`: the deadline itself.
 */
export type WarningKind = (typeof WARNING_KINDS)[number];

/** How an answer may be used, as the officer says in the form. */
export interface Attribution {
  /** "an HMICFRS spokesperson", or a person's name and title as the officer wrote them. */
  readonly to: string;
  readonly terms: 'on-the-record' | 'background';
}

/** An answer or a correction as it was sent, word for word. The last one holds. */
export interface GivenAnswer {
  /** Slack user id of the officer. */
  readonly by: string;
  readonly at: EpochMs;
  readonly words: string;
  readonly attribution: Attribution;
  /** Key of the approved entry that it was taken from: `cyber/cost-to-uk`. */
  readonly entryKey?: string;
}

/** What the bot had said before the enquiry was made. */
export interface Tried {
  readonly outcome: 'answered' | 'choices' | 'declined' | 'unknown' | 'greeting' | 'not-asked';
  /** Titles of what it gave or offered, best first. */
  readonly titles: readonly string[];
  /** 0 to 1; absent where the bot was not asked. */
  readonly confidence?: number;
}

/** A message in Slack: where it stands. */
export interface Post {
  readonly channel: string;
  readonly ts: string;
}

/** One enquiry at the desk. Only {@link ./enquiry-rules.ts} makes the next state of one. */
export interface Enquiry {
  readonly id: string;
  /** Slack's id of the workspace. */
  readonly team: string;
  /** What people say on the telephone: "K7M-4PX". Unique in a team. */
  readonly reference: string;
  /** Counts the states, from 1: who changes an enquiry names the one that was seen. */
  readonly version: number;
  readonly status: EnquiryStatus;
  readonly urgent: boolean;
  /**
   * Slack user id of the officer who has it: always where `taken`, never where `open`. Kept where it
   * is finished, so that it goes back to them when it is reopened.
   */
  readonly owner?: string;
  /** Slack user id and name of who asked; empty once the person was forgotten. */
  readonly asker: string;
  readonly askerName: string;
  readonly outlet: string;
  readonly question: string;
  readonly telephone?: string;
  readonly receivedAt: EpochMs;
  readonly deadline: EpochMs;
  /** The thread that it was asked in by mention; absent where it was asked privately. */
  readonly askedIn?: { readonly channel: string; readonly thread: string };
  /** True where the asker chose to be answered in that thread. */
  readonly answerHere: boolean;
  readonly tried: Tried;
  readonly answers: readonly GivenAnswer[];
  /** Where the asker was sent instead. */
  readonly goInstead?: string;
  readonly warned: readonly WarningKind[];
}

/** What an officer can do to an enquiry. */
export type OfficerAct =
  | { readonly kind: 'take' }
  | { readonly kind: 'give-back' }
  /** Where the enquiry is answered already this corrects the answer; the old one is kept. */
  | {
      readonly kind: 'answer';
      readonly words: string;
      readonly attribution: Attribution;
      readonly entryKey?: string;
    }
  | { readonly kind: 'urgent'; readonly on: boolean }
  | { readonly kind: 'not-for-us'; readonly goInstead: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' };

/** Everything that can happen to an enquiry after it was received. */
export type EnquiryEvent =
  | { readonly by: string; readonly at: EpochMs; readonly act: OfficerAct }
  /** The asker writes on: in the thread of the direct message, or by mention in the channel's. */
  | { readonly at: EpochMs; readonly act: { readonly kind: 'follow-up'; readonly words: string } }
  | { readonly at: EpochMs; readonly act: { readonly kind: 'warn'; readonly warning: WarningKind } }
  /** The owner has left the desk's channel: the enquiry is nobody's again. */
  | { readonly at: EpochMs; readonly act: { readonly kind: 'owner-left' } };

/** Why nothing was changed; `wording` has the sentence for each. */
export type EnquiryRefusal =
  | { readonly kind: 'taken-by-other'; readonly owner: string }
  | { readonly kind: 'yours-already' }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'finished'; readonly status: EnquiryStatus }
  | { readonly kind: 'not-finished' }
  | { readonly kind: 'nothing-to-change' }
  | { readonly kind: 'not-possible' };
