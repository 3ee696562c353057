import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  mainPart,
  type Outcome,
  outcomeOf,
  type Part,
  type ReleaseAnswer,
  releaseAnswers,
} from '../../src/domain/reply.ts';
import { anEntry, aRelease, aTopic } from '../support/builders.ts';

const ANSWER: ReleaseAnswer = {
  from: 'release',
  entry: anEntry(),
  release: aRelease(),
  also: [anEntry({ id: 'beside' })],
};

const PARTS: Readonly<Record<Outcome, Part>> = {
  answered: { kind: 'answered', asked: 'a', answer: ANSWER, confidence: 1 },
  choices: { kind: 'choices', asked: 'c', choices: [ANSWER], confidence: 0.5 },
  declined: { kind: 'declined', asked: 'd', topic: aTopic(), release: aRelease(), confidence: 1 },
  unknown: { kind: 'unknown', asked: 'u', why: 'no-match', confidence: 0 },
  greeting: { kind: 'greeting', asked: 'g', confidence: 1 },
};
/** What gives the person most comes first. */
const ORDER: Outcome[] = ['answered', 'choices', 'declined', 'unknown', 'greeting'];

describe('outcomeOf', () => {
  it.each(ORDER)('a reply of one part is that part: %s', (kind) => {
    expect(outcomeOf({ parts: [PARTS[kind]] })).toBe(kind);
  });

  it('is the best of any parts, in any order', () => {
    const kinds = fc.array(fc.constantFrom(...ORDER), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(kinds, ([first = 'unknown', ...rest]) => {
        const best = ORDER.find((kind) => kind === first || rest.includes(kind));
        expect(outcomeOf({ parts: [PARTS[first], ...rest.map((kind) => PARTS[kind])] })).toBe(best);
      }),
    );
  });

  it('takes the first of equals, however sure the second is', () => {
    const second: Part = { ...PARTS.unknown, asked: 'second', confidence: 1 };
    expect(mainPart({ parts: [PARTS.unknown, second] }).asked).toBe('u');
  });
});

describe('releaseAnswers', () => {
  it('has the release’s answers alone, in order', () => {
    const office: Part = {
      kind: 'answered',
      asked: 'o',
      answer: { from: 'office', topic: 'hours' },
      confidence: 1,
    };
    expect(releaseAnswers({ parts: [office, PARTS.choices, PARTS.answered] })).toEqual([ANSWER]);
  });

  it('gives the entry asked for first, then those beside it', () => {
    expect(entriesOf(ANSWER).map(({ id }) => id)).toEqual(['widgets', 'beside']);
  });
});
