import type { Vector } from './features.ts';

/** An inverted index over sparse rows: for each feature, the rows that hold it and with what weight. */
export interface Postings {
  /** Adds to `into` the product of `vector` with each row. */
  addProducts(vector: Vector, into: Float64Array): void;
}

/** Builds the index in two passes over the rows: count, then fill. `features` is one more than the largest id. */
export function createPostings(rows: readonly Vector[], features: number): Postings {
  const start = startsOf(rows, features);
  const rowOf = new Uint32Array(start[features] ?? 0);
  const weightOf = new Float32Array(rowOf.length);
  fill(rows, start.slice(), rowOf, weightOf);
  return {
    addProducts({ ids, weights }, into) {
      for (let index = 0; index < ids.length; index += 1) {
        const id = ids[index] ?? 0;
        const weight = weights[index] ?? 0;
        const end = start[id + 1] ?? 0;
        for (let at = start[id] ?? 0; at < end; at += 1) {
          const row = rowOf[at] ?? 0;
          into[row] = (into[row] ?? 0) + weight * (weightOf[at] ?? 0);
        }
      }
    },
  };
}

function startsOf(rows: readonly Vector[], features: number): Uint32Array {
  const start = new Uint32Array(features + 1);
  for (const { ids } of rows) {
    for (let index = 0; index < ids.length; index += 1) {
      const id = (ids[index] ?? 0) + 1;
      start[id] = (start[id] ?? 0) + 1;
    }
  }
  for (let id = 0; id < features; id += 1) start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
  return start;
}

function fill(
  rows: readonly Vector[],
  next: Uint32Array,
  rowOf: Uint32Array,
  weightOf: Float32Array,
): void {
  for (let row = 0; row < rows.length; row += 1) {
    const { ids, weights } = rows[row] ?? { ids: [], weights: [] };
    for (let index = 0; index < ids.length; index += 1) {
      const id = ids[index] ?? 0;
      const at = next[id] ?? 0;
      rowOf[at] = row;
      weightOf[at] = weights[index] ?? 0;
      next[id] = at + 1;
    }
  }
}
