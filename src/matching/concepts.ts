import { stemOf, wordsOf } from './text.ts';

/** Groups of words that mean one thing to this office; each group is a concept. */
export interface Concepts {
  /** The concepts that stand in a run of words, each once. */
  of(words: readonly string[]): number[];
}

const LONGEST_PHRASE = 4;

/** Builds the lookup from the vocabulary's groups. A word may belong to several. */
export function createConcepts(groups: readonly (readonly string[])[]): Concepts {
  const byPhrase = new Map<string, number[]>();
  groups.forEach((group, concept) => {
    for (const phrase of group) {
      const key = wordsOf(phrase).map(stemOf).join(' ');
      if (key === '') continue;
      const known = byPhrase.get(key) ?? [];
      if (!known.includes(concept)) known.push(concept);
      byPhrase.set(key, known);
    }
  });
  return {
    of(words) {
      const found = new Set<number>();
      for (const phrase of phrasesOf(words.map(stemOf))) {
        for (const concept of byPhrase.get(phrase) ?? []) found.add(concept);
      }
      return [...found];
    },
  };
}

function* phrasesOf(stems: readonly string[]): Generator<string> {
  for (let start = 0; start < stems.length; start += 1) {
    for (let length = 1; length <= LONGEST_PHRASE && start + length <= stems.length; length += 1) {
      yield length === 1 ? (stems[start] ?? '') : stems.slice(start, start + length).join(' ');
    }
  }
}
