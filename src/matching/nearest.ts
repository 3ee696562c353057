import type { Example } from './classifier.ts';
import type { Vector } from './features.ts';
import { createPostingsSteps } from './postings.ts';
import type { Steps } from './steps.ts';

/** Finds, for a question, how alike each class's nearest wording is. */
export interface Nearest {
  /** Writes the likeness (0 to the sum of squared group weights) of each class's nearest wording. */
  likeness(vector: Vector, into: Float64Array): void;
}

/** Builds an inverted index over the examples; those with label -1 are left out. */
export function* createNearestSteps(
  examples: readonly Example[],
  features: number,
): Steps<Nearest> {
  const rows = examples
    .filter((example) => example.label >= 0)
    .sort((a, b) => a.label - b.label)
    .map((example) => example.vector);
  const ends = endsOf(examples);
  const postings = yield* createPostingsSteps(rows, features);
  const sums = new Float64Array(rows.length);
  return {
    likeness(vector, into) {
      sums.fill(0);
      postings.addProducts(vector, sums);
      let row = 0;
      for (let label = 0; label < into.length; label += 1) {
        const end = ends[label] ?? row;
        let most = 0;
        for (; row < end; row += 1) most = Math.max(most, sums[row] ?? 0);
        into[label] = most;
      }
    },
  };
}

/** For each class the row after its last one, where rows are in the order of their classes. */
function endsOf(examples: readonly Example[]): number[] {
  const ends: number[] = [];
  for (const { label } of examples) if (label >= 0) ends[label] = (ends[label] ?? 0) + 1;
  let end = 0;
  return Array.from(ends, (count = 0) => {
    end += count;
    return end;
  });
}
