import type { Gives } from '../domain/release.ts';
import { type AskedFor, askedFor, untold } from './asked-for.ts';
import { highest } from './highest.ts';
import type { Model, Read } from './model.ts';
import { denies } from './negation.ts';
import { contentWords } from './text.ts';

/** What kind of answer a class of the model stands for. */
export interface ClassFacts {
  readonly group: 'entry' | 'declined' | 'greeting';
  /** Entries alone: what they tell, and a name for the words they give. */
  readonly gives: readonly Gives[];
  readonly words: string;
  /** Whether the words they give deny something themselves. */
  readonly denies: boolean;
}

/** Why an entry is thought to answer a question, or not; every number can be read in words. */
export interface Evidence {
  /** Log-odds of all entries against all else that was learned, in units of score. */
  readonly lead: number;
  /** The best entry's score: about -1 for "surely not", 1 for "surely", 2 for the same words. */
  readonly top: number;
  /** The best score of a declined topic or of small talk. */
  readonly other: number;
  /** How far the best entry is ahead of the next one that would give other words. */
  readonly margin: number;
  /** Share (0 to 1) of the question's telling words that the entry's own words explain. */
  readonly explained: number;
  /** The same for the best declined topic. */
  readonly explainedByOther: number;
  /** Kinds of thing asked for that the entry does not tell. */
  readonly untold: readonly AskedFor[];
  /** Words of time, place or party that reach beyond what the entry knows: "today", "Labour". */
  readonly beyond: readonly string[];
  /** The question's content words that the entry does not explain. */
  readonly unexplained: readonly string[];
  /** Share (0 to 1) of the question's telling content that no wording of the base has. */
  readonly strange: number;
  /** Whether the question says "did not" or "never" and the entry's own words do not. */
  readonly negated: boolean;
}

/** Softness of "all entries together": about the difference that one word makes. */
const SOFTNESS = 0.15;
/** Score that "none of all this" has without a word in its favour. */
const NOTHING = -0.6;

/** Far more than anybody is shown; in a base of ten thousand entries the rest is not worth sorting. */
const MOST_RANKED = 100;

const BEYOND = new Set(
  `today now still currently current latest recent recently yet since nowadays anymore update updates deputy successor predecessor afterwards subsequently eventually ago next future later soon
  tomorrow yesterday last previous name named names worst best highest lowest biggest labour tory
  conservative minister mp mps scotland scottish ireland wales welsh europe european american america world worldwide global globally eu`.split(
    /\s+/,
  ),
);

const YEAR = /^(?:19|20)\d\d$/;

export interface Weighed {
  readonly evidence: Evidence;
  /** Class numbers of entries, and of everything else, best first; the best {@link MOST_RANKED}. */
  readonly entries: readonly number[];
  readonly others: readonly number[];
}

/**
 * Weighs one reading of a question against all classes; `undefined` where there is no entry. `read`
 * is of the words that the base knows; `words` are all of them. What is strange to the base counts
 * by its share alone, so that a strange name put into a question can only speak against an answer.
 */
export function weigh(
  read: Read,
  words: readonly string[],
  model: Model,
  facts: readonly ClassFacts[],
): Weighed | undefined {
  const ofEntries = scoresOf(read, facts, true);
  const ofOthers = scoresOf(read, facts, false);
  const entries = highest(ofEntries, Number.NEGATIVE_INFINITY, MOST_RANKED);
  const others = highest(ofOthers, Number.NEGATIVE_INFINITY, MOST_RANKED);
  const [best] = entries;
  if (best === undefined) return undefined;
  const [other] = others;
  const next = entries.find((index) => facts[index]?.words !== facts[best]?.words);
  const unexplained = model.unexplained(words, best);
  const evidence: Evidence = {
    lead: together(ofEntries, Number.NEGATIVE_INFINITY) - together(ofOthers, NOTHING),
    top: score(read, best),
    other: other === undefined ? NOTHING : score(read, other),
    margin: next === undefined ? 2 : score(read, best) - score(read, next),
    explained: model.explained(read.words, best),
    explainedByOther: other === undefined ? 0 : model.explained(read.words, other),
    untold: untold(askedFor(read.words), facts[best]?.gives ?? []),
    beyond: unexplained.filter((word) => BEYOND.has(word) || YEAR.test(word)),
    unexplained,
    strange: contentWords(words).length === 0 ? 0 : model.unknown(words),
    negated: denies(words) && facts[best]?.denies === false,
  };
  return { evidence, entries, others };
}

function score(read: Read, index: number): number {
  return read.scores[index] ?? Number.NEGATIVE_INFINITY;
}

/** Each class's score where it is an entry, or where it is none; the others' is below all. */
function scoresOf(read: Read, facts: readonly ClassFacts[], isEntry: boolean): Float64Array {
  return read.scores.map((each, index) =>
    (facts[index]?.group === 'entry') === isEntry ? each : Number.NEGATIVE_INFINITY,
  );
}

/** A soft maximum: several likely entries together count a little more than one. */
function together(scores: Float64Array, nothing: number): number {
  const most = scores.reduce((a, b) => Math.max(a, b), nothing);
  const sum = scores.reduce(
    (total, each) => total + Math.exp((each - most) / SOFTNESS),
    Math.exp((nothing - most) / SOFTNESS),
  );
  return most + SOFTNESS * Math.log(sum);
}
