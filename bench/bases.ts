import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KnowledgeBase } from '../src/domain/knowledge-base.ts';
import type { Office } from '../src/domain/office.ts';
import { entryKey } from '../src/domain/release.ts';
import { readQuestions } from '../src/evaluation/question-set.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { loadOffice } from '../src/knowledge/load-office.ts';
import { madeEntries } from './made-entries.ts';

/** A question, and the keys of the entries that answer it; none where nothing may be answered. */
export interface BenchQuestion {
  readonly text: string;
  readonly answers: ReadonlySet<string>;
}

/** What an engine is measured on. */
export interface BenchBase {
  readonly base: KnowledgeBase;
  readonly office: Office;
  readonly questions: readonly BenchQuestion[];
  /** Others, of the same kind: to warm up with. */
  readonly warmUp: readonly string[];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KNOWLEDGE = `${ROOT}knowledge`;
/** Entries of a made base have so many wordings each. */
export const WORDINGS_PER_ENTRY = 5;
const MADE_QUESTIONS = 200;
const WARM_UP = 50;
/** In one of so many questions in scope two letters have changed places. */
const SLIP_EVERY = 4;

/** The base of this name: `real`, or the number of wordings of a made one. */
export function benchBase(name: string): BenchBase {
  const loaded = loadKnowledge(KNOWLEDGE);
  if (!loaded.ok) throw new Error('the knowledge base has mistakes: npm run check:knowledge');
  const office = loadOffice(KNOWLEDGE);
  const wordings = Number(name);
  return Number.isNaN(wordings)
    ? realBase(loaded.value, office)
    : madeBase(loaded.value, office, wordings);
}

/** Messages that hold several questions are left out: the other engines give one answer. */
function realBase(base: KnowledgeBase, office: Office): BenchBase {
  const read = (file: string) => {
    const questions = readQuestions(readFileSync(`${ROOT}test/golden/${file}.jsonl`, 'utf8'));
    if (!questions.ok) throw new Error(questions.error.join('\n'));
    return questions.value.filter((question) => question.kind !== 'multi');
  };
  const entries = base.releases
    .flatMap((release) => release.entries)
    .map((entry) => ({
      key: entryKey(entry),
      words: entry.passages.map((passage) => passage.text).join('\n'),
    }));
  const questions = read('questions').map(({ text, expect }) => {
    const answering =
      expect.length === 0
        ? []
        : entries.filter(({ words }) => expect.every((pattern) => pattern.test(words)));
    return { text, answers: new Set(answering.map(({ key }) => key)) };
  });
  const warmUp = read('calibration').map(({ text }) => text);
  return { base, office, questions, warmUp: warmUp.slice(0, WARM_UP) };
}

/**
 * A base of made entries, with nothing declined. In scope are wordings that it does not hold of
 * entries that it holds; out of scope are wordings of entries that were left out of it.
 */
function madeBase(real: KnowledgeBase, office: Office, wordings: number): BenchBase {
  const size = wordings / WORDINGS_PER_ENTRY;
  const made = madeEntries(real, size + MADE_QUESTIONS + WARM_UP);
  const held = made.slice(0, size);
  const stride = Math.max(1, Math.floor(size / MADE_QUESTIONS));
  const asked = Array.from({ length: MADE_QUESTIONS }, (_, at) => held[(at * stride) % size]);
  const inScope = asked.flatMap((one, at) => {
    const text = one?.heldBack[Math.floor((at * stride) / size) % one.heldBack.length];
    const typed = text && at % SLIP_EVERY === 0 ? slipped(text) : text;
    return one && typed ? [{ text: typed, answers: new Set([entryKey(one.entry)]) }] : [];
  });
  const strangers = made.slice(size);
  const outOfScope = strangers.slice(0, MADE_QUESTIONS).flatMap(({ heldBack }) => {
    const [text] = heldBack;
    return text ? [{ text, answers: new Set<string>() }] : [];
  });
  const [release] = real.releases;
  if (!release) throw new Error('the real base has no release to make entries of');
  const entries = held.map(({ entry }) => entry);
  return {
    base: { ...real, releases: [{ ...release, id: 'made', entries, declined: [] }] },
    office,
    questions: [...inScope, ...outOfScope],
    warmUp: strangers.slice(MADE_QUESTIONS).flatMap(({ heldBack }) => heldBack.slice(0, 1)),
  };
}

/** Swaps the second and the third letter of the longest word. */
function slipped(text: string): string {
  const [longest = ''] = text.split(' ').toSorted((a, b) => b.length - a.length);
  const swapped = longest.replace(/^(.)(.)(.)/, '$1$3$2');
  return text.replace(longest, swapped);
}
