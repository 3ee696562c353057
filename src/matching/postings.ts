import type { Vector } from './features.ts';
import type { Steps } from './steps.ts';

/** An inverted index over sparse rows: for each feature, the rows that hold it and with what weight. */
export interface Postings {
  /** Adds to `into` the product of `vector` with each row. */
  addProducts(vector: Vector, into: Float64Array): void;
  /** How many rows hold a feature. */
  holders(feature: number): number;
}

/** About so many entries are put into the index in one step. */
const ENTRIES_PER_STEP = 100_000;

/** Builds the index in two passes over the rows: count, then fill. `features` is one more than the largest id. */
export function* createPostingsSteps(rows: readonly Vector[], features: number): Steps<Postings> {
  const start = new Uint32Array(features + 1);
  for (const batch of batchesOf(rows)) {
    for (let row = batch.from; row < batch.to; row += 1) count(rows[row], start);
    yield;
  }
  for (let id = 0; id < features; id += 1) start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
  const index = {
    rowOf: new Uint32Array(start[features] ?? 0),
    weightOf: new Float32Array(start[features] ?? 0),
    next: start.slice(),
  };
  for (const batch of batchesOf(rows)) {
    for (let row = batch.from; row < batch.to; row += 1) fill(rows[row], row, index);
    yield;
  }
  return postingsOf(start, index.rowOf, index.weightOf);
}

function postingsOf(start: Uint32Array, rowOf: Uint32Array, weightOf: Float32Array): Postings {
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
    holders: (feature) => (start[feature + 1] ?? 0) - (start[feature] ?? 0),
  };
}

/** Runs of rows that hold about {@link ENTRIES_PER_STEP} together. */
function* batchesOf(rows: readonly Vector[]): Generator<{ from: number; to: number }> {
  let from = 0;
  let entries = 0;
  for (let to = 1; to <= rows.length; to += 1) {
    entries += rows[to - 1]?.ids.length ?? 0;
    if (entries < ENTRIES_PER_STEP && to < rows.length) continue;
    yield { from, to };
    from = to;
    entries = 0;
  }
}

function count(row: Vector | undefined, start: Uint32Array): void {
  if (!row) return;
  for (let at = 0; at < row.ids.length; at += 1) {
    const id = (row.ids[at] ?? 0) + 1;
    start[id] = (start[id] ?? 0) + 1;
  }
}

interface Index {
  readonly rowOf: Uint32Array;
  readonly weightOf: Float32Array;
  /** For each feature, where its next entry belongs. */
  readonly next: Uint32Array;
}

function fill(vector: Vector | undefined, row: number, { rowOf, weightOf, next }: Index): void {
  if (!vector) return;
  const { ids, weights } = vector;
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? 0;
    const at = next[id] ?? 0;
    rowOf[at] = row;
    weightOf[at] = weights[index] ?? 0;
    next[id] = at + 1;
  }
}
