import { describe, expect, it } from 'vitest';
import type { Part, ReleaseAnswer, Reply } from '../../src/domain/reply.ts';
import { type Mark, markOf, summaryOf } from '../../src/evaluation/judge.ts';
import { anEntry, anOffice, aPassage, aRelease, aTopic } from '../support/builders.ts';

function says(...texts: string[]): ReleaseAnswer {
  const passages = texts.map((text) => aPassage({ text }));
  return { from: 'release', entry: anEntry({ passages }), release: aRelease(), also: [] };
}
const answered = (...texts: string[]): Part => ({
  kind: 'answered',
  asked: 'a',
  answer: says(...texts),
  confidence: 1,
});
const choices = (...texts: string[]): Part => ({
  kind: 'choices',
  asked: 'c',
  choices: texts.map((text) => says(text)),
  confidence: 0.3,
});
const DECLINED: Part = {
  kind: 'declined',
  asked: 'd',
  topic: aTopic({ say: 'Nothing on ten.' }),
  release: aRelease(),
  confidence: 0,
};
const UNKNOWN: Part = { kind: 'unknown', asked: 'ten', why: 'no-match', confidence: 0 };
const OFFICE: Part = {
  kind: 'answered',
  asked: 'o',
  answer: { from: 'office', topic: 'hours' },
  confidence: 1,
};

function mark(expected: readonly RegExp[], ...parts: [Part, ...Part[]]): Mark {
  const office = anOffice();
  const reply: Reply = {
    question: 'ten',
    at: 0,
    office: { open: true, changesAt: 1, ring: office.pressOffice, why: 'It is open.' },
    parts,
  };
  return markOf({ text: 'ten', expect: expected, kind: 'dm', fact: 'count' }, reply);
}

describe('markOf', () => {
  it.each<[string, Mark, readonly RegExp[], [Part, ...Part[]]]>([
    ['the right words', 'right', [/ten/i], [answered('Ten widgets.')]],
    ['all words, in two passages', 'right', [/ten/i, /two/i], [answered('Ten.', 'Two.')]],
    ['all words, in two answers', 'right', [/ten/i, /two/i], [answered('Ten.'), answered('Two.')]],
    ['some of the words', 'wrong', [/ten/i, /two/i], [answered('Ten.')]],
    ['other words', 'wrong', [/ten/i], [answered('Two.')]],
    [
      'other words, with a right choice beside',
      'wrong',
      [/ten/i],
      [answered('Two.'), choices('Ten.')],
    ],
    ['the office’s record instead', 'wrong', [/ten/i], [OFFICE]],
    ['choices, one of them right', 'offered', [/ten/i], [choices('Two.', 'Ten.')]],
    ['choices that are only together right', 'missed', [/ten/i, /two/i], [choices('Two.', 'Ten.')]],
    ['choices, none of them right', 'missed', [/ten/i], [choices('Two.')]],
    ['nothing, though it is in the question', 'missed', [/ten/i], [UNKNOWN]],
    ['approved words for a gap', 'missed', [/ten/i], [DECLINED]],
    ['an answer where there is none', 'false', [], [answered('Ten.')]],
    ['choices where there is no answer', 'offered-out', [], [choices('Ten.')]],
    ['a refusal where there is no answer', 'refused', [], [UNKNOWN]],
    ['approved words where there is no answer', 'refused', [], [DECLINED]],
    ['an answer beside a refusal', 'false', [], [DECLINED, answered('Ten.')]],
  ])('%s: %s', (_, expected, patterns, parts) => {
    expect(mark(patterns, ...parts)).toBe(expected);
  });

  it('counts what is given beside an answer, and the office’s record where it is passed in', () => {
    const beside = { ...says('Two.'), also: [anEntry({ passages: [aPassage({ text: 'Ten.' })] })] };
    const part: Part = { kind: 'answered', asked: 'a', answer: beside, confidence: 1 };
    expect(mark([/ten/i, /two/i], part)).toBe('right');
    const question = { text: 'hours', expect: [/8:30am/], kind: 'dm', fact: 'hours' };
    const reply = {
      question: 'hours',
      at: 0,
      office: {} as Reply['office'],
      parts: [OFFICE],
    } as const;
    expect(markOf(question, reply, ['8:30am to 5:00pm'])).toBe('right');
  });
});

describe('summaryOf', () => {
  it('has shares of those in scope, and shares of those out of scope', () => {
    const marks: Mark[] = [
      ...(['right', 'right', 'right', 'right', 'right'] as const),
      ...(['offered', 'offered', 'wrong', 'missed', 'missed'] as const),
      ...(['false', 'offered-out', 'refused', 'refused'] as const),
    ];
    expect(summaryOf(marks)).toEqual({
      inScope: 10,
      outOfScope: 4,
      right: 50,
      offered: 20,
      wrong: 10,
      missed: 20,
      false: 25,
      offeredOut: 25,
    });
  });

  it('has no share of nothing', () => {
    expect(summaryOf([])).toMatchObject({ inScope: 0, right: 0, outOfScope: 0, false: 0 });
    expect(summaryOf(['refused'])).toMatchObject({ right: 0, missed: 0, false: 0 });
  });
});
