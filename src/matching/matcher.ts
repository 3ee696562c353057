import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import { entryKey, type Gives, mayOffer } from '../domain/release.ts';
import type { Candidate, Findings } from '../domain/verdict.ts';
import { confidenceOf } from './confidence.ts';
import { type ClassFacts, type Evidence, type Weighed, weigh } from './evidence.ts';
import { type Model, type ModelOptions, type Read, trainModelSteps } from './model.ts';
import { denies } from './negation.ts';
import { atOnce, type Steps } from './steps.ts';
import { cleaned, contentWords, wordsOf } from './text.ts';
import { type Ask, understand } from './understanding.ts';

/** One question of a message, read and weighed; what is done with it is the verdict's business. */
export interface Match {
  readonly asked: string;
  readonly findings: Findings;
  /** Why; absent where the base has no entry at all. */
  readonly evidence?: Evidence;
  readonly read?: Read;
}

export interface Matcher {
  /**
   * Each question of a message in order, with its candidates. Never throws, for any text. `before`
   * is what the conversation was about: a short question is then also read as going on from it.
   */
  match(message: string, before?: string): Match[];
}

export const OFFICE_KEYS = ['office/hours', 'office/telephone', 'office/outOfHours'] as const;

interface Class extends ClassFacts {
  readonly key: string;
  readonly release: string | undefined;
  readonly texts: readonly string[];
  readonly offer: boolean;
}

/** Longest passages of an entry that are learned as wordings of it. */
const MOST_PASSAGES = 8;

/**
 * Learns a base. The office's own record stands in for contact entries where no release has any,
 * so that hours and numbers are answered whatever happens to the releases.
 */
export function createMatcher(
  base: KnowledgeBase,
  office: Office,
  options?: ModelOptions,
): Matcher {
  return atOnce(createMatcherSteps(base, office, options));
}

/** Learns a base in steps of a few milliseconds, for a server that has others to answer meanwhile. */
export function* createMatcherSteps(
  base: KnowledgeBase,
  office: Office,
  options?: ModelOptions,
): Steps<Matcher> {
  const classes = classesOf(base, office).map((one) => ({
    ...one,
    denies: denies(wordsOf(cleaned(one.words))),
  }));
  const input = {
    classes: classes.map(({ texts }) => ({ texts })),
    background: base.everyday.background,
    vocabulary: base.vocabulary,
  };
  const model = yield* trainModelSteps(input, options);
  const releases = base.releases.map((release) => release.id);
  return {
    match: (message, before) =>
      understand(message, before).asks.map((ask) => matchAsk(ask, model, classes, releases)),
  };
}

/** A class before its words were looked at. */
type Learnt = Omit<Class, 'denies'>;

function classesOf(base: KnowledgeBase, office: Office): Learnt[] {
  const entries = base.releases.flatMap((release) => release.entries);
  const classes: Learnt[] = entries.map((entry) => ({
    key: entryKey(entry),
    release: entry.release,
    group: 'entry',
    gives: entry.gives,
    words: entry.passages.map((passage) => passage.text).join('\n'),
    offer: mayOffer(entry),
    texts: [
      ...entry.questions,
      ...entry.keywords,
      entry.title,
      ...entry.passages.slice(0, MOST_PASSAGES).map((passage) => passage.text),
    ],
  }));
  if (!entries.some((entry) => entry.kind === 'contact')) classes.push(...officeClasses(office));
  for (const topic of base.releases.flatMap((release) => release.declined)) {
    classes.push({
      key: entryKey(topic),
      release: topic.release,
      group: 'declined',
      gives: [],
      words: topic.say,
      offer: false,
      texts: [...topic.questions, topic.title],
    });
  }
  classes.push({
    key: 'greeting',
    release: undefined,
    group: 'greeting',
    gives: [],
    words: '',
    offer: false,
    texts: base.everyday.greetings,
  });
  return classes;
}

function officeClasses(office: Office): Learnt[] {
  const { hours, telephone, outOfHours } = office.questions;
  const made = (key: string, gives: readonly Gives[], texts: readonly string[]): Learnt => ({
    key,
    release: undefined,
    group: 'entry',
    gives,
    words: key,
    offer: false,
    texts,
  });
  return [
    made(OFFICE_KEYS[0], ['hours', 'contact'], hours),
    made(OFFICE_KEYS[1], ['contact', 'hours'], telephone),
    made(OFFICE_KEYS[2], ['contact', 'hours'], outOfHours),
  ];
}

interface Reading {
  readonly read: Read;
  readonly weighed: Weighed | undefined;
  readonly confidence: number;
  /** Whether it has a word that the base knows and that says what it is about. */
  readonly hasContent: boolean;
}

function matchAsk(
  ask: Ask,
  model: Model,
  classes: readonly Class[],
  releases: readonly string[],
): Match {
  const readings = ask.readings.map((text) => readOne(text, model, classes, releases));
  // A part of a question that has no word of the base is no way to read it.
  const best = readings.reduce((a, b) => (b.hasContent && b.confidence > a.confidence ? b : a));
  const { read, weighed } = best;
  const candidates = (
    indexes: readonly number[] | undefined,
    group: ClassFacts['group'],
  ): Candidate[] =>
    (indexes ?? [...classes.keys()])
      .filter((index) => classes[index]?.group === group)
      .flatMap((index) => {
        const one = classes[index];
        if (!one) return [];
        return [
          { key: one.key, score: read.scores[index] ?? 0, mayOffer: one.offer, words: one.words },
        ];
      });
  const greeting = classes.findIndex((one) => one.group === 'greeting');
  const topic = weighed?.others.find((index) => classes[index]?.group === 'declined');
  const findings: Findings = {
    entries: candidates(weighed?.entries, 'entry'),
    declined: candidates(weighed?.others, 'declined'),
    greeting: read.scores[greeting] ?? 0,
    empty: read.words.length === 0,
    contentWords: contentWords(read.words).length,
    topicExplains: topic === undefined ? 0 : model.explained(read.words, topic),
    confidence: best.confidence,
  };
  return { asked: ask.text, findings, read, ...(weighed ? { evidence: weighed.evidence } : {}) };
}

/**
 * Reads one text, by the words that the base knows.
 *
 * A release's short name says where to look. What is looked for is the rest: else any entry that
 * has the name among its words would seem to answer whatever is asked of that release.
 */
function readOne(
  text: string,
  model: Model,
  classes: readonly Class[],
  releases: readonly string[],
): Reading {
  const { words: typed, corrections } = model.read(text);
  const named = releases.length > 1 ? releases.filter((id) => typed.includes(id)) : [];
  const rest = typed.filter((word) => !named.includes(word));
  const words = contentWords(rest).length > 0 ? rest : typed;
  const known = model.readWords(words.filter((word) => model.knows(word)));
  const scores = named.length === 0 ? known.scores : narrowed(known.scores, classes, named);
  const weighed = weigh({ ...known, scores }, words, model, classes);
  const confidence = weighed ? confidenceOf(weighed.evidence) : 0;
  const hasContent = contentWords(known.words).length > 0;
  return { read: { words, corrections, scores }, weighed, confidence, hasContent };
}

/** Scores with other releases' classes out of the running: a release's name narrows a question. */
function narrowed(
  scores: Float64Array,
  classes: readonly Class[],
  named: readonly string[],
): Float64Array {
  return scores.map((score, index) => {
    const release = classes[index]?.release;
    return release === undefined || named.includes(release) ? score : -9;
  });
}
