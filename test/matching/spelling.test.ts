import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../src/matching/english-words.ts';
import { createSpelling, slips } from '../../src/matching/spelling.ts';

const BASE = new Map(
  Object.entries({
    recommendation: 9,
    recommendations: 3,
    constabulary: 4,
    cyber: 40,
    crime: 30,
    police: 30,
    policy: 2,
    to: 50,
    inspector: 8,
    inspected: 7,
    the: 90,
    out: 20,
    hours: 12,
    past: 2,
    quote: 5,
    quoted: 6,
    hmicfrs: 20,
    '2019': 3,
  }),
);
const { corrected } = createSpelling(BASE);

describe('a slip of the pen', () => {
  it.each([
    ['a letter left out', 'recomendation', 'recommendation'],
    ['two letters left out', 'recomendatin', 'recommendation'],
    ['a letter doubled', 'cybber', 'cyber'],
    ['two letters swapped', 'inpsector', 'inspector'],
    ['the first two letters swapped', 'rcime', 'crime'],
    ['a wrong letter', 'polixe', 'police'],
    ['a wrong first letter', 'xonstabulary', 'constabulary'],
    ['in a name', 'hmicrfs', 'hmicfrs'],
    ['in a short word, letters swapped', 'teh', 'the'],
    ['in another', 'otu', 'out'],
    ['between two as near, the commoner', 'polic', 'police'],
    ['between two, the nearer', 'quotedd', 'quoted'],
  ])('%s: %s', (_, typed, meant) => {
    expect(isEnglish(typed)).toBe(false);
    expect(corrected(typed)).toBe(meant);
  });

  it('is seen alike however often and in whatever order words are asked for', () => {
    const again = createSpelling(new Map([...BASE].reverse()));
    for (const word of ['recomendation', 'polixe', 'quotedd', 'inspecter', 'cybber']) {
      expect([corrected(word), corrected(word)]).toEqual([corrected(word), again.corrected(word)]);
    }
  });
});

describe('what is no slip', () => {
  it.each(['pasta', 'prime', 'polite', 'hour', 'grime', 'quota', 'respected', 'tour', 'paste'])(
    'the English word “%s”, though the base lacks it',
    (word) => {
      expect(BASE.has(word)).toBe(false);
      expect(corrected(word)).toBe(word);
    },
  );

  it.each([...BASE.keys()])('the base’s own “%s”', (word) => {
    expect(corrected(word)).toBe(word);
  });

  it.each([
    ['two letters', 'ot'],
    ['three letters, one of them wrong', 'tha'],
    ['three letters, one left out', 'hrs'],
    ['a number', '2109'],
    ['a word with a number in it', 'cyb3r'],
    ['two slips in a short word', 'ciyme'],
    ['three slips in a long word', 'rekomendasion'],
    ['a name like nothing known', 'zxqvbury'],
    ['more letters than any word', 'recommendation'.repeat(2)],
    ['nothing', ''],
  ])('%s: “%s”', (_, word) => {
    expect(corrected(word)).toBe(word);
  });

  it('whatever it is, where the base has no words', () => {
    expect(createSpelling(new Map()).corrected('recomendation')).toBe('recomendation');
  });
});

describe('slips', () => {
  it.each([
    ['crime', 'crime', 0],
    ['crime', 'rcime', 1],
    ['crime', 'crme', 1],
    ['crime', 'crimes', 1],
    ['crime', 'grime', 1],
    ['crime', 'prim', 2],
    ['ab', 'ba', 1],
    ['', 'ab', 2],
  ])('%s → %s: %i', (a, b, distance) => {
    expect(slips(a, b, 5)).toBe(distance);
  });

  it('are the same there and back, at least the difference in length, and one for one change', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, at) => {
        const distance = slips(a, b, 20);
        expect(slips(b, a, 20)).toBe(distance);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance === 0).toBe(a === b);
        const place = Math.min(at, a.length);
        expect(slips(a, `${a.slice(0, place)}d${a.slice(place)}`, 20)).toBe(1);
      }),
    );
  });

  it('are not counted beyond the most that is asked for by length', () => {
    expect(slips('a', 'abcdefgh', 2)).toBe(3);
  });
});

describe('a random slip in a long word of the base', () => {
  it('is corrected, unless it makes another word', () => {
    const long = [...BASE.keys()].filter((word) => word.length >= 8 && !/\d/.test(word));
    const slip = fc
      .tuple(fc.constantFrom(...long), fc.nat(20), fc.constantFrom('drop', 'double', 'swap'))
      .map(([word, at, how]) => {
        const place = 1 + (at % (word.length - 2));
        const [a = '', b = ''] = [word[place], word[place + 1]];
        const put = { drop: b, double: a + a + b, swap: b + a }[how] ?? '';
        return { word, typed: word.slice(0, place) + put + word.slice(place + 2) };
      });
    fc.assert(
      fc.property(slip, ({ word, typed }) => {
        if (BASE.has(typed) || isEnglish(typed)) return;
        const family = word.startsWith('recommendation') ? /^recommendations?$/ : new RegExp(word);
        expect(corrected(typed)).toMatch(family);
      }),
      { numRuns: 300 },
    );
  });
});
