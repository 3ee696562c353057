import {
  type Classifier,
  type ClassifierOptions,
  type Example,
  trainClassifierSteps,
} from './classifier.ts';
import { type Concepts, createConcepts } from './concepts.ts';
import { type FeatureOptions, type Featuriser, learnFeaturesSteps } from './features.ts';
import { createNearestSteps, type Nearest } from './nearest.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { atOnce, type Steps } from './steps.ts';
import { cleaned, contentWords, stemOf, wordsOf } from './text.ts';

/** What can be recognised: an entry, a declined topic, small talk; or a label of anybody's data. */
export interface MatchClass {
  readonly texts: readonly string[];
}

export interface ModelInput {
  readonly classes: readonly MatchClass[];
  /** Texts that belong to no class and must not be taken for one. */
  readonly background: readonly string[];
  readonly vocabulary: readonly (readonly string[])[];
}

export interface ModelOptions extends ClassifierOptions, FeatureOptions {
  /** What the likeness of the nearest wording counts beside the separator's distance. */
  readonly nearest?: number;
  readonly spelling?: boolean;
}

/** A question as the model has read it. */
export interface Read {
  /** Lower-case words, misspelt ones corrected towards the base. */
  readonly words: readonly string[];
  /** What was corrected: as typed → as read. */
  readonly corrections: readonly (readonly [string, string])[];
  /** One score a class, in the order of the classes. */
  readonly scores: Float64Array;
}

export interface Model {
  read(text: string): Read;
  /** Reads words that were read before: some of a question's, say. */
  readWords(words: readonly string[]): Read;
  /** Whether any wording has this word, in whatever form, or the vocabulary has. */
  knows(word: string): boolean;
  /** Share (0 to 1) of the question's telling content that a class's own words explain. */
  explained(words: readonly string[], index: number): number;
  /** Share (0 to 1) of it that no class knows; 1 for a question without content. */
  unknown(words: readonly string[]): number;
  /** The content words that a class's own words do not explain. */
  unexplained(words: readonly string[], index: number): string[];
}

const NEAREST = 0.5;
/** A word that only shares a concept with the class's words explains less than the word itself. */
const CONCEPT_SHARE = 0.7;
/** Of so many wordings one alone may have a word by chance: "old dog, new tricks". */
const MANY_TEXTS = 20;
/** What such a word explains. */
const CHANCE_SHARE = 0.5;

/** Learns from wordings. Deterministic: the order of classes and texts changes no score. */
export function trainModel(input: ModelInput, options: ModelOptions = {}): Model {
  return atOnce(trainModelSteps(input, options));
}

/** Does the same in steps of a few milliseconds. */
export function* trainModelSteps(input: ModelInput, options: ModelOptions = {}): Steps<Model> {
  const concepts = createConcepts(input.vocabulary);
  const rows = yield* rowsSteps(input);
  const documents = rows.map((row) => row.words);
  const { featuriser, vectors } = yield* learnFeaturesSteps(documents, concepts, options);
  const examples = rows.flatMap(({ label }, at): Example[] => {
    const vector = vectors[at];
    return vector ? [{ vector, label }] : [];
  });
  const size = input.classes.length;
  const classifier = yield* trainClassifierSteps(examples, size, featuriser.size, options);
  const nearest = yield* createNearestSteps(examples, featuriser.size);
  const spelling = createSpelling(frequencies(rows));
  yield;
  const knowledge = yield* knowledgeSteps(rows, size, concepts);
  return modelOf({ concepts, featuriser, classifier, nearest, spelling, knowledge }, options);
}

interface Row {
  readonly words: readonly string[];
  readonly label: number;
}

/** So many texts are read in one step. */
const TEXTS_PER_STEP = 200;

function* rowsSteps({ classes, background }: ModelInput): Steps<Row[]> {
  const texts = classes.flatMap((one, label) => one.texts.map((text) => ({ text, label })));
  for (const text of background) texts.push({ text, label: -1 });
  // Training visits them by number: the order of files, entries and wordings must not count.
  texts.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
  const rows: Row[] = [];
  for (const { text, label } of texts) {
    rows.push({ words: wordsOf(cleaned(text)), label });
    if (rows.length % TEXTS_PER_STEP === 0) yield;
  }
  return rows;
}

