import type { Concepts } from './concepts.ts';
import type { Steps } from './steps.ts';
import { stemOf } from './text.ts';

/** A sparse vector: feature numbers, and a weight for each. */
export interface Vector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** What each group of features counts for; each group is normalised apart, then weighted. */
export const GROUP_WEIGHTS: Readonly<Record<Group, number>> = {
  word: 0.8,
  pair: 1,
  letters: 1.6,
  concept: 0.6,
};
export type Group = 'word' | 'pair' | 'letters' | 'concept';
const GROUPS: readonly Group[] = ['word', 'pair', 'letters', 'concept'];

/** Share of its weight that a feature the base has never seen keeps in a vector's length. */
const UNKNOWN_WEIGHT = 0.5;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;

/** Turns words into vectors. Frozen once built: the features of a question add nothing to it. */
export interface Featuriser {
  vector(words: readonly string[]): Vector;
  /** How telling a word is: higher where fewer wordings hold it; the ceiling for unknown ones. */
  weightOf(stem: string): number;
  knows(stem: string): boolean;
  readonly size: number;
}

export interface FeatureOptions {
  readonly weights?: Readonly<Record<Group, number>>;
}

/** A featuriser, and the vectors of what it was learned from. */
export interface Features {
  readonly featuriser: Featuriser;
  readonly vectors: readonly Vector[];
}

/** So many documents are read in one step. */
const DOCUMENTS_PER_STEP = 100;

/** Learns features and their rarity from all wordings. `documents` are word lists. */
export function* learnFeaturesSteps(
  documents: readonly (readonly string[])[],
  concepts: Concepts,
  options: FeatureOptions = {},
): Steps<Features> {
  const learner = createLearner(concepts);
  const named: Tags[] = [];
  for (const words of documents) {
    named.push(learner.learn(words));
    if (named.length % DOCUMENTS_PER_STEP === 0) yield;
  }
  const scale = scaleOf(documents.length, learner.counts, options.weights ?? GROUP_WEIGHTS);
  const vectors: Vector[] = [];
  for (const one of named) {
    vectors.push(vectorOf(one, scale));
    if (vectors.length % DOCUMENTS_PER_STEP === 0) yield;
  }
  return { featuriser: featuriserOf(learner.ids, scale, concepts), vectors };
}

function featuriserOf(
  ids: ReadonlyMap<string, number>,
  scale: Scale,
  concepts: Concepts,
): Featuriser {
  const { rarity, ceiling } = scale;
  return {
    size: rarity.length,
    knows: (stem) => ids.has(`w ${stem}`),
    weightOf(stem) {
      const id = ids.get(`w ${stem}`);
      return id === undefined ? ceiling : (rarity[id] ?? ceiling);
    },
    vector(words) {
      const strangers = new Map<string, number>();
      const idOf = (name: string): number => {
        const id = ids.get(name) ?? strangers.get(name) ?? ids.size + strangers.size;
        if (id >= ids.size) strangers.set(name, id);
        return id;
      };
      const gramIdsOf = (word: string) => gramsOf(word).map(idOf);
      return vectorOf(tagsOf(words, concepts, idOf, gramIdsOf), scale);
    },
  };
}

/**
 * A text's features with repetitions, in order; each is its number times {@link TAGS} plus the place
 * of its group. One typed array a text is all that is kept of it, and one sort all that it needs.
 */
type Tags = Uint32Array;
const TAGS = 4;

interface Learner {
  readonly ids: ReadonlyMap<string, number>;
  /** For each feature, how many documents hold it. */
  readonly counts: readonly number[];
  learn(words: readonly string[]): Tags;
}

