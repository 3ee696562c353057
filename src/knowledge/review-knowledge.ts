import { type Coverage, coverageOf } from '../domain/coverage.ts';
import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import { holidayDaysLeft } from '../domain/office-hours.ts';
import { type DeclinedTopic, type Entry, type EpochMs, entryKey } from '../domain/release.ts';
import { contentWords, stemOf, stemsOf, wordsOf } from '../matching/text.ts';
import { HOLIDAYS_FILE, OFFICE_FILE } from './load-office.ts';
import type { Named } from './named.ts';
import type { Problem } from './problem.ts';

/** What a careful editor would say of a base that can be read. */
export interface Review {
  /** To be mended before it is published. */
  readonly problems: readonly Problem[];
  /** To be done soon; no reason to stop. */
  readonly warnings: readonly Problem[];
  readonly coverage: readonly Coverage[];
}

/** Two wordings of one entry may share at most this share of the longer one's stems. */
export const MOST_SHARED = 0.6;
const FEWEST_QUESTIONS = 10;
const FEWEST_WITHOUT_SHARED_WORDS = 2;
const HOLIDAY_WARNING_DAYS = 120;

type Things = readonly (Entry | DeclinedTopic)[];
type Names = ReadonlyMap<string, Named>;

/** Reviews wordings, dates and coverage. `at` is today: what is past or runs out is a warning. */
export function reviewKnowledge(
  base: KnowledgeBase,
  names: Names,
  office: Office,
  at: EpochMs,
): Review {
  const entries = base.releases.flatMap((release) => release.entries);
  const things: Things = [...entries, ...base.releases.flatMap((release) => release.declined)];
  return {
    problems: [...askedTwice(things, names), ...things.flatMap((thing) => tooAlike(thing, names))],
    warnings: [
      ...things.flatMap((thing) => overdue(thing, names, at)),
      ...entries.flatMap((entry) => thinWordings(entry, names)),
      ...officeWarnings(office, at),
    ],
    coverage: base.releases.map(coverageOf),
  };
}

/** What the office should know at every start: who has confirmed the numbers, when the list ends. */
export function officeWarnings(office: Office, at: EpochMs): Problem[] {
  const unconfirmed = (
    [
      ['press_office', office.pressOffice],
      ['out_of_hours', office.outOfHours],
    ] as const
  )
    .filter(([, line]) => line.confirmed === undefined)
    .map(([field, line]) => ({
      file: OFFICE_FILE,
      field: `${field}.confirmed`,
      wrong: `nobody has confirmed that ${line.number} still rings at the ${line.name}; replies say where it was published`,
      example: '{ by: "A. Officer", on: 2026-11-24 }',
    }));
  const left = holidayDaysLeft(office, at);
  if (left > HOLIDAY_WARNING_DAYS) return unconfirmed;
  const wrong =
    left < 0
      ? `the list of bank holidays ended on ${office.holidaysCompleteUntil}; after it every Monday to Friday counts as open`
      : `the list of bank holidays ends in ${left} days; add the next year’s as the government publishes them`;
  return [
    ...unconfirmed,
    { file: HOLIDAYS_FILE, field: 'complete_until', wrong, example: '2029-12-31' },
  ];
}

function problemAt(
  thing: Entry | DeclinedTopic,
  names: Names,
  path: readonly (string | number)[],
  wrong: string,
): Problem {
  const named = names.get(entryKey(thing));
  return (
    named?.problemAt(path, wrong) ?? {
      file: thing.release,
      field: `${thing.id}: ${path.join(' ')}`,
      wrong,
    }
  );
}

/** One question must have one answer. */
function askedTwice(things: Things, names: Names): Problem[] {
  const first = new Map<string, string>();
  return things.flatMap((thing) =>
    thing.questions.flatMap((question, index) => {
      const key = wordsOf(question).join(' ');
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, thing.id);
        return [];
      }
      return [
        problemAt(
          thing,
          names,
          ['questions', index],
          `“${question}” is already a question of ${other}`,
        ),
      ];
    }),
  );
}

/** Wordings that differ only in order teach nothing and hide how few there are. */
function tooAlike(thing: Entry | DeclinedTopic, names: Names): Problem[] {
  const stems = thing.questions.map((question) => new Set(stemsOf(question)));
  const problems: Problem[] = [];
  for (let later = 1; later < stems.length; later += 1) {
    const earlier = stems.findIndex(
      (other, index) => index < later && sharedShare(other, stems[later]) > MOST_SHARED,
    );
    if (earlier === -1) continue;
    problems.push(
      problemAt(
        thing,
        names,
        ['questions', later],
        `it shares more than ${MOST_SHARED * 100} % of its words with “${thing.questions[earlier]}”; say it in other words`,
      ),
    );
  }
  return problems;
}

/** Stems in both, as a share of the longer wording's. */
export function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): number {
  if (!b || a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / Math.max(a.size, b.size);
}

function thinWordings(entry: Entry, names: Names): Problem[] {
  if (entry.questions.length < FEWEST_QUESTIONS) {
    const wrong = `it has ${entry.questions.length} wordings; with fewer than ${FEWEST_QUESTIONS} many ways to ask it are missed`;
    return [problemAt(entry, names, ['questions'], wrong)];
  }
  const answer = new Set(entry.passages.flatMap((passage) => stemsOf(passage.text)));
  const apart = entry.questions.filter((question) =>
    contentWords(wordsOf(question)).every((word) => !answer.has(stemOf(word))),
  );
  if (apart.length >= FEWEST_WITHOUT_SHARED_WORDS) return [];
  const wrong = `${apart.length} of its wordings share no content word with the answer; at least ${FEWEST_WITHOUT_SHARED_WORDS} should`;
  return [problemAt(entry, names, ['questions'], wrong)];
}

function overdue(thing: Entry | DeclinedTopic, names: Names, at: EpochMs): Problem[] {
  if (thing.reviewBy >= new Date(at).toISOString().slice(0, 10)) return [];
  return [
    problemAt(
      thing,
      names,
      ['review_by'],
      `${thing.owner} should have reviewed it by ${thing.reviewBy}`,
    ),
  ];
}
