import type { Vector } from './features.ts';
import { highest } from './highest.ts';
import { createPostingsSteps, type Postings } from './postings.ts';
import {
  createWorkspace,
  type Row,
  rowOf,
  type Separator,
  separate,
  type Workspace,
} from './separator.ts';
import type { Steps } from './steps.ts';

export interface Example {
  readonly vector: Vector;
  /** Class number, or -1 for what belongs to none. */
  readonly label: number;
}

export interface ClassifierOptions {
  /** Cost of an example on the wrong side of the margin. Default 1. */
  readonly cost?: number;
  /** Passes over a class's examples. Default 10. */
  readonly passes?: number;
  /** At most so many examples of other classes are held against each class, the likest. Default: see {@link negativesFor}. */
  readonly mostNegatives?: number;
}

/** One linear separator a class, read from an inverted index: feature → classes that weigh it. */
export interface Classifier {
  /** Each class's signed distance, about -1 for "surely not" and +1 for "surely". */
  scores(vector: Vector, into: Float64Array): void;
}

/**
 * Trains one-against-the-rest separators, one a step. The same examples in the same order give the
 * same scores.
 */
export function* trainClassifierSteps(
  examples: readonly Example[],
  classes: number,
  features: number,
  options: ClassifierOptions = {},
): Steps<Classifier> {
  const { cost = 1, passes = 10, mostNegatives = negativesFor(classes) } = options;
  const rows = examples.map((example) => rowOf(example.vector));
  const postings = yield* createPostingsSteps(rows, features);
  const workspace = createWorkspace(features);
  const likeness = new Float64Array(rows.length);
  const separators: Separator[] = [];
  for (const own of rowsByClass(examples, classes)) {
    const positives = chosen(rows, own);
    addLikeness(positives, postings, workspace, likeness);
    for (const row of own) likeness[row] = 0;
    // The negatives worth looking at: those most like all of the class's own examples together.
    const negatives = chosen(rows, highest(likeness, 0, mostNegatives));
    likeness.fill(0);
    separators.push(separate(positives, negatives, workspace, { cost, passes }));
    yield;
  }
  return yield* classifierSteps(separators, features);
}

/** A scope of its own, so that what was needed for training is not kept. */
function* classifierSteps(separators: readonly Separator[], features: number): Steps<Classifier> {
  const bias = Float64Array.from(separators, (separator) => separator.bias);
  const byFeature = yield* createPostingsSteps(separators, features);
  return {
    scores(vector, into) {
      into.set(bias);
      byFeature.addProducts(vector, into);
    },
  };
}

/** As many as keep the work of a large base in bounds, and all of a small one's: 200 to 2,000. */
function negativesFor(classes: number): number {
  return Math.min(2_000, Math.max(200, Math.round(100_000 / Math.max(1, classes))));
}

function rowsByClass(examples: readonly Example[], classes: number): number[][] {
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  examples.forEach(({ label }, row) => {
    byClass[label]?.push(row);
  });
  return byClass;
}

/** What so many wordings hold says little about which of them are alike, and takes long to add up. */
const MOST_HOLDERS = 3_000;

/** Adds to `likeness` how like each row is to some rows together. */
function addLikeness(
  to: readonly Row[],
  postings: Postings,
  { weights: sums }: Workspace,
  likeness: Float64Array,
): void {
  const touched = sumUp(to, sums);
  const telling = touched.filter((id) => postings.holders(id) <= MOST_HOLDERS);
  const weights = Float32Array.from(telling, (id) => sums[id] ?? 0);
  for (const id of touched) sums[id] = 0;
  postings.addProducts({ ids: new Uint32Array(telling), weights }, likeness);
}

function chosen(rows: readonly Row[], numbers: readonly number[]): Row[] {
  return numbers.flatMap((number) => rows[number] ?? []);
}

/** Adds vectors to `sums`, which must be zero; returns which of them are that no more. */
function sumUp(vectors: readonly Vector[], sums: Float64Array): number[] {
  const touched: number[] = [];
  for (const { ids, weights } of vectors) {
    for (let index = 0; index < ids.length; index += 1) {
      const id = ids[index] ?? 0;
      if (sums[id] === 0) touched.push(id);
      sums[id] = (sums[id] ?? 0) + (weights[index] ?? 0);
    }
  }
  return touched;
}