function createLearner(concepts: Concepts): Learner {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const grams = new Map<string, readonly number[]>();
  const idOf = (name: string): number => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(name, id);
    counts.push(0);
    return id;
  };
  const gramIdsOf = (word: string): readonly number[] => {
    const known = grams.get(word);
    if (known) return known;
    const made = gramsOf(word).map(idOf);
    grams.set(word, made);
    return made;
  };
  return {
    ids,
    counts,
    learn(words) {
      const tags = tagsOf(words, concepts, idOf, gramIdsOf);
      for (let at = 0; at < tags.length; at += 1) {
        if (tags[at] === tags[at - 1]) continue;
        const id = Math.floor((tags[at] ?? 0) / TAGS);
        counts[id] = (counts[id] ?? 0) + 1;
      }
      return tags;
    },
  };
}

function tagsOf(
  words: readonly string[],
  concepts: Concepts,
  idOf: (name: string) => number,
  gramIdsOf: (word: string) => readonly number[],
): Tags {
  const stems = words.map(stemOf);
  const [word, pair, letters, concept] = [0, 1, 2, 3];
  const tags = stems.map((stem) => idOf(`w ${stem}`) * TAGS + word);
  for (const each of words) {
    if (/^\d+$/.test(each)) tags.push(idOf(`# ${each.length}`) * TAGS + word);
  }
  for (let index = 0; stems.length > 0 && index <= stems.length; index += 1) {
    const name = `p ${stems[index - 1] ?? '^'} ${stems[index] ?? '$'}`;
    tags.push(idOf(name) * TAGS + pair);
  }
  for (const each of words) for (const id of gramIdsOf(each)) tags.push(id * TAGS + letters);
  for (const each of concepts.of(words)) tags.push(idOf(`c ${each}`) * TAGS + concept);
  return new Uint32Array(tags).sort();
}

/** What turns counts of features into weights. */
interface Scale {
  readonly rarity: Float32Array;
  /** The rarity of a feature that no document holds. */
  readonly ceiling: number;
  /** In the order of {@link GROUPS}. */
  readonly groupWeights: readonly number[];
}

function scaleOf(
  documents: number,
  counts: readonly number[],
  groupWeights: Readonly<Record<Group, number>>,
): Scale {
  const rarity = Float32Array.from(counts, (count) => Math.log((documents + 1) / (count + 0.5)));
  return {
    rarity,
    ceiling: Math.log((documents + 1) / 0.5),
    groupWeights: GROUPS.map((group) => groupWeights[group]),
  };
}

function vectorOf(tags: Tags, { rarity, ceiling, groupWeights }: Scale): Vector {
  const found: number[] = [];
  const weights: number[] = [];
  const lengths = groupWeights.map(() => 0);
  for (let at = 0, next = 0; at < tags.length; at = next) {
    const tag = tags[at] ?? 0;
    while (tags[next] === tag) next += 1;
    const [id, group] = [Math.floor(tag / TAGS), tag % TAGS];
    const weight = (1 + Math.log(next - at)) * (rarity[id] ?? ceiling * UNKNOWN_WEIGHT);
    lengths[group] = (lengths[group] ?? 0) + weight * weight;
    if (id >= rarity.length || groupWeights[group] === 0) continue;
    found.push(tag);
    weights.push(weight);
  }
  const scales = lengths.map((length, group) => (groupWeights[group] ?? 0) / Math.sqrt(length));
  return scaled(found, weights, scales);
}

/** Brings each group to its length: `scales` has a factor for each. */
function scaled(
  tags: readonly number[],
  weights: readonly number[],
  scales: readonly number[],
): Vector {
  const vector = { ids: new Uint32Array(tags.length), weights: new Float32Array(tags.length) };
  for (let at = 0; at < tags.length; at += 1) {
    const tag = tags[at] ?? 0;
    vector.ids[at] = Math.floor(tag / TAGS);
    vector.weights[at] = (weights[at] ?? 0) * (scales[tag % TAGS] ?? 0);
  }
  return vector;
}

function gramsOf(word: string): string[] {
  const padded = `<${word}>`;
  const made: string[] = [];
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) {
      made.push(`g ${padded.slice(start, start + size)}`);
    }
  }
  return made;
}
