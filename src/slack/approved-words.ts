import type { PressOffice } from '../application/press-office.ts';
import { withMarks } from '../domain/quotation.ts';
import { entriesOf, type ReleaseAnswer } from '../domain/reply.ts';

/** Approved entries that an officer is shown at once. */
const MOST_FOUND = 5;
/** Part of the best one's score that another needs to be shown beside it. */
const CLOSE_ENOUGH = 0.1;

/** Approved words for a question, best first, by the same matching that answers reporters. */
export function findApproved(
  pressOffice: Pick<PressOffice, 'explain' | 'answer'>,
  words: string,
): ReleaseAnswer[] {
  const candidates = pressOffice
    .explain(words)
    .flatMap(({ match }) => match.findings.entries)
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const least = (candidates[0]?.score ?? 0) * CLOSE_ENOUGH;
  const keys = new Set(candidates.filter(({ score }) => score >= least).map(({ key }) => key));
  return [...keys].flatMap((key) => pressOffice.answer(key) ?? []).slice(0, MOST_FOUND);
}

/** True where every passage of the entry still stands in the words, whatever the spaces between. */
export function holdsWordsOf(words: string, answer: ReleaseAnswer): boolean {
  const said = spaced(words);
  return entriesOf(answer)
    .flatMap(({ passages }) => withMarks(passages))
    .every((passage) => said.includes(spaced(passage)));
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
