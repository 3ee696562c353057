import type { DeskOverview } from '../../domain/desk-overview.ts';
import type { Enquiry, OfficerAct, Post, Tried } from '../../domain/enquiry.ts';
import type { OfficeState } from '../../domain/office-hours.ts';
import type { ActRefusal, DeadlineProblem, FormProblems } from '../../domain/refusals.ts';
import type { EpochMs } from '../../domain/release.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Result } from '../../domain/result.ts';

/**
 * The press desk: what the bot doesn't know, in the hands of press officers, with its deadline. All
 * surfaces (commands, forms, buttons, the home tab, the terminal) go through this one door.
 */
export interface Desk {
  /** Keeps a question and its outcome. False where it could not be recorded; never rejects. */
  asked(question: AskedQuestion): Promise<boolean>;

  /** Reads a deadline as people say it, as at now: "6pm", "in 40 min", "tomorrow noon". */
  readDeadline(text: string): Result<EpochMs, DeadlineRefusal>;
  /**
   * Takes an enquiry in. It is kept, with its card and its receipt to come, before this resolves;
   * nothing waits for Slack. `key` names the form: sent twice it gives the first one's receipt.
   * After two seconds without the store it gives `not-recorded`, and what was begun is taken back. Only
   * where its very last step was on the way may it be kept, and is then worked on like any other; sent
   * again with the same key it is still kept once.
   */
  receive(form: EnquiryForm, key: string): Promise<Result<Receipt, ReceiveRefusal>>;

  /** An officer's act. Who is no officer is refused, and nothing changes. */
  act(id: string, act: OfficerAct, by: Person, key?: string): Promise<Result<Enquiry, ActRefusal>>;

  /**
   * What an asker writes under a message about an enquiry. `none`: the message is about no enquiry of
   * theirs, so it is a question for the bot; `thanks`: noted, and nothing is reopened.
   */
  followUp(
    post: Post,
    by: Person,
    words: string,
    key: string,
  ): Promise<'none' | 'kept' | 'thanks' | 'not-recorded'>;

  /** "Something wrong?", to the desk's channel. False where it could not be recorded. */
  report(by: Person, words: string, entryKey?: string): Promise<boolean>;

  /** Stops answers on every replica within two seconds. Empty reasons are refused. */
  switchOff(by: Person, reason: string): Promise<Result<void, ActRefusal>>;
  switchOn(by: Person): Promise<Result<void, ActRefusal>>;
  /** Present state as this replica knows it, at most two seconds old. Undefined where answers are on. */
  off(): { readonly reason: string; readonly by: string; readonly at: EpochMs } | undefined;

  isOfficer(user: string): Promise<boolean>;
  /** For officers; others are refused. */
  overview(by: Person, words?: string): Promise<Result<DeskOverview, ActRefusal>>;
  /** A reporter's own enquiries, newest first, at most ten. */
  mine(user: string): Promise<readonly Enquiry[]>;
  enquiry(id: string): Promise<Enquiry | undefined>;

  /** Marks a delivery of Slack's as taken up, on all replicas; falls back on this process's memory. */
  takeUp(key: string): Promise<boolean>;
  forgetDelivery(key: string): Promise<void>;

  /** One sentence for each thing that an operator must know: rows that wait, the channel missing. */
  problems(): readonly string[];

  /** Checks the channel, then begins to deliver and to warn. */
  start(): Promise<void>;
  /** Finishes what is being delivered; the rest waits in the store. */
  stop(): Promise<void>;
}

export interface Person {
  /** Slack user id. */
  readonly id: string;
  /** As Slack tells it; may be empty. */
  readonly name: string;
}

export interface AskedQuestion {
  readonly by: Person;
  readonly surface: 'command' | 'mention' | 'direct-message' | 'button' | 'shortcut';
  readonly reply: Reply;
}

export interface EnquiryForm {
  readonly by: Person;
  /** At most 200 characters. */
  readonly outlet: string;
  /** As typed. */
  readonly deadline: string;
  /** At most 3000 characters. */
  readonly question: string;
  readonly telephone?: string;
  readonly askedIn?: { readonly channel: string; readonly thread: string };
  readonly answerHere: boolean;
  readonly tried: Tried;
}

/** What the asker is told at once. */
export interface Receipt {
  readonly enquiry: Enquiry;
  readonly office: OfficeState;
  /** True where the office is shut now, or shuts before the deadline. */
  readonly ringOutOfHours: boolean;
  /**
   * True where the desk's channel is missing, archived or closed to the bot: the enquiry is kept, and
   * nobody sees it until that is put right, so the person is told to ring.
   */
  readonly deskAway: boolean;
}

export type DeadlineRefusal = { readonly kind: DeadlineProblem };

export type ReceiveRefusal =
  | { readonly kind: 'fields'; readonly fields: FormProblems }
  /** It could not be kept: the person is told so, with the number. */
  | { readonly kind: 'not-recorded' };
