import type { Example } from './classifier.ts';
import type { Vector } from './features.ts';
import { createPostings } from './postings.ts';

/** Finds, for a question, how alike each class's nearest wording is. */
export interface Nearest {
  /** Writes the likeness (0 to the sum of squared group weights) of each class's nearest wording. */
  likeness(vector: Vector, into: Float64Array): void;
}

/** Builds an inverted index over the examples; those with label -1 are left out. */
export function createNearest(examples: readonly Example[], features: number): Nearest {
  const rows = examples.filter((example) => example.label >= 0);
  const postings = createPostings(
    rows.map((example) => example.vector),
    features,
  );
  const labels = Uint32Array.from(rows, (example) => example.label);
  const sums = new Float64Array(rows.length);
  return {
    likeness(vector, into) {
      sums.fill(0);
      postings.addProducts(vector, sums);
      into.fill(0);
      for (let row = 0; row < sums.length; row += 1) {
        const label = labels[row] ?? 0;
        into[label] = Math.max(into[label] ?? 0, sums[row] ?? 0);
      }
    },
  };
}
