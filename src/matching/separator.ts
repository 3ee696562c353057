import type { Vector } from './features.ts';

/** A linear separator: features and what each weighs, and what is added to every sum. */
export interface Separator {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Weights nearer to nothing than this are dropped: they move no score that anybody sees. */
const LEAST_WEIGHT = 1e-4;

const FULL_PASS_EVERY = 4;

interface Row {
  readonly vector: Vector;
  readonly sign: 1 | -1;
  /** Squared length, and the room that the squared hinge gives. */
  readonly curve: number;
  readonly slack: number;
}

/**
 * Separates one class's examples from others: L2-regularised squared hinge by dual coordinate
 * descent (Hsieh and others, ICML 2008). Deterministic: the order of visits depends on nothing but
 * the number of examples. `workspace` must be as long as there are features, and zero.
 */
export function separate(
  positives: readonly Vector[],
  negatives: readonly Vector[],
  workspace: Float64Array,
  { cost, passes }: { readonly cost: number; readonly passes: number },
): Separator {
  const rows = [
    ...positives.map((vector) => rowOf(vector, 1, cost)),
    ...negatives.map((vector) => rowOf(vector, -1, cost)),
  ];
  const multipliers = new Float64Array(rows.length);
  let bias = 0;
  const random = randomFrom(12_345);
  let order = rows.map((_, index) => index);
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    const moved: number[] = [];
    for (const index of order) {
      const row = rows[index];
      const step = row ? visit(row, index, multipliers, workspace, bias) : 0;
      bias += step;
      if (step !== 0) moved.push(index);
    }
    // Most examples are far from the border and never move again; every fourth pass asks all anew.
    order = pass % FULL_PASS_EVERY === FULL_PASS_EVERY - 2 ? rows.map((_, index) => index) : moved;
  }
  return { ...collected(rows, workspace), bias };
}

function rowOf(vector: Vector, sign: 1 | -1, cost: number): Row {
  let length = 1;
  for (const weight of vector.weights) length += weight * weight;
  const slack = 1 / (2 * cost);
  return { vector, sign, curve: length + slack, slack };
}

/** Moves one multiplier to its best value; returns what that adds to the bias. */
function visit(
  row: Row,
  index: number,
  multipliers: Float64Array,
  weights: Float64Array,
  bias: number,
): number {
  const before = multipliers[index] ?? 0;
  const gradient = row.sign * (dot(row.vector, weights) + bias) - 1 + row.slack * before;
  const after = Math.max(0, before - gradient / row.curve);
  if (after === before) return 0;
  multipliers[index] = after;
  const step = (after - before) * row.sign;
  const { ids, weights: values } = row.vector;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    weights[id] = (weights[id] ?? 0) + step * (values[at] ?? 0);
  }
  return step;
}

function dot(vector: Vector, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < vector.ids.length; index += 1) {
    sum += (vector.weights[index] ?? 0) * (weights[vector.ids[index] ?? 0] ?? 0);
  }
  return sum;
}

/** Takes the weights out of the workspace and leaves it zero. */
function collected(
  rows: readonly Row[],
  workspace: Float64Array,
): { ids: number[]; weights: number[] } {
  const ids: number[] = [];
  const weights: number[] = [];
  for (const { vector } of rows) {
    for (const id of vector.ids) {
      const weight = workspace[id] ?? 0;
      workspace[id] = 0;
      if (Math.abs(weight) <= LEAST_WEIGHT) continue;
      ids.push(id);
      weights.push(weight);
    }
  }
  return { ids, weights };
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state % below;
  };
}

function shuffle(order: number[], random: (below: number) => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = random(index + 1);
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
}
