import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPassage } from '../../src/domain/passage.ts';
import type { Passage } from '../../src/domain/release.ts';
import { sentencesOf, unitsOf } from '../../src/domain/release-text.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

interface Case {
  readonly key: string;
  readonly text: string;
  readonly passage: Passage;
}

/** Every passage of the real base, with the text of its release. */
const CASES: readonly Case[] = (() => {
  const loaded = loadKnowledge('knowledge');
  if (!loaded.ok) throw new Error('the real base does not load');
  return loaded.value.releases.flatMap(({ text, entries }) =>
    entries.flatMap(({ id, passages }) => passages.map((passage) => ({ key: id, text, passage }))),
  );
})();

/** What a slip of the hand does to a passage at one character; nothing where it can't be made. */
const SLIPS: Readonly<Record<string, (words: string, at: number) => string | undefined>> = {
  drop: (words, at) => words.slice(0, at) + words.slice(at + 1),
  double: (words, at) => words.slice(0, at + 1) + words.slice(at),
  'straight quote': swap({ '‘': "'", '’': "'", '“': '"', '”': '"' }),
  'hyphen for a dash': swap({ '–': '-', '—': '-' }),
  'dash for a hyphen': swap({ '-': '–' }),
  'doubled space': swap({ ' ': '  ' }),
  'space that does not break': swap({ ' ': '\u00a0' }),
  'line break': swap({ ' ': '\n' }),
  'other case': (words, at) => {
    const one = words.charAt(at);
    const other = one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase();
    return other === one ? undefined : words.slice(0, at) + other + words.slice(at + 1);
  },
  'other digit': (words, at) =>
    /\d/.test(words.charAt(at))
      ? `${words.slice(0, at)}${(Number(words.charAt(at)) + 1) % 10}${words.slice(at + 1)}`
      : undefined,
};

function swap(pairs: Readonly<Record<string, string>>) {
  return (words: string, at: number): string | undefined => {
    const other = pairs[words.charAt(at)];
    return other === undefined ? undefined : words.slice(0, at) + other + words.slice(at + 1);
  };
}

interface Slipped extends Case {
  readonly words: string;
}

/** Every passage with one kind of slip: at each ninth character and the last, or all there are of a rare one. */
function slipped(name: string): Slipped[] {
  const slip = SLIPS[name];
  const everywhere = /quote|dash|digit/.test(name);
  return CASES.flatMap((one) => {
    const last = one.passage.text.length - 1;
    return [...one.passage.text].flatMap((_, at) => {
      const words =
        everywhere || at % 9 === 0 || at === last ? slip?.(one.passage.text, at) : undefined;
      return words === undefined ? [] : [{ ...one, words }];
    });
  });
}

/**
 * The one slip that leaves a whole thing: a list item, whose own stop or semicolon was dropped.
 * Read here from the lines of the release, not by the program's own units.
 */
function isWholeItem(text: string, words: string): boolean {
  return text
    .split('\n')
    .filter((line) => line.trimStart().startsWith('•'))
    .map((line) => line.replace('•', '').trim())
    .some((item) => [`${words}.`, `${words};`, `${words}; and`].includes(item));
}

/** Fails unless the words are refused, or are a whole item and found exactly where they stand. */
function judge({ key, text, passage, words }: Slipped): 'refused' | 'wholeItems' {
  expect(words).not.toBe(passage.text);
  const found = findPassage(text, words);
  if (!found.ok) {
    expect(found.error).not.toBe('');
    return 'refused';
  }
  expect([key, words, isWholeItem(text, words)]).toEqual([key, words, true]);
  expect(text.slice(found.value.start, found.value.end)).toBe(words);
  expect(found.value).toMatchObject({ text: words, place: passage.place });
  return 'wholeItems';
}

