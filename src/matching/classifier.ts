import type { Vector } from './features.ts';

export interface Example {
  readonly vector: Vector;
  /** Class number, or -1 for what belongs to none. */
  readonly label: number;
}

export interface ClassifierOptions {
  /** Cost of an example on the wrong side of the margin. */
  readonly cost?: number;
  /** Passes over a class's examples. */
  readonly passes?: number;
  /** At most so many examples of other classes are held against each class; the likest of them. */
  readonly mostNegatives?: number;
}

/** One linear separator a class, read from an inverted index: feature → classes that weigh it. */
export interface Classifier {
  /** Each class's signed distance, about -1 for "surely not" and +1 for "surely". */
  scores(vector: Vector, into: Float64Array): void;
}

/**
 * Trains one-against-the-rest separators with a squared hinge, by dual coordinate descent (Hsieh et
 * al. 2008). Deterministic: examples are visited in an order that depends on nothing but their number.
 */
export function trainClassifier(
  examples: readonly Example[],
  classes: number,
  features: number,
  options: ClassifierOptions = {},
): Classifier {
  const { cost = 1, passes = 8, mostNegatives = 600 } = options;
  const byFeature = invert(examples, features);
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  examples.forEach((example, index) => {
    if (example.label >= 0) byClass[example.label]?.push(index);
  });
  const bias = new Float64Array(classes);
  const columns: { ids: number[]; weights: number[] }[] = [];
  const weights = new Float64Array(features);
  const likeness = new Float64Array(examples.length);
  for (let label = 0; label < classes; label += 1) {
    const positives = byClass[label] ?? [];
    const negatives = likest(examples, positives, label, byFeature, likeness, mostNegatives);
    weights.fill(0);
    bias[label] = separate(examples, positives, negatives, weights, cost, passes);
    columns.push(sparse(weights, examples, positives, negatives));
  }
  return scorer(columns, bias, features);
}

interface Postings {
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
  readonly weights: Float32Array;
}

function invert(examples: readonly Example[], features: number): Postings {
  const start = new Uint32Array(features + 1);
  for (const { vector } of examples)
    for (const id of vector.ids) start[id + 1] = (start[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
  const size = start[features] ?? 0;
  const rows = new Uint32Array(size);
  const weights = new Float32Array(size);
  const next = start.slice();
  examples.forEach(({ vector }, row) => {
    for (let index = 0; index < vector.ids.length; index += 1) {
      const id = vector.ids[index] ?? 0;
      const at = next[id] ?? 0;
      rows[at] = row;
      weights[at] = vector.weights[index] ?? 0;
      next[id] = at + 1;
    }
  });
  return { start, rows, weights };
}

/** The negatives worth looking at: those most like the class's own examples, and every tenth other. */
function likest(
  examples: readonly Example[],
  positives: readonly number[],
  label: number,
  postings: Postings,
  likeness: Float64Array,
  most: number,
): number[] {
  const others: number[] = [];
  examples.forEach((example, index) => {
    if (example.label !== label) others.push(index);
  });
  if (others.length <= most) return others;
  likeness.fill(0);
  for (const positive of positives) addLikeness(examples[positive]?.vector, postings, likeness);
  others.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0) || a - b);
  return others.slice(0, most);
}

function addLikeness(vector: Vector | undefined, postings: Postings, likeness: Float64Array): void {
  if (!vector) return;
  for (let index = 0; index < vector.ids.length; index += 1) {
    const id = vector.ids[index] ?? 0;
    const weight = vector.weights[index] ?? 0;
    const end = postings.start[id + 1] ?? 0;
    for (let at = postings.start[id] ?? 0; at < end; at += 1) {
      const row = postings.rows[at] ?? 0;
      likeness[row] = (likeness[row] ?? 0) + weight * (postings.weights[at] ?? 0);
    }
  }
}

function separate(
  examples: readonly Example[],
  positives: readonly number[],
  negatives: readonly number[],
  weights: Float64Array,
  cost: number,
  passes: number,
): number {
  const rows = [...positives, ...negatives];
  const signs = rows.map((_, index) => (index < positives.length ? 1 : -1));
  const alpha = new Float64Array(rows.length);
  const lengths = rows.map((row) => 1 + squared(examples[row]?.vector));
  // A class has far fewer examples of its own than others': each of its own counts the more.
  const ownCost =
    cost * Math.sqrt(Math.max(1, negatives.length / Math.max(1, positives.length)) / 4);
  const order = rows.map((_, index) => index);
  let bias = 0;
  let random = 12_345;
  for (let pass = 0; pass < passes; pass += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      random = (random * 1_103_515_245 + 12_345) & 0x7fffffff;
      const other = random % (index + 1);
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    for (const index of order) {
      const vector = examples[rows[index] ?? 0]?.vector;
      const sign = signs[index] ?? 1;
      if (!vector) continue;
      const diagonal = 1 / (2 * (sign > 0 ? ownCost : cost));
      const before = alpha[index] ?? 0;
      const gradient = sign * (dot(vector, weights) + bias) - 1 + diagonal * before;
      const after = Math.max(0, before - gradient / ((lengths[index] ?? 1) + diagonal));
      if (after === before) continue;
      const step = (after - before) * sign;
      alpha[index] = after;
      bias += step;
      for (let at = 0; at < vector.ids.length; at += 1) {
        const id = vector.ids[at] ?? 0;
        weights[id] = (weights[id] ?? 0) + step * (vector.weights[at] ?? 0);
      }
    }
  }
  return bias;
}

function squared(vector: Vector | undefined): number {
  let sum = 0;
  for (const weight of vector?.weights ?? []) sum += weight * weight;
  return sum;
}

function dot(vector: Vector, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < vector.ids.length; index += 1) {
    sum += (vector.weights[index] ?? 0) * (weights[vector.ids[index] ?? 0] ?? 0);
  }
  return sum;
}

const LEAST_WEIGHT = 1e-4;

function sparse(
  weights: Float64Array,
  examples: readonly Example[],
  positives: readonly number[],
  negatives: readonly number[],
): { ids: number[]; weights: number[] } {
  const ids: number[] = [];
  const kept: number[] = [];
  for (const row of [...positives, ...negatives]) {
    for (const id of examples[row]?.vector.ids ?? []) {
      const weight = weights[id] ?? 0;
      if (Math.abs(weight) > LEAST_WEIGHT) {
        ids.push(id);
        kept.push(weight);
        weights[id] = 0;
      }
    }
  }
  return { ids, weights: kept };
}

function scorer(
  columns: readonly { ids: readonly number[]; weights: readonly number[] }[],
  bias: Float64Array,
  features: number,
): Classifier {
  const start = new Uint32Array(features + 1);
  for (const column of columns)
    for (const id of column.ids) start[id + 1] = (start[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
  const classOf = new Uint32Array(start[features] ?? 0);
  const weightOf = new Float32Array(classOf.length);
  const next = start.slice();
  columns.forEach((column, label) => {
    column.ids.forEach((id, index) => {
      const at = next[id] ?? 0;
      classOf[at] = label;
      weightOf[at] = column.weights[index] ?? 0;
      next[id] = at + 1;
    });
  });
  return {
    scores(vector, into) {
      into.set(bias);
      for (let index = 0; index < vector.ids.length; index += 1) {
        const id = vector.ids[index] ?? 0;
        const weight = vector.weights[index] ?? 0;
        const end = start[id + 1] ?? 0;
        for (let at = start[id] ?? 0; at < end; at += 1) {
          const label = classOf[at] ?? 0;
          into[label] = (into[label] ?? 0) + weight * (weightOf[at] ?? 0);
        }
      }
    },
  };
}
