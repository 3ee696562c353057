import { describe, expect, it } from 'vitest';
import { GIVES } from '../../src/domain/release.ts';
import { type AskedFor, askedFor, askedForInWords, untold } from '../../src/matching/asked-for.ts';
import { cleaned, wordsOf } from '../../src/matching/text.ts';

describe('what a question asks for', () => {
  it.each<[string, AskedFor[]]>([
    ['how many forces were visited', ['how-many']],
    ['number of arrests', ['how-many']],
    ['what percentage of crimes', ['how-many']],
    ['how much does it cost', ['how-much']],
    ['what’s the inspector’s salary', ['money']],
    ['how much do you spend on it', ['how-much', 'money']],
    ['when was the report published', ['when']],
    ['how long did it take', ['when']],
    ['since when', ['when']],
    ['when police arrive, what happens', []],
    ['who is quoted', ['who']],
    ['whose report is it', ['who']],
    ['why did it rise', ['why']],
    ['how come it rose', ['why']],
    ['where can I get it', ['where']],
    ['which forces did you visit', ['names']],
    ['name the forces', ['names']],
    ['Matt Parr’s mobile', ['telephone']],
    ['phone number', ['telephone']],
    ['number of the press office', []],
    ['how many times can I ring you', []],
    ['e-mail address please', ['where', 'written-contact']],
    ['link to the PDF', ['link']],
    ['any case studies', ['example']],
    ['what did the 2015 report conclude', ['conclusions']],
    ['which force was rated best', ['names', 'grade']],
    ['how does it compare with last year', ['comparison']],
    ['compared to fraud', ['comparison']],
    ['cost to the uk', []],
    ['', []],
  ])('“%s”', (question, asked) => {
    expect(askedFor(wordsOf(cleaned(question))).sort()).toEqual(asked.sort());
  });
});

describe('untold', () => {
  it.each<[AskedFor[], (typeof GIVES)[number][], AskedFor[]]>([
    [['who'], ['person'], []],
    [['who'], ['number'], ['who']],
    [['how-many'], ['list'], []],
    [['telephone'], ['contact'], []],
    [['telephone'], ['person', 'quote'], ['telephone']],
    [['how-many', 'who'], ['number'], ['who']],
    [['when', 'where'], [], ['when', 'where']],
    [[], [], []],
  ])('of %j, an entry that tells %j leaves %j', (asked, gives, left) => {
    expect(untold(asked, gives)).toEqual(left);
  });

  it.each<AskedFor>(['written-contact', 'example', 'grade', 'comparison'])(
    'no entry whatever tells %s, so that it is always left',
    (asked) => {
      expect(untold([asked], GIVES)).toEqual([asked]);
    },
  );

  it('has words for each kind', () => {
    expect(askedForInWords('telephone')).toBe('a telephone number');
    expect(askedForInWords('how-many')).toBe('a number');
  });
});
