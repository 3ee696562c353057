import type { BenchQuestion } from './bases.ts';
import type { Ranked } from './engines/engine.ts';

/** Shares in per cent. */
export interface Worth {
  /** Of questions in scope: the right entry first, and among the first three. */
  readonly first: number;
  readonly amongThree: number;
  /** Of questions in scope, at the bar: answered rightly, and wrongly. */
  readonly right: number;
  readonly wrong: number;
  /** Of questions out of scope, at the bar: answered all the same. */
  readonly false: number;
}

export interface Asked {
  readonly question: BenchQuestion;
  readonly ranked: Ranked;
}

/** Share of the out-of-scope questions of the one half that the bar lets through. */
const LET_THROUGH = 0.05;

/**
 * Each engine's bar is chosen the same way: so that it would let through 5 % of one half of the
 * out-of-scope questions. What it does is then counted on the other half, and the halves swapped.
 */
export function worthOf(asked: readonly Asked[]): Worth {
  const inScope = asked.filter(({ question }) => question.answers.size > 0);
  const outOfScope = asked.filter(({ question }) => question.answers.size === 0);
  const place = (one: Asked, last: number): boolean =>
    one.ranked.keys.slice(0, last).some((key) => one.question.answers.has(key));
  const trials = [0, 1].map((half) => {
    const bar = barFor(outOfScope.filter((_, at) => at % 2 === half));
    const passes = ({ ranked }: Asked): boolean => ranked.keys.length > 0 && ranked.sure > bar;
    const answered = inScope.filter((_, at) => at % 2 !== half).filter(passes);
    return {
      right: answered.filter((one) => place(one, 1)).length,
      wrong: answered.filter((one) => !place(one, 1)).length,
      false: outOfScope.filter((_, at) => at % 2 !== half).filter(passes).length,
    };
  });
  const total = (name: 'right' | 'wrong' | 'false') =>
    trials.reduce((sum, trial) => sum + trial[name], 0);
  const share = (count: number, of: readonly Asked[]) => (100 * count) / Math.max(1, of.length);
  return {
    first: share(inScope.filter((one) => place(one, 1)).length, inScope),
    amongThree: share(inScope.filter((one) => place(one, 3)).length, inScope),
    right: share(total('right'), inScope),
    wrong: share(total('wrong'), inScope),
    false: share(total('false'), outOfScope),
  };
}

/** The lowest bar that lets through no more than its share: what is answered lies above it. */
function barFor(outOfScope: readonly Asked[]): number {
  const scores = outOfScope.map(({ ranked }) => ranked.sure).sort((a, b) => b - a);
  return scores[Math.floor(LET_THROUGH * scores.length)] ?? Number.NEGATIVE_INFINITY;
}
