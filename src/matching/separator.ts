import type { Vector } from './features.ts';

/** A linear separator: features and what each weighs, and what is added to every sum. */
export interface Separator extends Vector {
  readonly bias: number;
}

/** Weights nearer to nothing than this are dropped: they move no score that anybody sees. */
const LEAST_WEIGHT = 1e-4;

const FULL_PASS_EVERY = 4;

/** Memory that one separator after another uses; as long as there are features, and left zero. */
export interface Workspace {
  readonly weights: Float64Array;
  /** What is kept of one separator; not zero. */
  readonly kept: { readonly ids: Uint32Array; readonly weights: Float32Array };
}

export function createWorkspace(features: number): Workspace {
  const kept = { ids: new Uint32Array(features), weights: new Float32Array(features) };
  return { weights: new Float64Array(features), kept };
}

/** An example, and what is worth working out once for all classes. */
export interface Row extends Vector {
  /** Its squared length, and 1 for the bias. */
  readonly curve: number;
}

export function rowOf({ ids, weights }: Vector): Row {
  let curve = 1;
  for (let at = 0; at < weights.length; at += 1) curve += (weights[at] ?? 0) ** 2;
  return { ids, weights, curve };
}

interface Problem {
  readonly rows: readonly Row[];
  /** The first so many rows are the class's own. */
  readonly positives: number;
  /** The room that the squared hinge gives. */
  readonly slack: number;
  readonly multipliers: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Separates one class's examples from others: L2-regularised squared hinge by dual coordinate
 * descent (Hsieh and others, ICML 2008). Deterministic: the order of visits depends on nothing but
 * the number of examples.
 */
export function separate(
  positives: readonly Row[],
  negatives: readonly Row[],
  workspace: Workspace,
  { cost, passes }: { readonly cost: number; readonly passes: number },
): Separator {
  const rows = [...positives, ...negatives];
  const problem: Problem = {
    rows,
    positives: positives.length,
    slack: 1 / (2 * cost),
    multipliers: new Float64Array(rows.length),
    weights: workspace.weights,
  };
  const hasMoved = new Uint8Array(rows.length);
  const bias = descend(problem, passes, hasMoved);
  const moved = rows.filter((_, index) => hasMoved[index] === 1);
  return { ...collected(moved, workspace), bias };
}

/** Passes over the examples; returns the bias, and leaves the weights in the workspace. */
function descend(problem: Problem, passes: number, hasMoved: Uint8Array): number {
  const everyone = Uint32Array.from(hasMoved, (_, index) => index);
  const random = randomFrom(12_345);
  let order = everyone.slice();
  let bias = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    let moved = 0;
    for (let at = 0; at < order.length; at += 1) {
      const index = order[at] ?? 0;
      const step = visit(problem, index, bias);
      if (step === 0) continue;
      bias += step;
      hasMoved[index] = 1;
      order[moved] = index;
      moved += 1;
    }
    // Most examples are far from the border and never move again; every fourth pass asks all anew.
    const asksAll = pass % FULL_PASS_EVERY === FULL_PASS_EVERY - 2;
    order = asksAll ? everyone.slice() : order.subarray(0, moved);
  }
  return bias;
}

/** Moves one multiplier to its best value; returns what that adds to the bias. */
function visit(problem: Problem, index: number, bias: number): number {
  const { multipliers, weights, slack } = problem;
  const row = problem.rows[index];
  if (!row) return 0;
  const sign = index < problem.positives ? 1 : -1;
  const before = multipliers[index] ?? 0;
  const gradient = sign * (dot(row, weights) + bias) - 1 + slack * before;
  const after = Math.max(0, before - gradient / (row.curve + slack));
  if (after === before) return 0;
  multipliers[index] = after;
  const step = (after - before) * sign;
  const { ids, weights: values } = row;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    weights[id] = (weights[id] ?? 0) + step * (values[at] ?? 0);
  }
  return step;
}

function dot({ ids, weights: values }: Vector, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) {
    sum += (values[at] ?? 0) * (weights[ids[at] ?? 0] ?? 0);
  }
  return sum;
}

/** Takes the weights out of the workspace, which it leaves zero. */
function collected(moved: readonly Vector[], { weights, kept }: Workspace): Vector {
  let count = 0;
  for (const vector of moved) {
    for (let at = 0; at < vector.ids.length; at += 1) {
      const id = vector.ids[at] ?? 0;
      const weight = weights[id] ?? 0;
      weights[id] = 0;
      if (Math.abs(weight) <= LEAST_WEIGHT) continue;
      kept.ids[count] = id;
      kept.weights[count] = weight;
      count += 1;
    }
  }
  return { ids: kept.ids.slice(0, count), weights: kept.weights.slice(0, count) };
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state % below;
  };
}

function shuffle(order: Uint32Array, random: (below: number) => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = random(index + 1);
    const one = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = one;
  }
}
