import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleaned,
  contentWords,
  LONGEST_QUESTION,
  MOST_WORDS,
  stemOf,
  stemsOf,
  wordsOf,
} from '../../src/matching/text.ts';

describe('cleaned', () => {
  it.each([
    ['a mention', '<@U0BOT123> what is the cost', 'what is the cost'],
    ['a mention with a name', 'ask <@U0BOT123|bot> now', 'ask now'],
    ['a channel', 'see <#C012AB3CD|press> please', 'see please'],
    ['a group', '<!here> who is quoted', 'who is quoted'],
    ['a link', 'about <https://www.example.org/a?b=1>, please', 'about , please'],
    ['a link with words', 'about <https://www.example.org|the site>', 'about'],
    ['an address', 'mail <mailto:jo@example.org|jo@example.org> to me', 'mail to me'],
    ['a number to ring', 'ring <tel:+44123|0123>', 'ring'],
    ['a bare link', 'about HTTPS://www.example.org/a?b=1 please', 'about please'],
    ['emoji codes', ':wave: hello :+1::skin-tone-2:', 'hello'],
    ['a time, which is no emoji code', 'at 8:30am or 17:00', 'at 8:30am or 17:00'],
    ['control marks', 'co\u0000st\u0007 \u001b[31mnow', 'cost [31mnow'],
    ['right-to-left marks', '\u202ewhat\u202c \u200fis\u2066 it', 'what is it'],
    ['marks of no width', 'rec\u200bommend\u00adation', 'recommendation'],
    ['halves of a pair', 'a \ud83d b \udc4d c', 'a b c'],
    ['line ends and tabs', '\r\n what\tis\n\n\nit \n', 'what is it'],
    ['spaces that don’t break', 'what\u00a0\u202fis\u3000it', 'what is it'],
    ['curly quotes', '‘what’s’ “it”', "'what's' \"it\""],
    ['dashes', 'out‐of‑hours – or — 1−2', 'out-of-hours - or - 1-2'],
    ['letters of full width', 'ＮＣＡ ①', 'NCA 1'],
    ['letters with their accents apart', 'cafe\u0301', 'café'],
    ['nothing', '', ''],
    ['what only looks like markup', 'is 1 < 2 > 0 <b>?', 'is 1 < 2 > 0 <b>?'],
  ])('%s', (_, text, clean) => {
    expect(cleaned(text)).toBe(clean);
  });

  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
  );

  it('leaves one form of any text, on one line, without a mark that can’t be seen', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleaned(text);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\s\s|^\s|\s$/u);
        expect(cleaned(text.replaceAll(' ', '\n\u202e '))).toBe(cleaned(text.replaceAll(' ', ' ')));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['letters', 'a'],
    ['openings of markup', '<'],
    ['mentions without an end', '<@'],
    ['links without an end', '<https://'],
    ['colons', ':'],
    ['emoji codes without an end', ':a'],
    ['quotes', "'"],
    ['spaces', ' '],
    ['a letter that becomes eighteen', 'ﷺ'],
  ])('reads no more than its share of 100,000 characters of %s', (_, piece) => {
    const long = piece.repeat(100_000 / piece.length);
    const clean = cleaned(long);
    // One character may stand for up to eighteen in the one form of Unicode.
    expect(clean.length).toBeLessThanOrEqual(18 * LONGEST_QUESTION);
    expect(cleaned(`${long} and then some`)).toBe(clean);
    expect(wordsOf(clean).length).toBeLessThanOrEqual(3 * MOST_WORDS);
  });
});

describe('wordsOf', () => {
  it.each([
    ['What’s IT?', ['what', 'is', 'it']],
    ["we've, they're, I'll, he'd, I'm", 'we have they are i will he would i am'.split(' ')],
    ["don't won't can't shan't ain't", 'do not will not can not shall not is not'.split(' ')],
    ['whats dunno gonna u pls', 'what is do not know going to you please'.split(' ')],
    ["Parr's and the police’s", ['parr', 'and', 'the', 'police']],
    ["that's who's", ['that', 'is', 'who', 'is']],
    ["rock'n'roll", ['rocknroll']],
    ['£1.1 billion (5%)', ['£', '1', '1', 'billion', '5', '%']],
    ['out-of-hours', ['out', 'of', 'hours']],
    ['dw i’n hoffi ŷd', ['dw', 'in', 'hoffi', 'ŷd']],
    ['constructor, __proto__ and toString', ['constructor', 'proto', 'and', 'tostring']],
    ['?! … 🙂', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(cleaned(text))).toEqual(words);
  });

  it('has at most so many, of however long a text', () => {
    expect(wordsOf('word '.repeat(10_000))).toHaveLength(MOST_WORDS);
    expect(wordsOf("I'm ".repeat(10_000))).toHaveLength(2 * MOST_WORDS);
  });
});

describe('stems and content', () => {
  it.each([
    ['recommendations', 'recommend'],
    ['recommended', 'recommend'],
    ['costs', 'cost'],
    ['43', '43'],
    ['is', 'is'],
  ])('%s has the stem %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  it('are compared whatever the case and the marks', () => {
    expect(stemsOf('“Recommendations” – COSTS?')).toEqual(stemsOf('recommended cost'));
  });

  it('are of the words that say what a question is about', () => {
    expect(contentWords(wordsOf('what does it cost the uk each year please'))).toEqual([
      'cost',
      'uk',
      'each',
      'year',
    ]);
    expect(contentWords(wordsOf('so what about it then'))).toEqual([]);
  });
});
