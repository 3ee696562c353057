import type { Mark, Summary } from './judge.ts';

/** One question of a set, as the page shows it. */
export interface PageRow {
  readonly question: string;
  readonly kind: string;
  readonly fact: string;
  readonly mark: Mark;
  /** Ids of the entries given or offered, or the outcome where there is none. */
  readonly given: string;
  readonly confidence: number;
  /** Whether the likeliest entry, given or not, holds the right words. */
  readonly firstIsRight: boolean;
  /** Why it was missed, in a sentence; empty where it was not. */
  readonly why: string;
}

const MARKS: Readonly<Record<Mark, string>> = {
  false: 'Answered, and the release does not say it',
  wrong: 'Answered with the wrong words',
  missed: 'Not answered, and the release says it',
  'offered-out': 'Offered choices, and the release does not say it',
  offered: 'Offered choices, the right one among them',
  right: 'Right',
  refused: 'Refused, rightly',
};
/** The worst first. */
const ORDER = Object.keys(MARKS) as Mark[];
const BARS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** A whole page of HTML, without script or anything from elsewhere: the misses first. */
export function reportPage(rows: readonly PageRow[], summary: Summary, made: string): string {
  const sorted = [...rows].sort(
    (a, b) => ORDER.indexOf(a.mark) - ORDER.indexOf(b.mark) || b.confidence - a.confidence,
  );
  const misses = sorted.filter((row) => !['right', 'refused'].includes(row.mark));
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>How the bot did</title><style>${STYLE}</style></head><body><main>
<h1>How the bot did</h1><p>${escaped(made)}</p>
<p>${summary.inScope} questions that the release answers: right ${share(summary.right)}, offered ${share(summary.offered)}, wrong ${share(summary.wrong)}, missed ${share(summary.missed)}.
${summary.outOfScope} that it does not answer: answered ${share(summary.false)}, choices ${share(summary.offeredOut)}.</p>
<h2>What went wrong, the worst first</h2>
${table(
  ['What happened', 'Question', 'It gave', 'How sure', 'Why'],
  misses.map((row) => [MARKS[row.mark], row.question, row.given, percent(row.confidence), row.why]),
)}
<h2>If the bar were moved</h2><p>What would be answered if the bar stood elsewhere; the likeliest entry of each question.</p>
${table(
  ['Answer from', 'Right', 'Wrong', 'Answered though not said'],
  BARS.map((bar) => barRow(rows, bar)),
)}
<h2>Whether “sure” means sure</h2><p>Of the answers given at each confidence, how many were right.</p>
${table(['Confidence', 'Answers', 'Right'], confidenceRows(rows))}
<h2>All questions</h2>
${table(
  ['What happened', 'Kind', 'Asks for', 'Question', 'It gave', 'How sure'],
  sorted.map((row) => [
    MARKS[row.mark],
    row.kind,
    row.fact,
    row.question,
    row.given,
    percent(row.confidence),
  ]),
)}
</main></body></html>
`;
}

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}main{max-width:80rem;margin:auto;padding:1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid #8886;padding:.35rem .6rem;text-align:left;vertical-align:top}th{position:sticky;top:0;background:Canvas}`;

function barRow(rows: readonly PageRow[], bar: number): string[] {
  const inScope = rows.filter((row) => IN_SCOPE.includes(row.mark));
  const out = rows.filter((row) => !IN_SCOPE.includes(row.mark));
  const overBar = (all: readonly PageRow[], wanted: (row: PageRow) => boolean) =>
    all.length === 0
      ? '–'
      : share(
          (100 * all.filter((row) => row.confidence >= bar && wanted(row)).length) / all.length,
        );
  return [
    percent(bar),
    overBar(inScope, (row) => row.firstIsRight),
    overBar(inScope, (row) => !row.firstIsRight),
    overBar(out, () => true),
  ];
}

const IN_SCOPE: readonly Mark[] = ['right', 'offered', 'wrong', 'missed'];

function confidenceRows(rows: readonly PageRow[]): string[][] {
  const answered = rows.filter((row) => ['right', 'wrong', 'false'].includes(row.mark));
  return [0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
    const inBand = answered.filter(
      (row) => row.confidence >= from && (row.confidence < from + 0.1 || from === 0.9),
    );
    const right = inBand.filter((row) => row.mark === 'right').length;
    const held = inBand.length === 0 ? '–' : share((100 * right) / inBand.length);
    return [`${percent(from)} to ${percent(from + 0.1)}`, String(inBand.length), held];
  });
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function share(value: number): string {
  return `${value.toFixed(1)} %`;
}
