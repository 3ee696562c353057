import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf, unitsOf } from '../../src/domain/release-text.ts';

const REAL = readFileSync(
  'knowledge/releases/2019-10-24-cyber-keep-the-light-on/release.txt',
  'utf8',
);

/** Each unit as "place: its words", or the first so many characters of them. */
function read(text: string, most = 200): string[] {
  return unitsOf(text).map(({ place, start, end }) => {
    return `${place}: ${text.slice(start, Math.min(end, start + most))}`;
  });
}

describe('unitsOf the real release', () => {
  it('names every part of it, in order', () => {
    expect(read(REAL, 30)).toEqual([
      'headline: Police response to cyber-depen',
      'paragraph 1: Police forces and the National',
      'paragraph 2: Get the report',
      'paragraph 3: Cyber: Keep the light on – An ',
      'paragraph 4: HMICFRS inspected how the poli',
      'paragraph 5: The subsequent report, Cyber: ',
      'first list, item 1: efficient working arrangements',
      'first list, item 2: a well-established national st',
      'first list, item 3: early identification and respo',
      'first list, item 4: the implementation of minimum ',
      'first list, item 5: the development of local cyber',
      'paragraph 6: However, the Inspectorate warn',
      'second list, item 1: concerns around the financial ',
      'second list, item 2: limited understanding of deman',
      'second list, item 3: some forces not fully complyin',
      'paragraph 7: Her Majesty’s Inspector of Con',
      'quote, paragraph 1: The prevalence of digital tech',
      'quote, paragraph 2: The police have had to find wa',
      'quote, paragraph 3: We do, however, believe that t',
      'quote, paragraph 4: As such, we have recommended t',
      'paragraph 8: Get the report',
      'paragraph 9: Cyber: Keep the light on – An ',
      'note 1: For the purposes of the report',
      'note 2: HMICFRS is an independent insp',
      'note 3: HMICFRS inspects all 43 police',
      'note 4: HMICFRS also inspects all 45 f',
      'note 5: This is the first time that HM',
      'note 6: HMICFRS has previously underta',
      'note 7: For further information, HMICF',
      'note 8: HMICFRS’s out-of-hours press o',
    ]);
  });

  it('takes the words alone: without bullets, numbers, or a quotation’s outer marks', () => {
    const words = (place: string) => {
      const unit = unitsOf(REAL).find((each) => each.place === place);
      return REAL.slice(unit?.start, unit?.end);
    };
    expect(words('first list, item 4')).toBe(
      'the implementation of minimum standards and recognised performance indicators; and',
    );
    expect(words('quote, paragraph 4')).toBe(
      'As such, we have recommended that the government should consider the establishment of a national policing response, with regards to cyber-dependent crime.',
    );
    expect(words('note 1')).toContain('was defined as “offences that can only be committed');
    expect(words('note 8')).toBe(
      'HMICFRS’s out-of-hours press office line for urgent media enquiries is 07836 217729.',
    );
  });

  it('leaves nothing of the release out but bullets, numbers, outer marks and blanks', () => {
    let between = '';
    let at = 0;
    for (const { start, end } of unitsOf(REAL)) {
      expect(start).toBeGreaterThanOrEqual(at);
      between += REAL.slice(at, start);
      at = end;
    }
    between += REAL.slice(at);
    expect(between.replaceAll(/\s/g, '')).toBe(`${'•'.repeat(8)}““““”1.2.3.4.5.6.7.8.`);
  });
});

