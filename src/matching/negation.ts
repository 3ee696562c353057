const ALWAYS = new Set(['never', 'without', 'neither', 'nor', 'nobody', 'none', 'nothing']);
const BEFORE_NOT = new Set(
  'do does did is are was were has have had can could will would should must may'.split(' '),
);

/**
 * Whether words (cleaned, lower case, contractions opened) deny something: "which forces did not
 * have a plan". Not so "is it effective or not", nor "isn't it £1.1bn", which asks for a yes.
 */
export function denies(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      ALWAYS.has(word) || (word === 'not' && at > 1 && BEFORE_NOT.has(words[at - 1] ?? '')),
  );
}
