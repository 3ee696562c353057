import type { Passage } from './release.ts';
import { type Sentence, sentencesOf } from './release-text.ts';
import { ok, type Result, refused } from './result.ts';

/**
 * Finds a passage in a release's stored text, character for character, and says where it stands.
 *
 * A passage is whole sentences of one paragraph, or one list item (its closing semicolon, "; and"
 * or full stop may be left out). `text` is first looked for as it is; nothing is normalised, so a
 * straight quote for a curly one, a hyphen for a dash or a doubled space is a refusal.
 */
export function findPassage(text: string, words: string): Result<Passage, string> {
  if (words.trim() === '') return refused('it is empty');
  if (!text.includes(words)) {
    return refused(
      `these words do not stand in the release, character for character${hint(text, words)}`,
    );
  }
  const sentences = sentencesOf(text);
  for (let from = text.indexOf(words); from !== -1; from = text.indexOf(words, from + 1)) {
    const passage = passageAt(text, sentences, from, from + words.length);
    if (passage) return ok(passage);
  }
  return refused('it starts or ends inside a sentence, or runs over the end of a paragraph');
}

function passageAt(
  text: string,
  sentences: readonly Sentence[],
  start: number,
  end: number,
): Passage | undefined {
  const first = sentences.find((sentence) => sentence.start === start);
  if (!first) return undefined;
  const last = sentences.find(
    (sentence) =>
      sentence.unit.start === first.unit.start &&
      end <= sentence.end &&
      mayLeaveOut(text.slice(end, sentence.end), first.unit.kind === 'item'),
  );
  if (!last || last.start >= end) return undefined;
  return {
    text: text.slice(start, end),
    place: first.unit.place,
    start,
    end,
    spoken: first.unit.kind === 'quote',
  };
}

/** What may be missing at a passage's end: nothing, or a list item's own punctuation. */
function mayLeaveOut(rest: string, isItem: boolean): boolean {
  return rest === '' || (isItem && /^(?:;(?: and| or)?|\.)$/.test(rest));
}

/** Where the words would be found but for marks and spaces, says so: the usual mistake. */
function hint(text: string, words: string): string {
  const plain = (value: string) =>
    value.replace(/[‘’']/g, "'").replace(/[“”"]/g, '"').replace(/[–—-]/g, '-').replace(/\s+/g, ' ');
  if (!plain(text).includes(plain(words).trim())) return '';
  return '; they differ only in quotation marks, dashes or spaces: copy them from release.txt';
}
