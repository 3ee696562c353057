import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/domain/knowledge-base.ts';
import { POLICY } from '../../src/domain/policy.ts';
import type { Release } from '../../src/domain/release.ts';
import { decide } from '../../src/domain/verdict.ts';
import { createMatcher, type Match, type Matcher } from '../../src/matching/matcher.ts';
import { aBase, anEntry, anOffice, aPassage, aRelease, aTopic } from '../support/builders.ts';

const COUNT = anEntry({
  id: 'count',
  title: 'How many widgets there are',
  questions: ['how many widgets', 'number of widgets', 'tally of widgets', 'widgets counted'],
  gives: ['number'],
  passages: [aPassage({ text: 'Ten widgets were counted.' })],
});
const COST = anEntry({
  id: 'cost',
  title: 'What widgets cost',
  questions: ['how much is a widget', 'price of widgets', 'what do widgets cost', 'bill for it'],
  gives: ['amount'],
  passages: [aPassage({ text: 'A widget costs four pounds.' })],
});
const MAKER = anEntry({
  id: 'maker',
  title: 'Who makes widgets',
  questions: ['who makes widgets', 'maker of widgets', 'which firm builds them', 'manufacturer'],
  gives: ['organisation'],
  use: 'if-asked',
  passages: [aPassage({ text: 'Widgets are made by Example Works of Leeds.' })],
});
const BACKGROUND = [
  'what is for lunch',
  'how many eggs are in a cake',
  'who won the match',
  'price of a stamp',
  'what does a taxi cost',
  'when does the pub open',
];

const widgets = aRelease({ entries: [COUNT, COST, MAKER] });
function baseOf(...releases: readonly Release[]): KnowledgeBase {
  return {
    ...aBase(...releases),
    vocabulary: [['widget', 'gizmo']],
    everyday: { greetings: ['hello', 'thanks', 'what can you do'], background: BACKGROUND },
  };
}
const matcher = createMatcher(baseOf(widgets), anOffice());

function only(question: string, by: Matcher = matcher): Match {
  const [match, ...more] = by.match(question);
  expect(more).toEqual([]);
  if (!match) throw new Error('there is no match');
  return match;
}
const first = (question: string, by?: Matcher) => only(question, by).findings.entries[0]?.key;
const ending = (match: Match) => decide(match.findings, POLICY).kind;

describe('the ranking', () => {
  it.each([
    // The same words as an example.
    ['how many widgets', 'made-up/count'],
    ['price of widgets', 'made-up/cost'],
    // Words of the passage alone.
    ['four pounds', 'made-up/cost'],
    ['anything on Leeds?', 'made-up/maker'],
    // Other forms of the words, and more words around them.
    ['how is a widget priced these days', 'made-up/cost'],
    ['which firm would have built widgets', 'made-up/maker'],
    // A slip of the pen.
    ['manufactuer', 'made-up/maker'],
    // Another word of the vocabulary.
    ['how many gizmos', 'made-up/count'],
    // The declined topic shares words with the count, and its question comes first all the same.
    ['number of widgets, not gadgets', 'made-up/count'],
    // The office's own record, where no release has contact entries.
    ['opening hours', 'office/hours'],
    ['weekend contact', 'office/outOfHours'],
    ['who can I ring', 'office/telephone'],
  ])('of “%s” has %s first', (question, key) => {
    expect(first(question)).toBe(key);
  });

  it('has every entry once, best first, and topics apart', () => {
    const { entries, declined } = only('how many gadgets are there').findings;
    const scores = entries.map((entry) => entry.score);
    expect(entries.map((entry) => entry.key).sort()).toEqual([
      'made-up/cost',
      'made-up/count',
      'made-up/maker',
      'office/hours',
      'office/outOfHours',
      'office/telephone',
    ]);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(declined.map((topic) => topic.key)).toEqual(['made-up/gadgets']);
    expect(declined[0]?.score).toBeGreaterThan(scores[0] ?? 0);
  });

  it('says of each what may be offered, and which words it would give', () => {
    const { entries } = only('who makes widgets').findings;
    const told = Object.fromEntries(entries.map((entry) => [entry.key, entry]));
    expect(told['made-up/count']).toMatchObject({
      mayOffer: true,
      words: 'Ten widgets were counted.',
    });
    expect(told['made-up/maker']?.mayOffer).toBe(false);
    expect(told['office/hours']?.mayOffer).toBe(false);
  });

  it('leaves the office’s record to a release’s own contact entry', () => {
    const contact = anEntry({ id: 'contact', kind: 'contact', questions: ['telephone', 'hours'] });
    const by = createMatcher(baseOf(aRelease({ entries: [COUNT, contact] })), anOffice());
    expect(only('opening hours', by).findings.entries.map((entry) => entry.key)).toEqual([
      'made-up/contact',
      'made-up/count',
    ]);
  });

  it('has no corrections where none were made, and tells those that were', () => {
    expect(only('how many widgets').read?.corrections).toEqual([]);
    expect(only('how many wigdets').read?.corrections).toEqual([['wigdets', 'widgets']]);
  });
});

