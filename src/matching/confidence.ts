import { WEIGHTS } from './confidence-weights.ts';
import type { Evidence } from './evidence.ts';

/** What each piece of evidence is worth, in log-odds. */
export interface Weights {
  readonly bias: number;
  readonly lead: number;
  readonly top: number;
  readonly other: number;
  readonly explained: number;
  readonly explainedByOther: number;
  readonly untold: number;
  readonly beyond: number;
  readonly strange: number;
  readonly negated: number;
}

/** The numbers that are weighed, each bounded so that no single one can decide alone. */
export function evidenceNumbers(evidence: Evidence): Omit<Weights, 'bias'> {
  return {
    lead: clip(evidence.lead, -3, 3),
    top: clip(evidence.top, -1, 2.5),
    other: clip(evidence.other, -1, 2.5),
    explained: evidence.explained,
    explainedByOther: evidence.explainedByOther,
    untold: Math.min(1, evidence.untold.length),
    beyond: Math.min(1, evidence.beyond.length),
    strange: evidence.strange,
    negated: evidence.negated ? 1 : 0,
  };
}

/** Chance (0 to 1) that the best entry answers what was asked. */
export function confidenceOf(evidence: Evidence, weights: Weights = WEIGHTS): number {
  const numbers = evidenceNumbers(evidence);
  let odds = weights.bias;
  for (const [name, value] of Object.entries(numbers)) {
    odds += weights[name as keyof typeof numbers] * value;
  }
  return 1 / (1 + Math.exp(-odds));
}

function clip(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
