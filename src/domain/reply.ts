import type { OfficeState } from './office-hours.ts';
import type { DeclinedTopic, Entry, EpochMs, Release } from './release.ts';

/** What came of one question; the names are those of `ask --json`. */
export type Outcome = 'answered' | 'choices' | 'declined' | 'unknown' | 'greeting';

/** Where an answer's words come from: a release, or the office's own record of hours and numbers. */
export interface ReleaseAnswer {
  readonly from: 'release';
  readonly entry: Entry;
  readonly release: Release;
  /** Given beside it because the office is shut now: the out-of-hours line. */
  readonly also: readonly Entry[];
  /** Set where a newer entry has taken this one's place: shown only as what was said then. */
  readonly supersededBy?: string;
}

export interface OfficeAnswer {
  readonly from: 'office';
  readonly topic: 'hours' | 'telephone' | 'outOfHours';
}

export type Answer = ReleaseAnswer | OfficeAnswer;

/** One question's ending. A message with two questions has two of them. */
export type Part =
  | {
      readonly kind: 'answered';
      readonly asked: string;
      readonly answer: Answer;
      readonly confidence: number;
    }
  | {
      readonly kind: 'choices';
      readonly asked: string;
      /** One to three, best first; each may be offered (proactive) and served. */
      readonly choices: readonly ReleaseAnswer[];
      readonly confidence: number;
    }
  | {
      readonly kind: 'declined';
      readonly asked: string;
      readonly topic: DeclinedTopic;
      readonly release: Release;
      readonly confidence: number;
    }
  | {
      readonly kind: 'unknown';
      readonly asked: string;
      /** `no-knowledge`: the base could not be read, so nothing but hours and numbers is known. */
      readonly why: 'no-match' | 'no-knowledge';
      readonly confidence: number;
    }
  | { readonly kind: 'greeting'; readonly asked: string; readonly confidence: number };

/** The whole reply to one message: what was asked, each part's ending, the office at that instant. */
export interface Reply {
  readonly question: string;
  readonly at: EpochMs;
  readonly office: OfficeState;
  readonly parts: readonly [Part, ...Part[]];
}

const WEIGHT: Readonly<Record<Outcome, number>> = {
  answered: 5,
  choices: 4,
  declined: 3,
  unknown: 2,
  greeting: 1,
};

/** The reply's one outcome: of several parts, that which gives the person most. */
export function outcomeOf(reply: Pick<Reply, 'parts'>): Outcome {
  return mainPart(reply).kind;
}

/** The part that the outcome is taken from; the first of equals. */
export function mainPart(reply: Pick<Reply, 'parts'>): Part {
  return reply.parts.reduce((best, part) => (WEIGHT[part.kind] > WEIGHT[best.kind] ? part : best));
}

/** Every release's answer in the reply, in order. */
export function releaseAnswers(reply: Pick<Reply, 'parts'>): ReleaseAnswer[] {
  return reply.parts.flatMap((part) =>
    part.kind === 'answered' && part.answer.from === 'release' ? [part.answer] : [],
  );
}

/** The entries that an answer gives, the one asked for first. */
export function entriesOf(answer: ReleaseAnswer): readonly Entry[] {
  return [answer.entry, ...answer.also];
}