describe('the evidence', () => {
  it('names what an entry does not tell, does not reach to, and does not explain', () => {
    expect(only('who counted the widgets').evidence?.untold).toEqual(['who']);
    expect(only('how many widgets').evidence).toMatchObject({
      untold: [],
      beyond: [],
      unexplained: [],
      explained: 1,
    });
    const beyond = only('how many widgets are there now in scotland').evidence;
    expect(beyond?.beyond).toEqual(['now', 'scotland']);
    expect(beyond?.unexplained).toEqual(['now', 'scotland']);
  });

  it('explains a word of the vocabulary a little less than the word itself', () => {
    const share = (question: string) => only(question).evidence?.explained ?? 0;
    expect(share('number of gizmos')).toBeLessThan(share('number of widgets'));
    expect(only('number of gizmos').evidence?.strange).toBe(0);
    expect(only('number of zebras').evidence?.strange).toBeGreaterThan(0);
  });

  it('lets nothing raise confidence that the entry does not tell', () => {
    const sure = (question: string) => only(question).findings.confidence;
    expect(sure('how many widgets')).toBeGreaterThan(POLICY.answerAt);
    expect(sure('who counted the widgets')).toBeLessThan(sure('widgets counted'));
    expect(sure('how many widgets in scotland')).toBeLessThan(sure('how many widgets'));
    expect(sure('how many widgets in Zxqvbury')).toBeLessThan(sure('how many widgets'));
  });
});

describe('several questions in one message', () => {
  it('are matched apart, in order', () => {
    const keys = matcher
      .match('Hello! How many widgets are there? And who makes widgets?')
      .map((match) => match.findings.entries[0]?.key);
    expect(keys).toEqual(['made-up/count', 'made-up/maker']);
  });

  it('go on from what was asked before', () => {
    const matches = matcher.match('Who makes widgets? What do they cost?');
    expect(matches.map((match) => match.findings.entries[0]?.key)).toEqual([
      'made-up/maker',
      'made-up/cost',
    ]);
  });
});

describe('several releases', () => {
  const twin = (id: string, words: string) =>
    aRelease({
      id,
      declined: [],
      entries: [{ ...COUNT, release: id, passages: [aPassage({ text: words })] }],
    });
  const releases = [twin('alpha', 'Ten widgets were counted.'), twin('beta', 'Two were found.')];
  const two = createMatcher(baseOf(...releases), anOffice());

  it('are told apart by a release’s short name', () => {
    expect(first('beta how many widgets', two)).toBe('beta/count');
    expect(first('alpha how many widgets', two)).toBe('alpha/count');
    expect(first('how many widgets in beta?', two)).toBe('beta/count');
  });

  it('are both there where no name was said', () => {
    const keys = only('how many widgets', two).findings.entries.slice(0, 2);
    expect(keys.map((entry) => entry.key).sort()).toEqual(['alpha/count', 'beta/count']);
  });
});