describe('findPassage on the real base', () => {
  it('finds every passage where it says, character for character', () => {
    expect(CASES.length).toBeGreaterThan(50);
    for (const { key, text, passage } of CASES) {
      expect([key, findPassage(text, passage.text)]).toEqual([key, { ok: true, value: passage }]);
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    }
  });

  // How many of each slip must have been tried at least, so that no row passes for want of any.
  it.each([
    ['drop', 800],
    ['double', 800],
    ['straight quote', 10],
    ['hyphen for a dash', 5],
    ['dash for a hyphen', 20],
    ['doubled space', 100],
    ['space that does not break', 100],
    ['line break', 100],
    ['other case', 700],
    ['other digit', 20],
  ])('refuses every passage with one slip: %s', (name, atLeast) => {
    const verdicts = slipped(name).map(judge);
    const passed = verdicts.filter((verdict) => verdict === 'wholeItems').length;
    expect(verdicts.length).toBeGreaterThan(atLeast);
    expect(passed).toBeLessThanOrEqual(name === 'drop' ? CASES.length / 4 : 0);
  });

  it('has every kind of slip in that table', () => {
    expect(Object.keys(SLIPS)).toHaveLength(10);
  });

  it('takes a list item of the release with and without its own stop', () => {
    const text = CASES[0]?.text ?? '';
    const items = unitsOf(text).filter(({ kind }) => kind === 'item');
    expect(items).toHaveLength(8);
    for (const { start, end, place } of items) {
      const words = text.slice(start, end).replace(/(; and|;|\.)$/, '');
      expect(isWholeItem(text, words)).toBe(true);
      expect(findPassage(text, words)).toMatchObject({ ok: true, value: { place, text: words } });
      expect(findPassage(text, words.slice(0, -1)).ok).toBe(false);
    }
  });

  it('refuses two slips at random places', () => {
    let tried = 0;
    const slip = fc.constantFrom(...Object.values(SLIPS));
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES),
        fc.tuple(slip, fc.nat()),
        fc.tuple(slip, fc.nat()),
        (one, [first, at], [second, then]) => {
          const { text } = one.passage;
          const once = first(text, at % text.length) ?? text;
          const words = second(once, then % once.length) ?? once;
          if (words === text) return;
          tried += 1;
          judge({ ...one, words });
        },
      ),
      { numRuns: 1500 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  const ONLY_MARKS = /they differ only in quotation marks, dashes or spaces/;

  it.each(['straight quote', 'hyphen for a dash', 'doubled space'])(
    'says so where that is the whole mistake: %s',
    (name) => {
      for (const { text, words } of slipped(name)) {
        const error: unknown = expect.stringMatching(ONLY_MARKS);
        expect(findPassage(text, words)).toMatchObject({ ok: false, error });
      }
    },
  );

  it('does not say so of other mistakes', () => {
    const found = findPassage(CASES[0]?.text ?? '', 'Police farces are good.');
    expect(found.ok ? '' : found.error).toBe(
      'these words do not stand in the release, character for character',
    );
  });

  it('finds every run of whole sentences of one paragraph, and no run over two', () => {
    const text = CASES[0]?.text ?? '';
    const sentences = sentencesOf(text);
    const seen = { within: 0, across: 0 };
    for (const [index, first] of sentences.entries()) {
      for (const last of sentences.slice(index, index + 4)) {
        const words = text.slice(first.start, last.end);
        const found = findPassage(text, words);
        const within = first.unit.start === last.unit.start;
        expect([words, found.ok]).toEqual([words, within]);
        seen[within ? 'within' : 'across'] += 1;
      }
    }
    expect(seen.within).toBeGreaterThan(50);
    expect(seen.across).toBeGreaterThan(50);
  });

  it('finds nothing that starts or ends inside a sentence', () => {
    const text = CASES[0]?.text ?? '';
    const sentences = sentencesOf(text).filter(({ unit }) => unit.kind !== 'item');
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        ({ start, end }, cut, atStart) => {
          const words = atStart ? text.slice(start + cut, end) : text.slice(start, end - cut);
          // A short line ("Get the report") may stand whole in what is left of another.
          fc.pre(
            words.length > 5 && !unitsOf(text).some((u) => text.slice(u.start, u.end) === words),
          );
          expect(findPassage(text, words).ok).toBe(false);
        },
      ),
    );
  });
});

describe('findPassage on a made-up release', () => {
  const TEXT = [
    'Headline without a stop',
    '',
    'First here. Twice said. Last here.',
    '',
    '  • one thing;',
    '  • another. Twice said; and',
    '  • a third or',
    '  • a last.',
    '',
    '“It is so.',
    '',
    '“Twice said.”',
    '',
    'He said “Twice said” again.',
  ].join('\n');

  const place = (words: string) => {
    const found = findPassage(TEXT, words);
    return found.ok ? found.value.place : found.error;
  };
  const INSIDE = 'it starts or ends inside a sentence, or runs over the end of a paragraph';

  it.each([
    ['Headline without a stop', 'headline'],
    ['First here.', 'paragraph 1'],
    ['First here. Twice said. Last here.', 'paragraph 1'],
    ['Twice said. Last here.', 'paragraph 1'],
    ['one thing', 'first list, item 1'],
    ['one thing;', 'first list, item 1'],
    ['another. Twice said', 'first list, item 2'],
    ['another. Twice said; and', 'first list, item 2'],
    ['a last', 'first list, item 4'],
    ['a last.', 'first list, item 4'],
    ['It is so.', 'quote, paragraph 1'],
    ['He said “Twice said” again.', 'paragraph 2'],
  ])('%j stands in %s', (words, where) => {
    expect(place(words)).toBe(where);
  });

  it('takes words that stand twice for the first place where they are whole', () => {
    const found = findPassage(TEXT, 'Twice said.');
    expect(found).toMatchObject({ ok: true, value: { place: 'paragraph 1', spoken: false } });
  });

  it('looks on where the first place is inside a sentence', () => {
    const text = 'Headline\n\nAnd so it is. They say.\n\n“it is.”';
    expect(findPassage(text, 'it is.')).toMatchObject({
      ok: true,
      value: { place: 'quote, paragraph 1', spoken: true },
    });
  });

  it('knows speech from the release’s own words', () => {
    expect(findPassage(TEXT, 'It is so.')).toMatchObject({ ok: true, value: { spoken: true } });
    expect(findPassage(TEXT, 'First here.')).toMatchObject({ ok: true, value: { spoken: false } });
  });

  it.each([
    ['First here', INSIDE],
    ['First here. Twice said', INSIDE],
    [' First here.', /character for character/],
    ['First here. ', INSIDE],
    ['here.', INSIDE],
    ['• one thing;', INSIDE],
    ['another. Twice said; an', INSIDE],
    ['another. Twice said;', INSIDE],
    ['a third', INSIDE],
    ['“It is so.', INSIDE],
    ['It is so.\n\n“Twice said.', INSIDE],
    ['Twice said.”', INSIDE],
    ['Last here.\n\n  • one thing;', INSIDE],
    ['Headline without a stop\n', INSIDE],
    ['', 'it is empty'],
    [' \n', 'it is empty'],
    ['\n', 'it is empty'],
    ['first here.', /character for character/],
  ])('refuses %j', (words, why) => {
    expect(findPassage(TEXT, words).ok).toBe(false);
    expect(place(words)).toMatch(why);
  });
});
