import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY, type Policy } from '../../src/domain/policy.ts';
import { type Candidate, decide, type Findings, type Verdict } from '../../src/domain/verdict.ts';

/** Round figures, so that the table below reads by itself. */
const BARS: Policy = {
  answerAt: 0.5,
  answerScore: 0.1,
  answerAhead: 0.1,
  answerAheadBrief: 0.5,
  offerAt: 0.2,
  offerWithin: 1,
  declineAt: 0.3,
  declineExplains: 0.5,
  greetAt: 0.4,
  mostChoices: 3,
};

/** A candidate that would give words of its own, and may be offered. */
function one(key: string, score: number, over: Partial<Candidate> = {}): Candidate {
  return { key, score, mayOffer: true, words: `words of ${key}`, ...over };
}

const NOTHING: Findings = {
  entries: [],
  declined: [],
  greeting: -1,
  empty: false,
  contentWords: 3,
  topicExplains: 1,
  confidence: 0,
};

const A = one('a', 1.5);
const B = one('b', 1.2);
const C = one('c', 0.9);
const D = one('d', 0.8);
const FAR = one('far', 0.4);
const UNASKED = { mayOffer: false };
const TOPIC = one('topic', 0.6, UNASKED);

interface Row {
  readonly what: string;
  readonly findings: Partial<Findings>;
  readonly verdict: Verdict;
}

const answer = (key: string): Verdict => ({ kind: 'answer', key });
const offer = (...keys: string[]): Verdict => ({ kind: 'offer', keys });
const decline = (key: string): Verdict => ({ kind: 'decline', key });
const GREET: Verdict = { kind: 'greet' };
const UNKNOWN: Verdict = { kind: 'unknown' };