describe('unitsOf made-up releases', () => {
  it('numbers the quotes where there are two of them', () => {
    const text = [
      'Headline',
      '',
      'Jo Example said:',
      '',
      '“One.',
      '',
      '“Two.”',
      '',
      'Al Example said:',
      '',
      '“Three.',
      '',
      '“Four.”',
    ].join('\n');
    expect(read(text)).toEqual([
      'headline: Headline',
      'paragraph 1: Jo Example said:',
      'first quote, paragraph 1: One.',
      'first quote, paragraph 2: Two.',
      'paragraph 2: Al Example said:',
      'second quote, paragraph 1: Three.',
      'second quote, paragraph 2: Four.',
    ]);
  });

  it('begins another quote where the one before has closed its mark', () => {
    expect(read('Headline\n\n“One.\n\n“Two.”\n\n“Three.”\n\n“Four.”')).toEqual([
      'headline: Headline',
      'first quote, paragraph 1: One.',
      'first quote, paragraph 2: Two.',
      'second quote, paragraph 1: Three.',
      'third quote, paragraph 1: Four.',
    ]);
  });

  it.each([
    ['–', 'an en dash'],
    ['-', 'a hyphen'],
    ['•', 'a bullet'],
    ['*', 'an asterisk'],
    ['‣', 'a triangle'],
  ])('reads lines with %s (%s) as a list', (bullet) => {
    const text = `Headline\n\nThere are:\n ${bullet} one;\n\t${bullet}\ttwo; and\n${bullet} three.`;
    expect(read(text)).toEqual([
      'headline: Headline',
      'paragraph 1: There are:',
      'first list, item 1: one;',
      'first list, item 2: two; and',
      'first list, item 3: three.',
    ]);
  });

  it('does not take a dash inside a line, or one that touches a word, for a bullet', () => {
    expect(read('Headline\n\nForces – all of them – agree.\n\n-5 degrees were measured.')).toEqual([
      'headline: Headline',
      'paragraph 1: Forces – all of them – agree.',
      'paragraph 2: -5 degrees were measured.',
    ]);
  });

  it('counts a second list from one again, with words between or not', () => {
    expect(read('Headline\n• a\n• b\nwords\n• c\n\n\n• d')).toEqual([
      'headline: Headline',
      'first list, item 1: a',
      'first list, item 2: b',
      'paragraph 1: words',
      'second list, item 1: c',
      'second list, item 2: d',
    ]);
  });

  it('keeps a note’s own number, and does not take a year or a decimal for one', () => {
    expect(read('Headline\n\n3. Third.\n4) Fourth.\n2019. A year.\n1.5 metres.')).toEqual([
      'headline: Headline',
      'note 3: Third.',
      'note 4: Fourth.',
      'paragraph 1: 2019. A year.',
      'paragraph 2: 1.5 metres.',
    ]);
  });

  it('takes the first line for the headline, whatever it looks like', () => {
    expect(read('\n\n  “Crime is down”, say forces  \n\nWords.')).toEqual([
      'headline: “Crime is down”, say forces',
      'paragraph 1: Words.',
    ]);
    expect(read('• 1. Words')).toEqual(['headline: • 1. Words']);
  });

  it.each([
    ['“Fraud” is on the rise.', 'only a word of it stands in marks'],
    ['“We agree,” said Jo Example. “It is good.”', 'the speaker is named between'],
    ['“It is good,” said Jo Example.', 'the speaker is named after'],
    ['“It is good”.', 'the stop stands outside'],
  ])('is no quotation: %s (%s), so that its marks stay where they are', (line) => {
    const [, unit] = unitsOf(`Headline\n\n${line}\n`);
    expect(unit).toMatchObject({ kind: 'paragraph', place: 'paragraph 1' });
    expect(`Headline\n\n${line}\n`.slice(unit?.start, unit?.end)).toBe(line);
  });

  it('is a quotation with another one inside it', () => {
    expect(read('Headline\n\n“He said “no” to me.”')[1]).toBe(
      'quote, paragraph 1: He said “no” to me.',
    );
    expect(read('Headline\n\n“He said “no”.\n\n“I said “yes”.”').slice(1)).toEqual([
      'quote, paragraph 1: He said “no”.',
      'quote, paragraph 2: I said “yes”.',
    ]);
  });

  it('reads blanks of any kind beside bullets and marks, none of which are words', () => {
    expect(read('Headline\n•\u00a0one;\n\u00a0•\u00a0two.\n“\u00a0Said. ”').slice(1)).toEqual([
      'first list, item 1: one;',
      'first list, item 2: two.',
      'quote, paragraph 1: Said.',
    ]);
  });

  it('reads lines that end as on Windows, and blanks at the end of lines', () => {
    expect(read('Headline\r\n\r\n• one;  \r\n• two.\r\n\r\n“Said.” \r\n')).toEqual([
      'headline: Headline',
      'first list, item 1: one;',
      'first list, item 2: two.',
      'quote, paragraph 1: Said.',
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(unitsOf('')).toEqual([]);
    expect(unitsOf(' \n\t\n')).toEqual([]);
    expect(sentencesOf('')).toEqual([]);
  });
});

describe('any text at all', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(fc.constantFrom('“', '”', '•', '–', '1.', ' ', '\t', 'Word', 'word.', '?', '\r'), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

  it('has its units in order, within one line each, never overlapping, and each place once', () => {
    fc.assert(
      fc.property(text, (words) => {
        let at = 0;
        for (const { start, end } of unitsOf(words)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(words.slice(start, end)).not.toContain('\n');
          expect(words.slice(start, end)).toBe(words.slice(start, end).trimEnd());
          at = end;
        }
        const places = unitsOf(words).filter(({ kind }) => kind !== 'note');
        expect(new Set(places.map(({ place }) => place)).size).toBe(places.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('has sentences that lie in their unit and together leave out nothing but blanks', () => {
    fc.assert(
      fc.property(text, (words) => {
        const whole = unitsOf(words).map(({ start, end }) => words.slice(start, end));
        const cut = sentencesOf(words).map(({ start, end }) => words.slice(start, end));
        expect(cut.join('').replaceAll(/\s/g, '')).toBe(whole.join('').replaceAll(/\s/g, ''));
        for (const { start, end, unit } of sentencesOf(words)) {
          expect(start).toBeGreaterThanOrEqual(unit.start);
          expect(end).toBeLessThanOrEqual(unit.end);
        }
      }),
      { numRuns: 500 },
    );
  });
});
