import type { Passage } from './release.ts';

/**
 * The words of a passage as they are set for a reader: speech gets its marks here and nowhere else.
 *
 * British practice, as the release itself has it: each paragraph of a longer quotation opens with
 * a mark, and only the last one closes. A passage that is followed by the next paragraph of the
 * same quotation therefore stays open.
 */
export function withMarks(passages: readonly Passage[]): string[] {
  return passages.map((passage, index) => {
    if (!passage.spoken) return passage.text;
    const next = passages[index + 1];
    return next && runsOn(passage, next) ? `“${passage.text}` : `“${passage.text}”`;
  });
}

const PARAGRAPH = /^(.*)paragraph (\d+)$/;

/** Two quotations of one release may both have a paragraph 2, so the quote itself must be the same. */
function runsOn(passage: Passage, next: Passage): boolean {
  const [, quote, paragraph] = PARAGRAPH.exec(passage.place) ?? [];
  const [, nextQuote, nextParagraph] = PARAGRAPH.exec(next.place) ?? [];
  const isNext = quote === nextQuote && Number(nextParagraph) === Number(paragraph) + 1;
  return next.spoken && isNext && next.start - passage.end <= WIDEST_GAP;
}

/** Between two paragraphs stand line breaks, indents and the opening mark; a left-out sentence is longer. */
const WIDEST_GAP = 12;
