import type { Example } from './classifier.ts';
import type { Vector } from './features.ts';

/** Finds, for a question, how alike each class's nearest wording is. */
export interface Nearest {
  /** Writes the likeness (0 to about the sum of squared group weights) of each class's nearest wording. */
  likeness(vector: Vector, into: Float64Array): void;
}

/** Builds an inverted index over the examples; those with label -1 are left out. */
export function createNearest(examples: readonly Example[], features: number): Nearest {
  const rows = examples.filter((example) => example.label >= 0);
  const start = new Uint32Array(features + 1);
  for (const { vector } of rows)
    for (const id of vector.ids) start[id + 1] = (start[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
  const rowOf = new Uint32Array(start[features] ?? 0);
  const weightOf = new Float32Array(rowOf.length);
  const next = start.slice();
  rows.forEach(({ vector }, row) => {
    for (let index = 0; index < vector.ids.length; index += 1) {
      const id = vector.ids[index] ?? 0;
      const at = next[id] ?? 0;
      rowOf[at] = row;
      weightOf[at] = vector.weights[index] ?? 0;
      next[id] = at + 1;
    }
  });
  const labels = Uint32Array.from(rows, (example) => example.label);
  const sums = new Float64Array(rows.length);
  return {
    likeness(vector, into) {
      sums.fill(0);
      for (let index = 0; index < vector.ids.length; index += 1) {
        const id = vector.ids[index] ?? 0;
        const weight = vector.weights[index] ?? 0;
        const end = start[id + 1] ?? 0;
        for (let at = start[id] ?? 0; at < end; at += 1) {
          const row = rowOf[at] ?? 0;
          sums[row] = (sums[row] ?? 0) + weight * (weightOf[at] ?? 0);
        }
      }
      into.fill(0);
      for (let row = 0; row < sums.length; row += 1) {
        const label = labels[row] ?? 0;
        const sum = sums[row] ?? 0;
        if (sum > (into[label] ?? 0)) into[label] = sum;
      }
    },
  };
}
