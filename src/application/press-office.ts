import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import type { OfficeState } from '../domain/office-hours.ts';
import type { Entry, EpochMs, Release } from '../domain/release.ts';
import type { Part, ReleaseAnswer, Reply } from '../domain/reply.ts';
import type { Match } from '../matching/matcher.ts';

/** One question of a message: what was found in it, and how it ends. */
export interface Explanation {
  readonly match: Match;
  readonly part: Part;
  /** What the conversation was about, where the question was read as going on from it. */
  readonly goesOnFrom?: string;
}

/**
 * All that the bot can do for somebody who asks. Every surface (slash command, mention, message,
 * terminal) goes through this one door, so that none has a rule of its own.
 *
 * `at` is the instant to answer as at; it defaults to the present one.
 */
export interface PressOffice {
  /**
   * Answers, offers, declines or says that it isn't known. Never throws for any text. With the name
   * of a `conversation` (a thread, a direct message) a short question may go on from the answer
   * before it, for ten minutes; without one nothing is remembered.
   */
  ask(text: string, at?: EpochMs, conversation?: string): Reply;
  /**
   * Why a text is answered as it is, question by question: what `ask` would do with the same
   * arguments at this point, with the evidence. Remembers nothing.
   */
  explain(text: string, at?: EpochMs, conversation?: string): readonly Explanation[];
  /** One entry by its key (`cyber/cost-to-uk`), where it may still be served. */
  answer(entryKey: string, at?: EpochMs): ReleaseAnswer | undefined;
  /** What may be listed, of all releases or of the one with this short name. */
  topics(
    release?: string,
    at?: EpochMs,
  ): readonly { release: Release; entries: readonly Entry[] }[];
  /** Open or shut, until when, why, and the number for that instant. */
  hours(at?: EpochMs): OfficeState;
  office(): Office;
  /** The present instant. */
  now(): EpochMs;
  /**
   * Learns what the first question will need, a little at a time, so that others are served
   * meanwhile. A question that comes before it is done waits for the rest alone.
   */
  prepare(): Promise<void>;
  /** Whether a base has been read, and which problems the newest reading had. */
  health(): { readonly base: KnowledgeBase | undefined; readonly problems: readonly string[] };
}
