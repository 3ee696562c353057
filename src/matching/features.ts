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
  const named: Named[] = [];
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
      return vectorOf(
        namedBy(words, concepts, idOf, (word) => gramsOf(word).map(idOf)),
        scale,
      );
    },
  };
}

/** The numbers of a text's features with repetitions, group after group, and where each group ends. */
interface Named {
  readonly ids: Uint32Array;
  readonly ends: readonly number[];
}

interface Learner {
  readonly ids: ReadonlyMap<string, number>;
  /** For each feature, how many documents hold it. */
  readonly counts: readonly number[];
  learn(words: readonly string[]): Named;
}

function createLearner(concepts: Concepts): Learner {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const lastSeen: number[] = [];
  const grams = new Map<string, readonly number[]>();
  let documents = 0;
  const idOf = (name: string): number => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(name, id);
    counts.push(0);
    lastSeen.push(0);
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
      const named = namedBy(words, concepts, idOf, gramIdsOf);
      documents += 1;
      for (const id of named.ids) {
        if (lastSeen[id] === documents) continue;
        lastSeen[id] = documents;
        counts[id] = (counts[id] ?? 0) + 1;
      }
      return named;
    },
  };
}

function namedBy(
  words: readonly string[],
  concepts: Concepts,
  idOf: (name: string) => number,
  gramIdsOf: (word: string) => readonly number[],
): Named {
  const stems = words.map(stemOf);
  const ids = stems.map((stem) => idOf(`w ${stem}`));
  for (const each of words) if (/^\d+$/.test(each)) ids.push(idOf(`# ${each.length}`));
  const ends = [ids.length];
  for (let index = 0; stems.length > 0 && index <= stems.length; index += 1) {
    ids.push(idOf(`p ${stems[index - 1] ?? '^'} ${stems[index] ?? '$'}`));
  }
  ends.push(ids.length);
  for (const word of words) for (const id of gramIdsOf(word)) ids.push(id);
  ends.push(ids.length);
  for (const concept of concepts.of(words)) ids.push(idOf(`c ${concept}`));
  ends.push(ids.length);
  return { ids: new Uint32Array(ids), ends };
}

/** What turns counts of features into weights. */
interface Scale {
  readonly rarity: Float32Array;
  /** The rarity of a feature that no document holds. */
  readonly ceiling: number;
  readonly groupWeights: Readonly<Record<Group, number>>;
}

function scaleOf(
  documents: number,
  counts: readonly number[],
  groupWeights: Readonly<Record<Group, number>>,
): Scale {
  const rarity = Float32Array.from(counts, (count) => Math.log((documents + 1) / (count + 0.5)));
  return { rarity, ceiling: Math.log((documents + 1) / 0.5), groupWeights };
}

function vectorOf({ ids, ends }: Named, scale: Scale): Vector {
  const found: number[] = [];
  const weights: number[] = [];
  GROUPS.forEach((group, at) => {
    const names = ids.subarray(ends[at - 1] ?? 0, ends[at]);
    addGroup(names, scale.groupWeights[group], scale, found, weights);
  });
  return sorted(found, weights);
}

function addGroup(
  names: Uint32Array,
  groupWeight: number,
  { rarity, ceiling }: Scale,
  found: number[],
  weights: number[],
): void {
  if (groupWeight === 0) return;
  const start = found.length;
  const inOrder = names.slice().sort();
  let length = 0;
  for (let at = 0, next = 0; at < inOrder.length; at = next) {
    const id = inOrder[at] ?? 0;
    while (inOrder[next] === id) next += 1;
    const weight = (1 + Math.log(next - at)) * (rarity[id] ?? ceiling * UNKNOWN_WEIGHT);
    length += weight * weight;
    if (id >= rarity.length) continue;
    found.push(id);
    weights.push(weight);
  }
  const scale = length === 0 ? 0 : groupWeight / Math.sqrt(length);
  for (let index = start; index < weights.length; index += 1) {
    weights[index] = (weights[index] ?? 0) * scale;
  }
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

/** More than a vector has features: a number and its place are sorted as one. */
const PLACES = 2 ** 20;

function sorted(found: readonly number[], weights: readonly number[]): Vector {
  const order = new Float64Array(found.length);
  for (let at = 0; at < order.length; at += 1) order[at] = (found[at] ?? 0) * PLACES + at;
  order.sort();
  const vector = { ids: new Uint32Array(order.length), weights: new Float32Array(order.length) };
  for (let at = 0; at < order.length; at += 1) {
    const place = (order[at] ?? 0) % PLACES;
    vector.ids[at] = found[place] ?? 0;
    vector.weights[at] = weights[place] ?? 0;
  }
  return vector;
}
