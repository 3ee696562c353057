import { describe, expect, it } from 'vitest';
import { fitWeights, type Observation } from '../../src/evaluation/fit-weights.ts';
import { confidenceOf } from '../../src/matching/confidence.ts';

const NUMBERS: Observation['numbers'] = {
  lead: 0,
  top: 0,
  other: 0,
  explained: 0,
  explainedByOther: 0,
  untold: 0,
  beyond: 0,
  strange: 0,
  negated: 0,
};
const seen = (over: Partial<Observation['numbers']>, right: boolean): Observation => ({
  numbers: { ...NUMBERS, ...over },
  right,
});
const times = (count: number, one: Observation) => Array.from({ length: count }, () => one);

describe('fitWeights', () => {
  it('finds the share of right answers where nothing tells them apart', () => {
    const weights = fitWeights([...times(30, seen({}, true)), ...times(10, seen({}, false))]);
    expect(weights).toEqual({
      ...NUMBERS,
      bias: Number(Math.log(3).toFixed(3)),
      strange: -4,
      negated: -1.5,
    });
  });

  it('counts what speaks for an answer for it, and what speaks against it against it', () => {
    const weights = fitWeights([
      ...times(40, seen({ explained: 1 }, true)),
      ...times(10, seen({ explained: 1 }, false)),
      ...times(10, seen({ explained: 0 }, true)),
      ...times(40, seen({ explained: 0 }, false)),
      ...times(20, seen({ untold: 1, explained: 1 }, false)),
    ]);
    expect(weights.explained).toBeGreaterThan(1);
    expect(weights.untold).toBeLessThan(-1);
    expect(weights.lead).toBe(0);
  });

  it('lets chance make nothing count the wrong way', () => {
    const weights = fitWeights([
      ...times(20, seen({ beyond: 1, explained: 0 }, true)),
      ...times(20, seen({ beyond: 0, explained: 1 }, false)),
    ]);
    expect(weights.beyond).toBe(0);
    expect(weights.explained).toBe(0);
  });

  it('finds the weights that made the data, near enough', () => {
    const data: Observation[] = [];
    for (let lead = -2; lead <= 2; lead += 0.5) {
      const chance = 1 / (1 + Math.exp(-(2 * lead - 1)));
      const right = Math.round(400 * chance);
      data.push(
        ...times(right, seen({ lead }, true)),
        ...times(400 - right, seen({ lead }, false)),
      );
    }
    const weights = fitWeights(data);
    expect(weights.lead).toBeCloseTo(2, 1);
    expect(weights.bias).toBeCloseTo(-1, 1);
  });

  it('has the same weights for the same data, in whatever order, and finite ones for hardly any', () => {
    const data = [
      ...times(5, seen({ explained: 1, strange: 0.2 }, true)),
      ...times(7, seen({ explained: 0.5, strange: 0.3 }, false)),
    ];
    expect(fitWeights(data)).toEqual(fitWeights(data));
    expect(fitWeights(data.toReversed())).toEqual(fitWeights(data));
    for (const few of [[], [seen({}, true)], [seen({ lead: 3 }, false)]])
      for (const value of Object.values(fitWeights(few))) expect(value).not.toBeNaN();
  });
});

describe('confidenceOf', () => {
  const WEIGHTS = { ...NUMBERS, bias: -1, explained: 4, untold: -3, top: 1 };
  const EVIDENCE = {
    lead: 0,
    top: 0,
    other: 0,
    explained: 0.5,
    explainedByOther: 0,
    untold: [],
    beyond: [],
    unexplained: [],
    margin: 1,
    strange: 0,
    negated: false,
  };

  it('is the chance whose log-odds are the weighed sum', () => {
    expect(confidenceOf(EVIDENCE, WEIGHTS)).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(confidenceOf({ ...EVIDENCE, explained: 0.25 }, WEIGHTS)).toBe(0.5);
    expect(confidenceOf({ ...EVIDENCE, untold: ['who'] }, WEIGHTS)).toBeCloseTo(
      1 / (1 + Math.exp(2)),
      12,
    );
  });

  it('lets no single number decide alone, however large', () => {
    expect(confidenceOf({ ...EVIDENCE, top: 1e9 }, WEIGHTS)).toBe(
      confidenceOf({ ...EVIDENCE, top: 2.5 }, WEIGHTS),
    );
    expect(confidenceOf({ ...EVIDENCE, untold: ['who', 'when', 'why'] }, WEIGHTS)).toBe(
      confidenceOf({ ...EVIDENCE, untold: ['who'] }, WEIGHTS),
    );
  });

  it('with the weights in use never rises with what speaks against an answer', () => {
    for (const explained of [0, 0.5, 1]) {
      const sure = confidenceOf({ ...EVIDENCE, explained, top: 1.5 });
      expect(confidenceOf({ ...EVIDENCE, explained, top: 1.5, untold: ['who'] })).toBeLessThan(
        sure,
      );
      expect(confidenceOf({ ...EVIDENCE, explained, top: 1.5, beyond: ['now'] })).toBeLessThan(
        sure,
      );
      expect(confidenceOf({ ...EVIDENCE, explained, top: 1.5, other: 1 })).toBeLessThan(sure);
    }
  });
});
