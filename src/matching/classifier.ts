import type { Vector } from './features.ts';
import { highest } from './highest.ts';
import { createPostings, type Postings } from './postings.ts';
import { createWorkspace, type Separator, separate } from './separator.ts';
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
  const vectors = examples.map((example) => example.vector);
  const byClass = rowsByClass(examples, classes);
  const postings = createPostings(vectors, features);
  const likeness = new Float64Array(vectors.length);
  const workspace = createWorkspace(features);
  const separators: Separator[] = [];
  for (const rows of byClass) {
    const others = likest(vectors, rows, postings, likeness, mostNegatives);
    const [positives, negatives] = [chosen(vectors, rows), chosen(vectors, others)];
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

/** The negatives worth looking at: those most like all of the class's own examples together. */
function likest(
  vectors: readonly Vector[],
  positives: readonly number[],
  postings: Postings,
  likeness: Float64Array,
  most: number,
): number[] {
  likeness.fill(0);
  postings.addProducts(sumOf(chosen(vectors, positives)), likeness);
  for (const row of positives) likeness[row] = 0;
  return highest(likeness, 0, most);
}

function chosen(vectors: readonly Vector[], rows: readonly number[]): Vector[] {
  return rows.flatMap((row) => vectors[row] ?? []);
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sums = new Map<number, number>();
  for (const { ids, weights } of vectors) {
    for (let index = 0; index < ids.length; index += 1) {
      const id = ids[index] ?? 0;
      sums.set(id, (sums.get(id) ?? 0) + (weights[index] ?? 0));
    }
  }
  return { ids: Uint32Array.from(sums.keys()), weights: Float32Array.from(sums.values()) };
}
