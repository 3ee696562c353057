import { describe, expect, it } from 'vitest';
import { placesInWords } from '../../src/wording/places.ts';
import { quotedLines } from '../../src/wording/reply-message.ts';
import { A_SPEAKER, aPassage, aRelease } from '../support/builders.ts';

const words = (...places: string[]): string => placesInWords(places.map((place) => ({ place })));
const items = (...numbers: number[]): string =>
  words(...numbers.map((number) => `first list, item ${number}`));

describe('placesInWords', () => {
  it.each([
    [['headline'], 'headline'],
    [['paragraph 6'], 'paragraph 6'],
    [['note 7', 'note 8'], 'notes 7 and 8'],
    [['note 1', 'note 3', 'note 5'], 'notes 1, 3 and 5'],
    [['note 9', 'note 10', 'note 11'], 'notes 9 to 11'],
    [['paragraph 6', 'second list, item 2'], 'paragraph 6; second list, item 2'],
    [['headline', 'paragraph 1', 'paragraph 2'], 'headline; paragraphs 1 and 2'],
    [['quote, paragraph 1', 'quote, paragraph 2'], 'quote, paragraphs 1 and 2'],
    [
      ['first list, item 1', 'first list, item 2', 'second list, item 3'],
      'first list, items 1 and 2; second list, item 3',
    ],
    [
      ['first quote, paragraph 1', 'second quote, paragraph 2'],
      'first quote, paragraph 1; second quote, paragraph 2',
    ],
    [['paragraph 1', 'quote, paragraph 2'], 'paragraph 1; quote, paragraph 2'],
    [['note 5', 'paragraph 4', 'note 6'], 'note 5; paragraph 4; note 6'],
  ])('%j is "%s"', (places, said) => {
    expect(words(...places)).toBe(said);
  });

  it('says a run of items as a run, and one place once', () => {
    expect(items(1, 2, 3, 4, 5)).toBe('first list, items 1 to 5');
    expect(items(2, 2)).toBe('first list, item 2');
    expect(items(1, 1, 2, 2)).toBe('first list, items 1 and 2');
    expect(words('headline', 'headline')).toBe('headline');
    expect(words()).toBe('');
  });

  it('says numbers out of order as they come', () => {
    expect(items(3, 1)).toBe('first list, items 3 and 1');
    expect(items(1, 2, 4)).toBe('first list, items 1, 2 and 4');
  });

  // A known mistake of src/wording/places.ts: it looks at the first and last number alone.
  it('does not take numbers out of order for a run', () => {
    expect(items(1, 5, 3)).toBe('first list, items 1, 5 and 3');
  });
});

describe('a published mistake', () => {
  const release = aRelease({ sic: [{ text: '2016-2012', why: 'An impossible run of years.' }] });
  const line = (text: string, spoken = false) =>
    quotedLines([aPassage({ text, spoken, place: 'note 1' })], release, A_SPEAKER)[0]?.text;

  it.each([
    ['Strategy 2016-2012, page 74.', 'Strategy 2016-2012 [sic], page 74.'],
    ['2016-2012 and 2016-2012', '2016-2012 [sic] and 2016-2012 [sic]'],
    ['Strategy 2012-2016.', 'Strategy 2012-2016.'],
    ['Strategy 2016–2012.', 'Strategy 2016–2012.'],
  ])('%s is read as: %s', (text, read) => {
    expect(line(text)).toBe(read);
  });

  it('is marked inside speech, and the mark stands inside the quotation marks', () => {
    expect(line('In 2016-2012', true)).toBe('“In 2016-2012 [sic]”');
  });

  it('names a speaker where somebody speaks, and nowhere else', () => {
    const lines = quotedLines(
      [aPassage({ spoken: true, place: 'quote, paragraph 1' }), aPassage()],
      release,
      A_SPEAKER,
    );
    expect(lines.map(({ speaker }) => speaker)).toEqual(['Chief Example Jo Example', undefined]);
  });
});
