import { describe, expect, it } from 'vitest';
import { markedUnits, stretchesOf } from '../../src/domain/marked-text.ts';

const range = (name: string, start: number, end: number) => ({ name, start, end });
const cut = (start: number, end: number, ...ranges: ReturnType<typeof range>[]) =>
  stretchesOf({ start, end }, ranges).map(
    (each) => `${each.start}-${each.end} ${each.within.map(({ name }) => name).join('+')}`,
  );

describe('a text that is cut along ranges', () => {
  it('is one stretch where no range touches it', () => {
    expect(cut(10, 20, range('a', 0, 10), range('b', 20, 30))).toEqual(['10-20 ']);
  });

  it('is cut where a range begins and ends, and nowhere outside itself', () => {
    expect(cut(10, 20, range('a', 5, 12), range('b', 15, 40))).toEqual([
      '10-12 a',
      '12-15 ',
      '15-20 b',
    ]);
  });

  it('tells which ranges share a stretch, the first to begin before the others', () => {
    expect(cut(0, 9, range('late', 3, 9), range('early', 0, 6))).toEqual([
      '0-3 early',
      '3-6 early+late',
      '6-9 late',
    ]);
  });

  it('has nothing to cut where it is empty', () => {
    expect(cut(5, 5, range('a', 0, 9))).toEqual([]);
  });
});

describe('the lines of a release', () => {
  const text = 'A title\n\nOne widget. Two widgets.\n\n  • the first; and\n\n“I agree,” said Jo.\n';
  const words = (start: number, end: number) => text.slice(start, end);

  it('are whole, in order, each with its place', () => {
    const units = markedUnits(text, []);
    expect(units.map(({ place }) => place)).toEqual([
      'headline',
      'paragraph 1',
      'first list, item 1',
      'paragraph 2',
    ]);
    expect(units.map(({ stretches }) => stretches.map((s) => words(s.start, s.end)))).toEqual([
      ['A title'],
      ['One widget. Two widgets.'],
      ['• the first; and'],
      ['“I agree,” said Jo.'],
    ]);
  });

  it('are marked where a passage stands', () => {
    const start = text.indexOf('Two');
    const units = markedUnits(text, [range('two', start, start + 'Two widgets.'.length)]);
    const marked = units.flatMap(({ stretches }) => stretches).filter((s) => s.within.length > 0);
    expect(marked.map((s) => words(s.start, s.end))).toEqual(['Two widgets.']);
  });
});