/** What has been learned. */
interface Learned {
  readonly concepts: Concepts;
  readonly featuriser: Featuriser;
  readonly classifier: Classifier;
  readonly nearest: Nearest;
  readonly spelling: Spelling;
  /** One for each class, in their order. */
  readonly knowledge: readonly ClassKnowledge[];
}

function modelOf(learned: Learned, options: ModelOptions): Model {
  const { concepts, featuriser, spelling, knowledge } = learned;
  const knows = (word: string): boolean =>
    featuriser.knows(stemOf(word)) || concepts.of([word]).length > 0;
  const readWords = createReader(learned, options.nearest ?? NEAREST);
  return {
    read(text) {
      const typed = wordsOf(cleaned(text));
      const words =
        options.spelling === false ? typed : typed.map((word) => spelling.corrected(word));
      return { ...readWords(words), corrections: correctionsOf(typed, words) };
    },
    readWords,
    knows,
    explained: (words, index) =>
      weighShare(words, featuriser, (word) => explains(word, knowledge[index], concepts)),
    unknown: (words) =>
      contentWords(words).length === 0
        ? 1
        : weighShare(words, featuriser, (word) => (knows(word) ? 0 : 1)),
    unexplained: (words, index) =>
      [...new Set(contentWords(words))].filter(
        (word) => explains(word, knowledge[index], concepts) === 0,
      ),
  };
}

function createReader(learned: Learned, share: number): Model['readWords'] {
  const { featuriser, classifier, nearest, knowledge } = learned;
  const size = knowledge.length;
  return (words) => {
    const vector = featuriser.vector(words);
    const scores = new Float64Array(size);
    const likeness = new Float64Array(size);
    classifier.scores(vector, scores);
    nearest.likeness(vector, likeness);
    for (let index = 0; index < size; index += 1) {
      scores[index] = (scores[index] ?? 0) + share * (likeness[index] ?? 0);
    }
    return { words, corrections: [], scores };
  };
}

function frequencies(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of rows)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

interface ClassKnowledge {
  /** In how many of its texts each stem stands. */
  readonly stems: Map<string, number>;
  readonly concepts: Set<number>;
  texts: number;
}

function* knowledgeSteps(
  rows: readonly Row[],
  size: number,
  concepts: Concepts,
): Steps<ClassKnowledge[]> {
  const known = Array.from(
    { length: size },
    (): ClassKnowledge => ({ stems: new Map(), concepts: new Set(), texts: 0 }),
  );
  for (const [at, { words, label }] of rows.entries()) {
    if (at % TEXTS_PER_STEP === 0) yield;
    const one = known[label];
    if (!one) continue;
    one.texts += 1;
    for (const stem of new Set(words.map(stemOf)))
      one.stems.set(stem, (one.stems.get(stem) ?? 0) + 1);
    for (const concept of concepts.of(words)) one.concepts.add(concept);
  }
  return known;
}

function explains(word: string, known: ClassKnowledge | undefined, concepts: Concepts): number {
  if (!known) return 0;
  const uses = known.stems.get(stemOf(word)) ?? 0;
  if (uses > 1 || (uses === 1 && known.texts < MANY_TEXTS)) return 1;
  if (uses === 1) return CHANCE_SHARE;
  return concepts.of([word]).some((concept) => known.concepts.has(concept)) ? CONCEPT_SHARE : 0;
}

function weighShare(
  words: readonly string[],
  featuriser: Featuriser,
  share: (word: string) => number,
): number {
  let total = 0;
  let told = 0;
  for (const word of new Set(contentWords(words))) {
    const weight = featuriser.weightOf(stemOf(word));
    total += weight;
    told += weight * share(word);
  }
  return total === 0 ? 0 : told / total;
}

function correctionsOf(
  typed: readonly string[],
  words: readonly string[],
): (readonly [string, string])[] {
  return typed.flatMap((word, index) => {
    const read = words[index] ?? word;
    return read === word ? [] : [[word, read] as const];
  });
}
