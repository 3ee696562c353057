import type { Attribution, WarningKind } from './enquiry.ts';
import type { EpochMs } from './release.ts';

/**
 * What has to be said in Slack because something happened, before anybody words it. Notices wait in
 * the outbox and are worded when they are sent, so that a time that is left is right at that moment.
 */
export type Notice =
  /** The enquiry's card in the desk's channel: posted once, brought up to date ever after. */
  | { readonly kind: 'card' }
  /** A line in the thread under the card; private to the desk. */
  | { readonly kind: 'desk'; readonly note: DeskNote }
  /** To who asked: by direct message, or in the thread that they chose. */
  | { readonly kind: 'asker'; readonly note: AskerNote }
  /** In the desk's channel, of no single enquiry. */
  | { readonly kind: 'channel'; readonly note: ChannelNote };

export type DeskNote =
  /** To the owner, or to the whole desk where it is nobody's or time is short. */
  | { readonly kind: 'warning'; readonly warning: WarningKind; readonly wholeDesk: boolean }
  | { readonly kind: 'taken' | 'given-back' | 'closed' | 'reopened'; readonly by: string }
  | { readonly kind: 'urgent'; readonly by: string; readonly on: boolean }
  | {
      readonly kind: 'answered';
      readonly by: string;
      readonly words: string;
      readonly attribution: Attribution;
    }
  | {
      readonly kind: 'corrected';
      readonly by: string;
      readonly oldWords: string;
      readonly words: string;
      readonly attribution: Attribution;
    }
  | { readonly kind: 'not-for-us'; readonly by: string; readonly goInstead: string }
  | { readonly kind: 'follow-up'; readonly words: string }
  | { readonly kind: 'owner-left'; readonly owner: string }
  /** A message to who asked could not be delivered, for good: somebody has to ring them. */
  | { readonly kind: 'asker-unreachable'; readonly code: string };

export type AskerNote =
  | { readonly kind: 'receipt' }
  | { readonly kind: 'answer'; readonly words: string; readonly attribution: Attribution }
  | {
      readonly kind: 'correction';
      readonly oldWords: string;
      readonly words: string;
      readonly attribution: Attribution;
    }
  | { readonly kind: 'not-for-us'; readonly goInstead: string }
  /** 15 minutes before the deadline and no answer: who has it, and which number to ring. */
  | { readonly kind: 'still-waiting' }
  | { readonly kind: 'follow-up-kept' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'reopened' };

export type ChannelNote =
  /** What is open, in deadline order, at the opening of `day` (ISO date in the office's zone). */
  | { readonly kind: 'morning-list'; readonly day: string }
  | {
      readonly kind: 'switched';
      readonly on: boolean;
      readonly by: string;
      readonly reason: string;
    }
  /** "Something wrong?": what somebody says is wrong with an answer. */
  | {
      readonly kind: 'report';
      readonly by: string;
      readonly entryKey?: string;
      readonly words: string;
      readonly at: EpochMs;
    }
  /** The desk's channel is public: whoever joins it may act. Said once a day at most. */
  | { readonly kind: 'public-channel' };