/** What nobody's base of widgets answers; none of it may be answered, whatever the base. */
const STRANGE = [
  'faint o bobl sydd wedi cael eu harestio yng Nghaerdydd?',
  'x',
  '7',
  '🙂',
  '👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  '',
  ' \n\t ',
  '???',
  '\u202e\u0000',
  '中国 有多少 警察',
  'the of to in',
  'capital of Mongolia',
  'zxqv wkrth plimq',
  '__proto__ constructor toString',
  'a'.repeat(100_000),
  '?'.repeat(100_000),
];

const BASES: readonly (readonly [string, KnowledgeBase])[] = [
  ['one entry', { ...baseOf(aRelease({ entries: [COUNT], declined: [] })), vocabulary: [] }],
  [
    'one entry and nothing everyday',
    aBaseWithoutDays(aRelease({ entries: [COUNT], declined: [] })),
  ],
  ['no release', { ...baseOf(), releases: [] }],
  ['a release without entries', baseOf(aRelease({ entries: [], declined: [] }))],
  ['declined topics alone', baseOf(aRelease({ entries: [], declined: [aTopic()] }))],
  ['nothing whatever', aBaseWithoutDays(aRelease({ entries: [], declined: [] }))],
  [
    'forty entries with the same words',
    baseOf(aRelease({ entries: Array.from({ length: 40 }, (_, id) => anEntry({ id: `w${id}` })) })),
  ],
  [
    'an entry whose wordings have no word',
    baseOf(aRelease({ entries: [anEntry({ title: '', questions: ['', '???'], keywords: [] })] })),
  ],
];

function aBaseWithoutDays(...releases: readonly Release[]): KnowledgeBase {
  return { ...aBase(...releases), everyday: { greetings: [], background: [] } };
}

describe.each(BASES)('a base of %s', (_, base) => {
  const by = createMatcher(base, anOffice());

  it('answers nothing strange, and throws at nothing', () => {
    for (const question of STRANGE) {
      const matches = by.match(question);
      expect(matches.length, question.slice(0, 40)).toBeGreaterThan(0);
      for (const match of matches) {
        expect([question.slice(0, 40), ending(match)]).not.toEqual([
          question.slice(0, 40),
          'answer',
        ]);
        expect(match.findings.confidence).toBeGreaterThanOrEqual(0);
        expect(match.findings.confidence).toBeLessThan(POLICY.answerAt);
        for (const each of match.findings.entries) expect(each.score).not.toBeNaN();
      }
    }
  });

  it('greets where there is no word, and nowhere else for that reason', () => {
    expect(only('🙂 ???', by).findings.empty).toBe(true);
    expect(ending(only('', by))).toBe('greet');
    expect(only('x', by).findings.empty).toBe(false);
  });

  it('still knows the office’s hours', () => {
    expect(first('opening hours', by)).toBe('office/hours');
    expect(ending(only('opening hours', by))).toBe('answer');
  });
});

describe('entries with the same words', () => {
  it('are one answer, not a choice among forty', () => {
    const entries = Array.from({ length: 40 }, (_, id) => anEntry({ id: `w${id}` }));
    const match = only(
      'how many widgets',
      createMatcher(baseOf(aRelease({ entries })), anOffice()),
    );
    expect(ending(match)).toBe('answer');
    expect(match.evidence?.margin).toBeGreaterThan(0);
  });
});

describe('learning', () => {
  const questions = ['how many widgets', 'widget', 'who makes it', 'hours', 'gadgets', 'zxqv'];
  const told = (by: Matcher) => questions.map((question) => by.match(question));

  it('twice from the same base gives the same numbers', () => {
    expect(told(createMatcher(baseOf(widgets), anOffice()))).toEqual(told(matcher));
  });

  it('is not changed by questions, in whatever order they come', () => {
    const fresh = createMatcher(baseOf(widgets), anOffice());
    const backwards = questions.toReversed().map((question) => fresh.match(question));
    expect(backwards.reverse()).toEqual(told(matcher));
  });
});
