import type { Concepts } from './concepts.ts';
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

type Names = Readonly<Record<Group, readonly string[]>>;

export interface FeatureOptions {
  readonly weights?: Readonly<Record<Group, number>>;
}

/** Learns features and their rarity from all wordings. `documents` are word lists. */
export function createFeaturiser(
  documents: readonly (readonly string[])[],
  concepts: Concepts,
  options: FeatureOptions = {},
): Featuriser {
  const groupWeights = options.weights ?? GROUP_WEIGHTS;
  const ids = new Map<string, number>();
  const counts: number[] = [];
  for (const words of documents) {
    const seen = new Set<number>();
    const names = namesOf(words, concepts);
    for (const group of GROUPS) {
      for (const name of names[group]) seen.add(idFor(ids, counts, name));
    }
    for (const id of seen) counts[id] = (counts[id] ?? 0) + 1;
  }
  const total = documents.length;
  const rarity = Float32Array.from(counts, (count) => Math.log((total + 1) / (count + 0.5)));
  const ceiling = Math.log((total + 1) / 0.5);
  return {
    size: counts.length,
    knows: (stem) => ids.has(`w ${stem}`),
    weightOf(stem) {
      const id = ids.get(`w ${stem}`);
      return id === undefined ? ceiling : (rarity[id] ?? ceiling);
    },
    vector(words) {
      const names = namesOf(words, concepts);
      const found: number[] = [];
      const weights: number[] = [];
      for (const group of GROUPS) {
        addGroup(names[group], groupWeights[group], ids, rarity, ceiling, found, weights);
      }
      return sorted(found, weights);
    },
  };
}

function idFor(ids: Map<string, number>, counts: number[], name: string): number {
  const known = ids.get(name);
  if (known !== undefined) return known;
  const id = counts.length;
  ids.set(name, id);
  counts.push(0);
  return id;
}

function addGroup(
  names: readonly string[],
  groupWeight: number,
  ids: ReadonlyMap<string, number>,
  rarity: Float32Array,
  ceiling: number,
  found: number[],
  weights: number[],
): void {
  if (groupWeight === 0) return;
  const start = found.length;
  const frequency = new Map<string, number>();
  for (const name of names) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  let length = 0;
  for (const [name, count] of frequency) {
    const id = ids.get(name);
    const weight =
      (1 + Math.log(count)) * (id === undefined ? ceiling * UNKNOWN_WEIGHT : (rarity[id] ?? 0));
    length += weight * weight;
    if (id === undefined) continue;
    found.push(id);
    weights.push(weight);
  }
  const scale = length === 0 ? 0 : groupWeight / Math.sqrt(length);
  for (let index = start; index < weights.length; index += 1) {
    weights[index] = (weights[index] ?? 0) * scale;
  }
}

function namesOf(words: readonly string[], concepts: Concepts): Names {
  const stems = words.map(stemOf);
  const word = stems.map((stem) => `w ${stem}`);
  for (const each of words) if (/^\d+$/.test(each)) word.push(`# ${each.length}`);
  const pair: string[] = [];
  for (let index = 0; index <= stems.length; index += 1) {
    pair.push(`p ${stems[index - 1] ?? '^'} ${stems[index] ?? '$'}`);
  }
  return {
    word,
    pair: stems.length === 0 ? [] : pair,
    letters: words.flatMap(gramsOf),
    concept: concepts.of(words).map((concept) => `c ${concept}`),
  };
}

const grams = new Map<string, readonly string[]>();

function gramsOf(word: string): readonly string[] {
  const known = grams.get(word);
  if (known) return known;
  const padded = `<${word}>`;
  const made: string[] = [];
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) {
      made.push(`g ${padded.slice(start, start + size)}`);
    }
  }
  if (grams.size < 100_000) grams.set(word, made);
  return made;
}

function sorted(ids: readonly number[], weights: readonly number[]): Vector {
  const order = ids.map((_, index) => index).sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0));
  return {
    ids: Uint32Array.from(order, (index) => ids[index] ?? 0),
    weights: Float32Array.from(order, (index) => weights[index] ?? 0),
  };
}
