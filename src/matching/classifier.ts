import type { Vector } from './features.ts';
import { highest } from './highest.ts';
import { createPostings } from './postings.ts';
import { createWorkspace, type Row, rowOf, type Separator, separate } from './separator.ts';
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
  const all = examples.map((example) => rowOf(example.vector));
  const byClass = rowsByClass(examples, classes);
  const postings = createPostings(all, features);
  const likeness = new Float64Array(all.length);
  const workspace = createWorkspace(features);
  const separators: Separator[] = [];
  for (const own of byClass) {
    const positives = chosen(all, own);
    postings.addProducts(sumOf(positives, workspace.weights), likeness);
    for (const row of own) likeness[row] = 0;
    // The negatives worth looking at: those most like all of the class's own examples together.
    const negatives = chosen(all, highest(likeness, 0, mostNegatives));
    likeness.fill(0);
    separators.push(separate(positives, negatives, workspace, { cost, passes }));
    yield;
  }
  return classifierOf(separators, features);
}

/** A scope of its own, so that what was needed for training is not kept. */
function classifierOf(separators: readonly Separator[], features: number): Classifier {
  const bias = Float64Array.from(separators, (separator) => separator.bias);
  const byFeature = createPostings(separators, features);
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

function chosen(all: readonly Row[], numbers: readonly number[]): Row[] {
  return numbers.flatMap((number) => all[number] ?? []);
}

/** `sums` must be zero, and is left so. */
function sumOf(vectors: readonly Vector[], sums: Float64Array): Vector {
  const touched: number[] = [];
  for (const { ids, weights } of vectors) {
    for (let index = 0; index < ids.length; index += 1) {
      const id = ids[index] ?? 0;
      if (sums[id] === 0) touched.push(id);
      sums[id] = (sums[id] ?? 0) + (weights[index] ?? 0);
    }
  }
  const weights = new Float32Array(touched.length);
  for (const [at, id] of touched.entries()) {
    weights[at] = sums[id] ?? 0;
    sums[id] = 0;
  }
  return { ids: new Uint32Array(touched), weights };
}
