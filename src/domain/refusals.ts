import type { EnquiryRefusal } from './enquiry.ts';

/**
 * Why a deadline isn't taken. `unreadable`: no time is said, or more than one, or one that can be meant
 * in two ways; `past`: it lies before now or is now; `too-far`: more than a year ahead; `empty`: nothing
 * is written.
 */
export type DeadlineProblem = 'unreadable' | 'past' | 'too-far' | 'empty';

/** What is wrong with the form that hands a question over, by field. */
export interface FormProblems {
  readonly outlet?: 'empty' | 'too-long';
  readonly deadline?: DeadlineProblem;
  readonly question?: 'empty' | 'too-long';
  readonly telephone?: 'no-number';
}

/** A text that an officer has to write. */
export type EmptyField = 'answer' | 'attribution' | 'reason' | 'go-instead';

/** Why an officer's act changed nothing. */
export type ActRefusal =
  | EnquiryRefusal
  | { readonly kind: 'no-officer' }
  | { readonly kind: 'no-such-enquiry' }
  | { readonly kind: 'empty'; readonly field: EmptyField }
  /** Slack would not say who is in the desk's channel, or the store is down: nothing was changed. */
  | { readonly kind: 'not-now' };
