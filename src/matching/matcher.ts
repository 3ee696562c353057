import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import { entryKey, type Gives, mayOffer } from '../domain/release.ts';
import type { Candidate, Findings } from '../domain/verdict.ts';
import { confidenceOf } from './confidence.ts';
import { type ClassFacts, type Evidence, type Weighed, weigh } from './evidence.ts';
import { type Model, type ModelOptions, type Read, trainModelSteps } from './model.ts';
import { atOnce, type Steps } from './steps.ts';
import { contentWords } from './text.ts';
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
  const classes = classesOf(base, office);
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

function classesOf(base: KnowledgeBase, office: Office): Class[] {
  const entries = base.releases.flatMap((release) => release.entries);
  const classes: Class[] = entries.map((entry) => ({
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

function officeClasses(office: Office): Class[] {
  const { hours, telephone, outOfHours } = office.questions;
  const made = (key: string, gives: readonly Gives[], texts: readonly string[]): Class => ({
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
}

function matchAsk(
  ask: Ask,
  model: Model,
  classes: readonly Class[],
  releases: readonly string[],
): Match {
  const readings = ask.readings.map((text) => readOne(text, model, classes, releases));
  const best = readings.reduce((a, b) => (b.confidence > a.confidence ? b : a));
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
    bare: contentWords(read.words).length === 0,
    topicExplains: topic === undefined ? 0 : model.explained(read.words, topic),
    confidence: best.confidence,
  };
  return { asked: ask.text, findings, read, ...(weighed ? { evidence: weighed.evidence } : {}) };
}

/**
 * Reads one text. Its confidence is the lesser of two: with all its words, and with those alone
 * that the base knows, so that a strange name put into a question can only lower it.
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
  const whole = model.read(text);
  const named = releases.length > 1 ? releases.filter((id) => whole.words.includes(id)) : [];
  const rest = whole.words.filter((word) => !named.includes(word));
  const isNarrowed = named.length > 0 && contentWords(rest).length > 0;
  const read = isNarrowed ? { ...model.readWords(rest), corrections: whole.corrections } : whole;
  const narrow = (one: Read): Read =>
    named.length === 0 ? one : { ...one, scores: narrowed(one.scores, classes, named) };
  const weighed = weigh(narrow(read), model, classes);
  const known = read.words.filter((word) => model.knows(word));
  const confidences = [
    weighed,
    ...(known.length < read.words.length
      ? [weigh(narrow(model.readWords(known)), model, classes)]
      : []),
  ];
  const confidence = Math.min(...confidences.map((one) => (one ? confidenceOf(one.evidence) : 0)));
  return { read: narrow(read), weighed, confidence };
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
