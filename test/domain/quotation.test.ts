import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassage } from '../../src/domain/passage.ts';
import { withMarks } from '../../src/domain/quotation.ts';
import type { Passage } from '../../src/domain/release.ts';
import { aPassage } from '../support/builders.ts';

const spoken = (place: string, text = 'Words.'): Passage => aPassage({ text, place, spoken: true });

interface Part {
  readonly quote: string;
  readonly paragraph: number;
  readonly spoken: boolean;
}

function passageOf(part: Part, index: number): Passage {
  const place = part.spoken
    ? `${part.quote}, paragraph ${part.paragraph}`
    : `paragraph ${part.paragraph}`;
  return aPassage({ text: `Words ${index}.`, place, spoken: part.spoken });
}

describe('withMarks', () => {
  it.each([
    ['one paragraph', ['quote, paragraph 2'], ['“Words.”']],
    ['a run', ['quote, paragraph 1', 'quote, paragraph 2'], ['“Words.', '“Words.”']],
    [
      'a paragraph left out',
      ['quote, paragraph 1', 'quote, paragraph 3'],
      ['“Words.”', '“Words.”'],
    ],
    [
      'two of one paragraph',
      ['quote, paragraph 1', 'quote, paragraph 1'],
      ['“Words.”', '“Words.”'],
    ],
    ['backwards', ['quote, paragraph 2', 'quote, paragraph 1'], ['“Words.”', '“Words.”']],
    [
      'two quotes whose paragraphs would follow each other',
      ['first quote, paragraph 1', 'second quote, paragraph 2'],
      ['“Words.”', '“Words.”'],
    ],
    [
      'one quote among two',
      ['second quote, paragraph 1', 'second quote, paragraph 2'],
      ['“Words.', '“Words.”'],
    ],
    [
      'from paragraph 9 to 10',
      ['quote, paragraph 9', 'quote, paragraph 10'],
      ['“Words.', '“Words.”'],
    ],
    [
      'from paragraph 1 to 10',
      ['quote, paragraph 1', 'quote, paragraph 10'],
      ['“Words.”', '“Words.”'],
    ],
  ])('sets %s', (_, places, marked) => {
    expect(withMarks(places.map((place) => spoken(place)))).toEqual(marked);
  });

  it('sets no marks where nobody speaks, and closes speech before such words', () => {
    const passages = [spoken('quote, paragraph 1'), aPassage({ place: 'paragraph 2' })];
    expect(withMarks(passages)).toEqual(['“Words.”', 'Ten widgets were counted.']);
    expect(withMarks(passages.toReversed())).toEqual(['Ten widgets were counted.', '“Words.”']);
    expect(withMarks([])).toEqual([]);
  });

  it('opens each paragraph and closes only where a run ends, for any paragraphs of any quotes', () => {
    const part = fc.record({
      quote: fc.constantFrom('quote', 'first quote', 'second quote'),
      paragraph: fc.integer({ min: 1, max: 12 }),
      spoken: fc.boolean(),
    });
    const runs = fc
      .tuple(fc.constantFrom('quote', 'second quote'), fc.integer({ min: 1, max: 9 }), fc.nat(5))
      .map(([quote, from, more]) =>
        Array.from({ length: more + 1 }, (_, index) => ({
          quote,
          paragraph: from + index,
          spoken: true,
        })),
      );
    const parts = fc.oneof(
      fc.array(part, { maxLength: 8 }),
      fc.array(runs, { maxLength: 4 }).map((all) => all.flat()),
    );
    const seen = { left: 0, closed: 0 };
    const expected = (one: Part, next: Part | undefined, index: number): string => {
      if (!one.spoken) return `Words ${index}.`;
      const follows = next?.quote === one.quote && next.paragraph - one.paragraph === 1;
      const left = follows && next.spoken;
      seen[left ? 'left' : 'closed'] += 1;
      return left ? `“Words ${index}.` : `“Words ${index}.”`;
    };
    fc.assert(
      fc.property(parts, (all) => {
        const marked = withMarks(all.map(passageOf));
        expect(marked).toEqual(all.map((one, index) => expected(one, all[index + 1], index)));
      }),
      { numRuns: 500 },
    );
    expect(seen.left).toBeGreaterThan(100);
    expect(seen.closed).toBeGreaterThan(100);
  });

  it('sets whole quotations exactly as the release that they are taken from, whoever speaks', () => {
    const words = fc.integer({ min: 0, max: 99_999 }).map((number) => `Words ${number} are said.`);
    const quotes = fc.uniqueArray(words, { minLength: 1, maxLength: 10 }).chain((paragraphs) =>
      fc.record({
        paragraphs: fc.constant(paragraphs),
        ends: fc.array(fc.boolean(), {
          minLength: paragraphs.length,
          maxLength: paragraphs.length,
        }),
        between: fc.constantFrom('\n\n', '\n\nAl Example said:\n\n'),
      }),
    );
    fc.assert(
      fc.property(quotes, ({ paragraphs, ends, between }) => {
        const printed = paragraphs.map((paragraph, index) => {
          const closes = ends[index] === true || index === paragraphs.length - 1;
          return { line: closes ? `“${paragraph}”` : `“${paragraph}`, closes };
        });
        const text = printed.reduce(
          (sofar, { line, closes }) => sofar + line + (closes ? between : '\n\n'),
          'Headline\n\nJo Example said:\n\n',
        );
        const passages = paragraphs.flatMap((paragraph) => {
          const found = findPassage(text, paragraph);
          return found.ok ? [found.value] : [];
        });
        expect(passages.every((passage) => passage.spoken)).toBe(true);
        expect(withMarks(passages)).toEqual(printed.map(({ line }) => line));
      }),
      { numRuns: 300 },
    );
  });
});
