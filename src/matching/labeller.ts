import { type Model, type ModelOptions, trainModel } from './model.ts';

/** A text and what it is about; without a label it belongs to nothing that may be answered. */
export interface LabelledText {
  readonly text: string;
  readonly label: string | null;
}

export interface Labelled {
  /** The label that is given, or null where none is sure enough. */
  readonly label: string | null;
  /** The likeliest label, sure or not; null where there is no label at all. */
  readonly best: string | null;
  /** Chance (0 to 1) that `best` is right; `label` is given from one half on. */
  readonly confidence: number;
}

export interface Labeller {
  label(text: string): Labelled;
}

export interface LabellerInput {
  readonly examples: readonly LabelledText[];
  /** Everyday texts that belong to no label. */
  readonly background: readonly string[];
  readonly vocabulary: readonly (readonly string[])[];
  /** For measuring what an ingredient is worth: other weights, or evidence that is not looked at. */
  readonly options?: ModelOptions;
  readonly without?: readonly LabelEvidence[];
}

export type LabelEvidence = 'rivals' | 'unknown' | 'length';

/** What each piece of evidence counts for, in log-odds; round figures, found on two public sets. */
const TOP = 2.2;
const RIVALS = -1;
const UNKNOWN = -0.6;
const LENGTH = 1;
/** How near a label must come to count as a rival: about the difference that one word makes. */
const SOFTNESS = 0.15;
/** What the nearest wording counts beside the separator's distance. */
const NEAREST = 0.25;

/** Folds of cross-validation, and the most examples that it reads: beyond them it says nothing new. */
const FOLDS = 5;
const MOST_VALIDATED = 6_000;
/**
 * Where the bar would lie without any examples to learn it from. Held-out wordings are harder than
 * real questions, which puts the learned bar too high; the two are averaged.
 */
const PRIOR_BAR = 2.4;

/**
 * The matcher for anybody's labelled data: the same ranking, with a bar that is learned from the
 * examples alone. Held-out wordings stand for what must be labelled; whole held-out labels, examples
 * without a label and everyday texts for what must not.
 */
export function createLabeller(input: LabellerInput): Labeller {
  const scorer = createScorer(input);
  const learned = learnedBar(input);
  const bar = learned === undefined ? PRIOR_BAR : (learned + PRIOR_BAR) / 2;
  return {
    label(text) {
      const { best, score } = scorer(text);
      const confidence = best === null ? 0 : 1 / (1 + Math.exp(bar - score));
      return { label: confidence >= 0.5 ? best : null, best, confidence };
    },
  };
}

interface Scored {
  readonly best: string | null;
  readonly score: number;
}

function createScorer(input: LabellerInput): (text: string) => Scored {
  const { examples, background, vocabulary, without = [] } = input;
  const byLabel = new Map<string, string[]>();
  const none = [...background];
  for (const { text, label } of examples) {
    if (label === null) none.push(text);
    else byLabel.set(label, [...(byLabel.get(label) ?? []), text]);
  }
  const labels = [...byLabel.keys()];
  if (labels.length === 0) return () => ({ best: null, score: Number.NEGATIVE_INFINITY });
  const classes = [...byLabel.values()].map((texts) => ({ texts }));
  const model = trainModel(
    { classes, background: none, vocabulary },
    { nearest: NEAREST, ...input.options },
  );
  return (text) => scoreOf(text, model, labels, without);
}

function scoreOf(
  text: string,
  model: Model,
  labels: readonly string[],
  without: readonly LabelEvidence[],
): Scored {
  const worth = (name: LabelEvidence, each: number) => (without.includes(name) ? 0 : each);
  const { words, scores } = model.read(text);
  if (words.length === 0) return { best: labels[0] ?? null, score: Number.NEGATIVE_INFINITY };
  const best = scores.reduce((most, each, index) => (each > (scores[most] ?? 0) ? index : most), 0);
  const top = scores[best] ?? 0;
  const score =
    TOP * top +
    worth('rivals', RIVALS) * rivals(scores, top) +
    worth('unknown', UNKNOWN) * model.unknown(words) +
    worth('length', LENGTH) * Math.log(1 + words.length);
  return { best: labels[best] ?? null, score };
}

/** How far all labels together are above the best one: 0 where it has no rival. */
function rivals(scores: Float64Array, top: number): number {
  const sum = scores.reduce((total, each) => total + Math.exp((each - top) / SOFTNESS), 0);
  return SOFTNESS * Math.log(sum);
}

interface Trial extends Scored {
  readonly wanted: string | null;
}

/** The bar that does best on what was held out; undefined where there is too little to hold out. */
function learnedBar(input: LabellerInput): number | undefined {
  const examples = input.examples.slice(0, MOST_VALIDATED);
  const labels = [...new Set(examples.flatMap(({ label }) => (label === null ? [] : [label])))];
  if (labels.length < FOLDS) return undefined;
  const trials = Array.from({ length: FOLDS }, (_, fold) =>
    trialsOf(fold, labels, examples, input),
  ).flat();
  return bestBar(trials);
}

function trialsOf(
  fold: number,
  labels: readonly string[],
  examples: readonly LabelledText[],
  input: LabellerInput,
): Trial[] {
  const isHeld = new Set(labels.filter((_, index) => index % FOLDS === fold));
  const counts = new Map<string | null, number>();
  const train: LabelledText[] = [];
  const asked: LabelledText[] = [];
  for (const example of examples) {
    const count = counts.get(example.label) ?? 0;
    counts.set(example.label, count + 1);
    if (example.label !== null && isHeld.has(example.label))
      asked.push({ text: example.text, label: null });
    else if (count % FOLDS === fold) asked.push(example);
    else train.push(example);
  }
  input.background.forEach((text, index) => {
    if (index % FOLDS === fold) asked.push({ text, label: null });
  });
  const background = input.background.filter((_, index) => index % FOLDS !== fold);
  const scorer = createScorer({ ...input, examples: train, background });
  return asked.map(({ text, label }) => ({ ...scorer(text), wanted: label }));
}

/** Number of bars that are tried, evenly over the scores that were seen. */
const BARS = 100;

function bestBar(trials: readonly Trial[]): number | undefined {
  const scores = trials
    .map(({ score }) => score)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  let best: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (let step = 0; step <= BARS; step += 1) {
    const bar = scores[Math.min(scores.length - 1, Math.floor((step * scores.length) / BARS))];
    if (bar === undefined) continue;
    const worth = matthews(
      trials.map(({ wanted, best: given, score }) => [wanted, score >= bar ? given : null]),
    );
    if (worth > most) {
      most = worth;
      best = bar;
    }
  }
  return best;
}

/** Matthews correlation over all labels (Gorodkin 2004), "none" as one of them: -1 to 1, 0 for chance. */
export function matthews(pairs: readonly (readonly [string | null, string | null])[]): number {
  const wanted = new Map<string | null, number>();
  const given = new Map<string | null, number>();
  let right = 0;
  for (const [want, give] of pairs) {
    if (want === give) right += 1;
    wanted.set(want, (wanted.get(want) ?? 0) + 1);
    given.set(give, (given.get(give) ?? 0) + 1);
  }
  const total = pairs.length;
  let both = 0;
  for (const [label, count] of wanted) both += count * (given.get(label) ?? 0);
  const squares = (counts: ReadonlyMap<string | null, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count * count, 0);
  const scale = (total * total - squares(given)) * (total * total - squares(wanted));
  return scale === 0 ? 0 : (right * total - both) / Math.sqrt(scale);
}