const SPECIFICATION: readonly Row[] = [
  { what: 'nothing found at all', findings: {}, verdict: UNKNOWN },
  // Answers.
  {
    what: 'the best entry at the bar',
    findings: { entries: [A, B], confidence: 0.5 },
    verdict: answer('a'),
  },
  {
    what: 'an entry that seems sure and is like no wording',
    findings: { entries: [one('a', 0.09)], confidence: 0.9 },
    verdict: offer('a'),
  },
  {
    what: 'a sure entry with another close behind',
    findings: { entries: [A, one('b', 1.41)], confidence: 0.9 },
    verdict: offer('a', 'b'),
  },
  {
    what: 'a sure entry with another just far enough behind',
    findings: { entries: [A, one('b', 1.4)], confidence: 0.9 },
    verdict: answer('a'),
  },
  {
    what: 'a sure entry with another of the same words close behind',
    findings: { entries: [A, { ...one('b', 1.45), words: A.words }, B], confidence: 0.9 },
    verdict: answer('a'),
  },
  {
    what: 'a topic that explains less than half of what is asked',
    findings: { declined: [TOPIC], topicExplains: 0.49 },
    verdict: UNKNOWN,
  },
  {
    what: 'a sure entry that may not be offered',
    findings: { entries: [one('a', 1, UNASKED)], confidence: 0.9 },
    verdict: answer('a'),
  },
  {
    what: 'a sure entry beside a topic with a higher score',
    findings: { entries: [A], declined: [one('topic', 2)], confidence: 0.9 },
    verdict: answer('a'),
  },
  { what: 'sureness without an entry', findings: { confidence: 1 }, verdict: UNKNOWN },
  // Choices.
  {
    what: 'just below the bar',
    findings: { entries: [A, B], confidence: 0.499 },
    verdict: offer('a', 'b'),
  },
  {
    what: 'one entry between the bars',
    findings: { entries: [A], confidence: 0.3 },
    verdict: offer('a'),
  },
  {
    what: 'the lower bar itself',
    findings: { entries: [A], confidence: 0.2 },
    verdict: offer('a'),
  },
  {
    what: 'just below the lower bar',
    findings: { entries: [A], confidence: 0.199 },
    verdict: UNKNOWN,
  },
  {
    what: 'four near entries',
    findings: { entries: [A, B, C, D], confidence: 0.3 },
    verdict: offer('a', 'b', 'c'),
  },
  {
    what: 'an entry far behind',
    findings: { entries: [A, B, FAR], confidence: 0.3 },
    verdict: offer('a', 'b'),
  },
  {
    what: 'an entry just within reach',
    findings: { entries: [A, one('b', 0.5)], confidence: 0.3 },
    verdict: offer('a', 'b'),
  },
  {
    what: 'two entries of the same words',
    findings: { entries: [A, { ...B, words: A.words }, C], confidence: 0.3 },
    verdict: offer('a', 'c'),
  },
  {
    what: 'a best entry that may not be offered',
    findings: { entries: [{ ...A, ...UNASKED }, B, C], confidence: 0.3 },
    verdict: offer('b', 'c'),
  },
  {
    what: 'reach counted from the first that may be offered',
    findings: { entries: [one('a', 2, UNASKED), B, FAR], confidence: 0.3 },
    verdict: offer('b', 'far'),
  },
  {
    what: 'none that may be offered',
    findings: { entries: [{ ...A, ...UNASKED }], confidence: 0.3 },
    verdict: UNKNOWN,
  },
  {
    what: 'none that may be offered, beside a topic',
    findings: { entries: [{ ...A, ...UNASKED }], declined: [TOPIC], confidence: 0.3 },
    verdict: decline('topic'),
  },
  {
    what: 'choices before a topic with a higher score',
    findings: { entries: [C], declined: [one('topic', 2)], confidence: 0.3 },
    verdict: offer('c'),
  },
  // Refusals.
  {
    what: 'a known gap',
    findings: { entries: [FAR], declined: [TOPIC, one('next', 0.5)], confidence: 0.1 },
    verdict: decline('topic'),
  },
  {
    what: 'a known gap at its bar',
    findings: { declined: [one('topic', 0.3)] },
    verdict: decline('topic'),
  },
  {
    what: 'a known gap below its bar',
    findings: { declined: [one('topic', 0.299)] },
    verdict: UNKNOWN,
  },
  {
    what: 'a known gap that is less likely than small talk',
    findings: { entries: [A], declined: [one('topic', 0.5)], greeting: 0.7, confidence: 0.1 },
    verdict: UNKNOWN,
  },
  {
    what: 'a known gap as likely as small talk',
    findings: { declined: [one('topic', 0.7)], greeting: 0.7 },
    verdict: decline('topic'),
  },
  {
    what: 'a known gap, where no word says what the question is about',
    findings: { declined: [TOPIC], contentWords: 0 },
    verdict: UNKNOWN,
  },
  {
    what: 'an answer, where no word says what the question is about',
    findings: { entries: [A], contentWords: 0, confidence: 0.9 },
    verdict: offer('a'),
  },
  {
    what: 'one word, and the next entry less than the brief bar behind',
    findings: { entries: [A, one('b', 1.01)], contentWords: 1, confidence: 0.9 },
    verdict: offer('a', 'b'),
  },
  {
    what: 'one word, and the next entry at the brief bar behind',
    findings: { entries: [A, one('b', 1)], contentWords: 1, confidence: 0.9 },
    verdict: answer('a'),
  },
  // Small talk.
  { what: 'no word at all', findings: { empty: true }, verdict: GREET },
  {
    what: 'no word at all, though something looks sure',
    findings: { empty: true, entries: [A], confidence: 1 },
    verdict: GREET,
  },
  { what: 'small talk at its bar', findings: { greeting: 0.4 }, verdict: GREET },
  { what: 'small talk below its bar', findings: { greeting: 0.399 }, verdict: UNKNOWN },
  {
    what: 'small talk ahead of all',
    findings: { greeting: 1.6, entries: [A], declined: [TOPIC], confidence: 0.9 },
    verdict: GREET,
  },
  {
    what: 'small talk as likely as an entry',
    findings: { greeting: 1.5, entries: [A], confidence: 0.9 },
    verdict: answer('a'),
  },
  {
    what: 'small talk as likely as a topic',
    findings: { greeting: 0.6, declined: [TOPIC] },
    verdict: decline('topic'),
  },
];

describe('decide', () => {
  it.each(SPECIFICATION)('$what: $verdict.kind', ({ findings, verdict }) => {
    expect(decide({ ...NOTHING, ...findings }, BARS)).toEqual(verdict);
  });
});

