import type { Vector } from './features.ts';
import { createPostings, type Postings } from './postings.ts';
import { separate } from './separator.ts';

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

/** Trains one-against-the-rest separators. The same examples in the same order give the same scores. */
export function trainClassifier(
  examples: readonly Example[],
  classes: number,
  features: number,
  options: ClassifierOptions = {},
): Classifier {
  const { cost = 1, passes = 10 } = options;
  const mostNegatives = options.mostNegatives ?? negativesFor(classes);
  const postings = createPostings(
    examples.map((example) => example.vector),
    features,
  );
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  examples.forEach((example, index) => {
    byClass[example.label]?.push(index);
  });
  const bias = new Float64Array(classes);
  const workspace = {
    weights: new Float64Array(features),
    likeness: new Float64Array(examples.length),
  };
  const columns = byClass.map((positives, label) => {
    const negatives = likest(
      examples,
      positives,
      label,
      postings,
      workspace.likeness,
      mostNegatives,
    );
    const vectors = (rows: readonly number[]) => rows.flatMap((row) => examples[row]?.vector ?? []);
    const made = separate(vectors(positives), vectors(negatives), workspace.weights, {
      cost,
      passes,
    });
    bias[label] = made.bias;
    return made;
  });
  const byFeature = createPostings(columns, features);
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

/** The negatives worth looking at: those most like all of the class's own examples together. */
function likest(
  examples: readonly Example[],
  positives: readonly number[],
  label: number,
  postings: Postings,
  likeness: Float64Array,
  most: number,
): number[] {
  likeness.fill(0);
  postings.addProducts(sumOf(positives.flatMap((row) => examples[row]?.vector ?? [])), likeness);
  const others: number[] = [];
  for (let row = 0; row < examples.length; row += 1) {
    if (examples[row]?.label !== label && (likeness[row] ?? 0) > 0) others.push(row);
  }
  others.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0) || a - b);
  return others.slice(0, most);
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
