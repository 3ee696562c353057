import type { Weights } from '../matching/confidence.ts';

/** One question's evidence, and whether its best entry was the right answer. */
export interface Observation {
  readonly numbers: Omit<Weights, 'bias'>;
  readonly right: boolean;
}

type Name = keyof Observation['numbers'];

/**
 * Which way each piece of evidence may count. Held, so that chance in a small set can't make, say, a
 * strange name in a question count in its favour.
 */
const DIRECTION: Readonly<Record<Name, 1 | -1>> = {
  lead: 1,
  top: 1,
  other: -1,
  explained: 1,
  explainedByOther: -1,
  untold: -1,
  beyond: -1,
  strange: -1,
  negated: -1,
};
/**
 * Rare in any set, since its writers had read the release, and common with reporters: words that the
 * base has nowhere (names of other forces, people and crimes), and a "not" that the answer has not.
 * So each is worth this much at least.
 */
const AT_MOST: Readonly<Partial<Record<Name, number>>> = { strange: -4, negated: -1.5 };
const NAMES = Object.keys(DIRECTION) as Name[];

/** Keeps weights small where there is little to learn from; in units of one standard deviation. */
const RIDGE = 1;
const MOST_SWEEPS = 500;
const SMALL_STEP = 1e-6;

/** Fits a logistic regression by Newton steps along one weight at a time. Deterministic. */
export function fitWeights(observations: readonly Observation[]): Weights {
  const spreads = NAMES.map((name) => spread(observations.map((one) => one.numbers[name])));
  const rows = observations.map(({ numbers }) => [
    1,
    ...NAMES.map((name, at) => numbers[name] / (spreads[at] ?? 1)),
  ]);
  const targets = observations.map(({ right }) => (right ? 1 : 0));
  const weights = new Array<number>(NAMES.length + 1).fill(0);
  const sums = new Float64Array(rows.length);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let moved = 0;
    for (let column = 0; column < weights.length; column += 1) {
      moved = Math.max(moved, Math.abs(step(column, rows, targets, weights, sums, spreads)));
    }
    if (moved < SMALL_STEP) break;
  }
  const fitted = NAMES.map((name, at) => [
    name,
    rounded((weights[at + 1] ?? 0) / (spreads[at] ?? 1)),
  ]);
  return { bias: rounded(weights[0] ?? 0), ...Object.fromEntries(fitted) } as Weights;
}

/** Moves one weight to where the others leave it best, within its direction; returns by how much. */
function step(
  column: number,
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  weights: number[],
  sums: Float64Array,
  spreads: readonly number[],
): number {
  const ridge = column === 0 ? 0 : RIDGE;
  const before = weights[column] ?? 0;
  let slope = ridge * before;
  let curve = ridge + 1e-9;
  rows.forEach((row, at) => {
    const value = row[column] ?? 0;
    const chance = 1 / (1 + Math.exp(-(sums[at] ?? 0)));
    slope += (chance - (targets[at] ?? 0)) * value;
    curve += chance * (1 - chance) * value * value;
  });
  const after = inDirection(column, before - slope / curve, spreads);
  weights[column] = after;
  rows.forEach((row, at) => {
    sums[at] = (sums[at] ?? 0) + (after - before) * (row[column] ?? 0);
  });
  return after - before;
}

function inDirection(column: number, value: number, spreads: readonly number[]): number {
  const name = NAMES[column - 1];
  if (name === undefined) return value;
  if (DIRECTION[name] > 0) return Math.max(0, value);
  return Math.min((AT_MOST[name] ?? 0) * (spreads[column - 1] ?? 1), value);
}

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return Math.sqrt(variance) || 1;
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