/** Few scores and few words, so that ties, repetitions and values right at a bar are common. */
const score = fc.constantFrom(-1, -0.5, 0, 0.2, 0.3, 0.4, 0.6, 0.9, 1.2, 1.5, 2);
const chance = fc.oneof(
  fc.constantFrom(0, 0.15, 0.2, 0.499_999, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
function candidates(prefix: string): fc.Arbitrary<Candidate[]> {
  const candidate = fc.record({
    score,
    mayOffer: fc.boolean(),
    words: fc.constantFrom('w', 'x', 'y', 'z', 'v'),
  });
  return fc
    .array(candidate, { maxLength: 8 })
    .map((all) =>
      all
        .sort((a, b) => b.score - a.score)
        .map((each, index) => ({ ...each, key: `${prefix}${index}` })),
    );
}
const anyFindings: fc.Arbitrary<Findings> = fc.record({
  entries: candidates('entry'),
  declined: candidates('topic'),
  greeting: score,
  empty: fc.boolean(),
  contentWords: fc.nat(3),
  topicExplains: fc.constantFrom(0, 0.49, 0.5, 0.7, 1, 1),
  confidence: chance,
});
const anyPolicy: fc.Arbitrary<Policy> = fc.constantFrom(POLICY, BARS, {
  ...BARS,
  offerWithin: 0,
  mostChoices: 2,
});

/** What has to be answered: sure, like some wording in itself, and ahead of other words. */
function isSure({ entries, confidence, contentWords }: Findings, policy: Policy): boolean {
  const best = entries[0]?.score ?? Number.NEGATIVE_INFINITY;
  const rivals = entries.filter(({ words }) => words !== entries[0]?.words);
  const bar = contentWords === 1 ? policy.answerAheadBrief : policy.answerAhead;
  return (
    contentWords > 0 &&
    confidence >= policy.answerAt &&
    best >= policy.answerScore &&
    rivals.every(({ score: rival }) => best - rival >= bar)
  );
}

/** How often each ending came up, so that a property can't hold by never being put to the test. */
function counting(): { seen: Map<string, number>; decided: typeof decide } {
  const seen = new Map<string, number>();
  return {
    seen,
    decided(findings, policy) {
      const verdict = decide(findings, policy);
      seen.set(verdict.kind, (seen.get(verdict.kind) ?? 0) + 1);
      return verdict;
    },
  };
}

describe('whatever was found, decide', () => {
  it('answers at the bar or above it alone, and then with the best entry', () => {
    const { seen, decided } = counting();
    fc.assert(
      fc.property(anyFindings, anyPolicy, (findings, policy) => {
        const verdict = decided(findings, policy);
        if (verdict.kind !== 'answer') return;
        expect(findings.confidence).toBeGreaterThanOrEqual(policy.answerAt);
        expect(findings.entries[0]?.score).toBeGreaterThanOrEqual(policy.answerScore);
        expect(findings.empty).toBe(false);
        expect(verdict.key).toBe(findings.entries[0]?.key);
      }),
      { numRuns: 2000 },
    );
    expect([...seen.keys()].sort()).toEqual(['answer', 'decline', 'greet', 'offer', 'unknown']);
    expect(seen.get('answer')).toBeGreaterThan(50);
  });

  it('offers one to three, no two with the same words, all of them fit to be offered and near', () => {
    const { seen, decided } = counting();
    fc.assert(
      fc.property(anyFindings, anyPolicy, (findings, policy) => {
        const verdict = decided({ ...findings, empty: false }, policy);
        if (verdict.kind !== 'offer') return;
        const offered = verdict.keys.map((key) =>
          findings.entries.find((entry) => entry.key === key),
        );
        const scores = offered.map((entry) => entry?.score ?? Number.NaN);
        expect(offered.length).toBeGreaterThanOrEqual(1);
        expect(offered.length).toBeLessThanOrEqual(policy.mostChoices);
        expect(offered.every((entry) => entry?.mayOffer)).toBe(true);
        expect(new Set(offered.map((entry) => entry?.words)).size).toBe(offered.length);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect((scores[0] ?? 0) - (scores.at(-1) ?? 0)).toBeLessThanOrEqual(policy.offerWithin);
        expect(findings.confidence).toBeGreaterThanOrEqual(policy.offerAt);
        expect(isSure(findings, policy)).toBe(false);
      }),
      { numRuns: 3000 },
    );
    expect(seen.get('offer')).toBeGreaterThan(100);
  });

  it('declines in a topic’s words alone, and only where it is likely enough', () => {
    const { seen, decided } = counting();
    fc.assert(
      fc.property(anyFindings, anyPolicy, (findings, policy) => {
        const verdict = decided(findings, policy);
        if (verdict.kind !== 'decline') return;
        expect(verdict.key).toBe(findings.declined[0]?.key);
        expect(findings.declined[0]?.score).toBeGreaterThanOrEqual(policy.declineAt);
        expect(findings.contentWords).toBeGreaterThan(0);
        expect(findings.topicExplains).toBeGreaterThanOrEqual(policy.declineExplains);
        expect(isSure(findings, policy)).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(seen.get('decline')).toBeGreaterThan(50);
  });

  it('always greets where there is no word', () => {
    fc.assert(
      fc.property(anyFindings, anyPolicy, (findings, policy) => {
        expect(decide({ ...findings, empty: true }, policy)).toEqual({ kind: 'greet' });
      }),
    );
  });

  it('doesn’t look at what stands well behind the best, but to offer it', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, anyPolicy, (findings, others, policy) => {
        const [best] = findings.entries;
        const [topic] = findings.declined;
        const verdict = decide(findings, policy);
        const changed = decide(
          {
            ...findings,
            entries: best
              ? [best, ...others.entries.filter((each) => each.score <= best.score - 0.7)]
              : [],
            declined: topic ? [topic, ...others.declined] : [],
          },
          policy,
        );
        if (verdict.kind === 'answer' || verdict.kind === 'greet') expect(changed).toEqual(verdict);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same for groups of equals in another order, but for which of the equals it names', () => {
    const nameless = (verdict: Verdict, findings: Findings): unknown => {
      const all = [...findings.entries, ...findings.declined];
      const told = (key: string) => all.find((each) => each.key === key)?.score;
      if (verdict.kind === 'offer') return [verdict.kind, ...verdict.keys.map(told)];
      return 'key' in verdict ? [verdict.kind, told(verdict.key)] : [verdict.kind];
    };
    // All may be offered and no two are the same, so that an equal can stand in for an equal.
    const distinct = anyFindings.map((findings) => ({
      ...findings,
      entries: findings.entries.map((each) => ({ ...each, mayOffer: true, words: each.key })),
    }));
    fc.assert(
      fc.property(distinct, anyPolicy, (findings, policy) => {
        const turned = {
          ...findings,
          entries: findings.entries.toReversed().sort((a, b) => b.score - a.score),
          declined: findings.declined.toReversed().sort((a, b) => b.score - a.score),
        };
        expect(nameless(decide(turned, policy), turned)).toEqual(
          nameless(decide(findings, policy), findings),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is never less forthcoming where it is surer', () => {
    const rank = { unknown: 0, decline: 0, offer: 1, answer: 2, greet: 3 } as const;
    fc.assert(
      fc.property(anyFindings, chance, anyPolicy, (findings, other, policy) => {
        const less = Math.min(findings.confidence, other);
        const more = Math.max(findings.confidence, other);
        expect(rank[decide({ ...findings, confidence: more }, policy).kind]).toBeGreaterThanOrEqual(
          rank[decide({ ...findings, confidence: less }, policy).kind],
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the bars in use', () => {
  it('lie in order, within what each measures', () => {
    expect(POLICY.answerAt).toBeGreaterThan(POLICY.offerAt);
    expect(POLICY.offerAt).toBeGreaterThan(0);
    expect(POLICY.answerAt).toBeLessThan(1);
    expect(POLICY.offerWithin).toBeGreaterThan(0);
  });

  it('offer no more than a person reads at a glance', () => {
    expect(POLICY.mostChoices).toBe(3);
  });
});
