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

function runsOn(passage: Passage, next: Passage): boolean {
  return next.spoken && paragraphOf(next) === paragraphOf(passage) + 1;
}

function paragraphOf(passage: Passage): number {
  return Number(/paragraph (\d+)$/.exec(passage.place)?.[1] ?? Number.NaN);
}
