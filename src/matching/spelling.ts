import Fuse from 'fuse.js';
import { isEnglish } from './english-words.ts';

/** Corrects a question's words towards the base's own vocabulary. */
export interface Spelling {
  /** The nearest known word, or the word itself where it is known, short, or like nothing known. */
  corrected(word: string): string;
}

/** Words shorter than this are never corrected: too many words are one letter away. */
const SHORTEST = 3;
/** Up to this length only two swapped letters are forgiven: "teh", "otu". */
const SWAPS_ONLY = 3;
/** From this length on two slips are forgiven; below it one. */
const LONG = 8;
const MOST_PROPOSALS = 8;

/**
 * Fuse.js proposes likely words, and the edit distance (with swapped neighbours as one slip)
 * decides. Proposals are sought among words that share the first or the second letter, so that a
 * slip in either is forgiven and a search stays small.
 *
 * What is a common English word is no slip, whether the base has it or not: "pasta" is not "past".
 * `frequency` is how often the base uses each word: of equally near words the commoner wins.
 */
export function createSpelling(frequency: ReadonlyMap<string, number>): Spelling {
  const words = [...frequency.keys()]
    .filter((word) => word.length >= SHORTEST && !/\d/.test(word))
    .sort();
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    for (const letter of new Set([word[0] ?? '', word[1] ?? ''])) {
      const bucket = byLetter.get(letter) ?? [];
      bucket.push(word);
      byLetter.set(letter, bucket);
    }
  }
  const searches = new Map<string, Fuse<string>>();
  const searchFor = (letter: string): Fuse<string> | undefined => {
    const bucket = byLetter.get(letter);
    if (!bucket) return undefined;
    const known = searches.get(letter);
    if (known) return known;
    const made = new Fuse(bucket, {
      includeScore: true,
      threshold: 0.5,
      ignoreLocation: false,
      distance: 4,
    });
    searches.set(letter, made);
    return made;
  };
  const remembered = new Map<string, string>();
  return {
    corrected(word) {
      if (!mayBeSlip(word) || frequency.has(word) || isEnglish(word)) return word;
      const known = remembered.get(word);
      if (known !== undefined) return known;
      const best = nearest(word, searchFor, frequency);
      if (remembered.size > 20_000) remembered.clear();
      remembered.set(word, best);
      return best;
    },
  };
}

function mayBeSlip(word: string): boolean {
  return word.length >= SHORTEST && word.length <= 24 && !/\d/.test(word);
}

function nearest(
  word: string,
  searchFor: (letter: string) => Fuse<string> | undefined,
  frequency: ReadonlyMap<string, number>,
): string {
  const allowed = word.length >= LONG ? 2 : 1;
  const letters = [...new Set([word[0] ?? '', word[1] ?? ''])];
  const proposals = letters.flatMap(
    (letter) =>
      searchFor(letter)
        ?.search(word, { limit: MOST_PROPOSALS })
        .map(({ item }) => item) ?? [],
  );
  const likely = [...proposals, ...swapped(word).filter((each) => frequency.has(each))]
    .map((item) => ({
      item,
      cost: costOf(word, item, allowed),
      uses: frequency.get(item) ?? 0,
    }))
    .filter((one) => Number.isFinite(one.cost))
    .sort((a, b) => a.cost - b.cost || b.uses - a.uses);
  return likely[0]?.item ?? word;
}

/** The word with each two neighbours swapped, which a search by likeness can miss: "mcuh". */
function swapped(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}

/** Fingers swap letters more often than they lose one. */
const SWAPPED = -0.25;
/** A wrong letter is rarer than one that is missing, doubled or swapped with its neighbour. */
const WRONG_LETTER = 0.5;

function costOf(word: string, item: string, allowed: number): number {
  const sameLetters = sortedLetters(word) === sortedLetters(item);
  if (word.length <= SWAPS_ONLY && !sameLetters) return Number.POSITIVE_INFINITY;
  const distance = slips(word, item, allowed);
  if (distance > allowed) return Number.POSITIVE_INFINITY;
  if (sameLetters) return distance + SWAPPED;
  return word.length === item.length ? distance + WRONG_LETTER : distance;
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}

/** Edit distance in which two swapped neighbours are one slip; `most + 1` once it is larger. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      next.push(cell(a, b, row, column, before, last, next));
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? most + 1;
}

function cell(
  a: string,
  b: string,
  row: number,
  column: number,
  before: readonly number[],
  last: readonly number[],
  next: readonly number[],
): number {
  const changed = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
  const cost = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, changed);
  const swapped =
    row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(cost, (before[column - 2] ?? 0) + 1) : cost;
}
