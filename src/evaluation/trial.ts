import { findEntry, type KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import { confidenceOf, evidenceNumbers, type Weights } from '../matching/confidence.ts';
import type { Evidence } from '../matching/evidence.ts';
import { createMatcher, type Matcher } from '../matching/matcher.ts';
import type { ModelOptions } from '../matching/model.ts';
import { fitWeights } from './fit-weights.ts';
import type { GoldenQuestion } from './question-set.ts';

/** What the matcher made of one question: its best entry, right or not, and why. */
export interface Observed {
  readonly evidence: Evidence;
  readonly right: boolean;
  readonly inScope: boolean;
}

/**
 * Asks each question and looks at the best entry alone. Messages with several questions are left
 * out: one expectation can't be split among them.
 */
export function observe(
  questions: readonly GoldenQuestion[],
  matcher: Matcher,
  base: KnowledgeBase,
): Observed[] {
  return questions.flatMap((question) => {
    const [match, ...more] = matcher.match(question.text);
    const best = match?.findings.entries[0];
    if (!match?.evidence || !best || more.length > 0) return [];
    const passages = findEntry(base, best.key)?.entry.passages ?? [];
    const words = passages.map((passage) => passage.text).join('\n');
    const inScope = question.expect.length > 0;
    const right = inScope && question.expect.every((pattern) => pattern.test(words));
    return [{ evidence: match.evidence, right, inScope }];
  });
}

/** How good a way of matching is, whatever the bar; shares in per cent. */
export interface Measure {
  /** In-scope questions with the right entry first. */
  readonly first: number;
  /** Chance that a right answer is surer than a question out of scope: 50 is chance, 100 perfect. */
  readonly area: number;
  /** Right answers where the bar lets through 2, 5 and 10 % of what is out of scope. */
  readonly rightAt: readonly [number, number, number];
}

/** A way of matching to be tried: a base, options, and evidence that is not looked at. */
export interface Variant {
  readonly name: string;
  readonly base: KnowledgeBase;
  readonly options?: ModelOptions;
  readonly without?: readonly (keyof Omit<Weights, 'bias'>)[];
}

/** Learns a variant, fits its weights on one set of questions, and measures it on another. */
export function tryVariant(
  variant: Variant,
  office: Office,
  calibration: readonly GoldenQuestion[],
  judged: readonly GoldenQuestion[],
): Measure {
  const matcher = createMatcher(variant.base, office, variant.options);
  const without = variant.without ?? [];
  const numbers = (one: Observed) => {
    const all = evidenceNumbers(one.evidence);
    return { ...all, ...Object.fromEntries(without.map((name) => [name, 0])) };
  };
  const seen = observe(calibration, matcher, variant.base);
  const weights = fitWeights(seen.map((one) => ({ numbers: numbers(one), right: one.right })));
  const kept = { ...weights, ...Object.fromEntries(without.map((name) => [name, 0])) };
  const trials = observe(judged, matcher, variant.base);
  return measureOf(trials.map((one) => ({ ...one, sure: confidenceOf(one.evidence, kept) })));
}

type Judged = Observed & { readonly sure: number };

function measureOf(trials: readonly Judged[]): Measure {
  const inScope = trials.filter((one) => one.inScope);
  const right = inScope.filter((one) => one.right);
  const out = trials
    .filter((one) => !one.inScope)
    .map((one) => one.sure)
    .sort((a, b) => b - a);
  const surer = right.map(
    (one) => out.filter((sure) => one.sure > sure).length / Math.max(1, out.length),
  );
  const rightAt = (share: number) => {
    const bar = out[Math.floor(share * out.length)] ?? 0;
    return percent(right.filter((one) => one.sure > bar).length, inScope.length);
  };
  return {
    first: percent(right.length, inScope.length),
    area: percent(
      surer.reduce((sum, each) => sum + each, 0),
      right.length,
    ),
    rightAt: [rightAt(0.02), rightAt(0.05), rightAt(0.1)],
  };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
