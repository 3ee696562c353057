/**
 * The bars that decide between an answer, choices, a refusal and "I don't know". This is the only
 * file with a threshold in it; what they were measured on stands beside each.
 */
export interface Policy {
  /**
   * Answer outright at or above this confidence (0 to 1): the chance that the best entry answers
   * what was asked, as calibrated in matching/confidence.ts.
   */
  readonly answerAt: number;
  /** Answer outright only where the best entry's score is at least this, however sure it seems. */
  readonly answerScore: number;
  /** And only where it is this far ahead of the next entry that would give other words. */
  readonly answerAhead: number;
  /** The same where one word at most says what the question is about: "police", "is it good". */
  readonly answerAheadBrief: number;
  /** Offer choices at or above this confidence. Never above `answerAt`. */
  readonly offerAt: number;
  /** An offered entry's score may lie at most this far below the best one's. */
  readonly offerWithin: number;
  /** Use a declined topic's words where its score is at least this, and no entry is offered. */
  readonly declineAt: number;
  /** And only where it explains at least this share of the question's telling words (0 to 1). */
  readonly declineExplains: number;
  /** Take a message for small talk where that scores at least this and nothing scores higher. */
  readonly greetAt: number;
  /** Most choices that are offered. A person reads three at a glance. */
  readonly mostChoices: number;
}

/**
 * Measured on test/golden/questions.jsonl with `npm run evaluate`. `answerAt`: of the answers given
 * from here on 2 in 100 were wrong or uncalled for. `answerScore`: costs no right answer there, and
 * stops what seems sure by a chance word ("police dogs", of "old dog, new tricks"). `answerAhead`:
 * costs 1 right answer in 100, which then is among the choices, and nearer is chance.
 * `answerAheadBrief`: from 0.5 to 0.8 it costs no right answer and turns two wrong ones of three into
 * choices ("is it good", "money"). `offerAt`: 13
 * in 100 questions that the release does not answer get choices. `declineAt`: below it the topic is
 * often a mere neighbour of the right one, and "I don't know" is truer. `greetAt`: hellos and thanks
 * score two and more, and "do police still use Windows 7?" about a half.
 */
export const POLICY: Policy = {
  answerAt: 0.51,
  answerScore: 0.05,
  answerAhead: 0.05,
  answerAheadBrief: 0.65,
  offerAt: 0.07,
  offerWithin: 0.9,
  declineAt: 0.6,
  declineExplains: 0.5,
  greetAt: 0.8,
  mostChoices: 3,
};
