import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Release } from '../../src/domain/release.ts';
import type { ReleaseAnswer } from '../../src/domain/reply.ts';
import { helpNow, hoursNow, topicsNow } from '../../src/slack/answer.ts';
import { copyView } from '../../src/slack/blocks/copy-view.ts';
import { homeView } from '../../src/slack/blocks/home-view.ts';
import { placeView } from '../../src/slack/blocks/place-view.ts';
import { reportView } from '../../src/slack/blocks/report-view.ts';
import { copyText } from '../../src/wording/other-messages.ts';
import { anEntry, aPassage, aRelease } from '../support/builders.ts';
import { fakePressOffice } from '../support/fake-press-office.ts';
import { viewFaults } from './block-rules.ts';

const TEXT = `A made-up release

Ten widgets were counted. Nine were found, in 2018-2012. One was not.

The widgets were:

  • red;
  • green & blue; and
  • <none>.

Jo Example said:

“A *bold* widget. Another.

“The last one.”

  1. A note on widgets.
`;

/** An answer whose passages are these words of the text. */
function answerOf(words: readonly string[], over: Partial<Release> = {}): ReleaseAnswer {
  const release = aRelease({ text: TEXT, ...over });
  const passages = words.map((text) =>
    aPassage({
      text,
      start: release.text.indexOf(text),
      end: release.text.indexOf(text) + text.length,
    }),
  );
  return { from: 'release', release, entry: anEntry({ passages }), also: [] };
}

function linesOf(view: { blocks: readonly object[] }): string[] {
  return view.blocks.flatMap((block) => {
    const { text } = block as { text?: { text: string } };
    return text ? text.text.split('\n') : [];
  });
}

describe('an answer in its place', () => {
  it('is the whole release, paragraph by paragraph', () => {
    const view = placeView(answerOf([]));
    expect(viewFaults(view)).toEqual([]);
    expect(linesOf(view)).toEqual([
      'A made-up release',
      'Ten widgets were counted. Nine were found, in 2018-2012. One was not.',
      'The widgets were:',
      '• red;',
      '• green &amp; blue; and',
      '• &lt;none&gt;.',
      'Jo Example said:',
      '“A *bold* widget. Another.',
      '“The last one.”',
      '1. A note on widgets.',
    ]);
  });

  it.each`
    passage                             | line
    ${'Nine were found, in 2018-2012.'} | ${'> ▶ *Nine were found, in 2018-2012.*'}
    ${'green & blue'}                   | ${'> ▶ *• green &amp; blue; and*'}
    ${'The last one.'}                  | ${'> ▶ *“The last one.”*'}
    ${'A note on widgets.'}             | ${'> ▶ *1. A note on widgets.*'}
    ${'A *bold* widget.'}               | ${'> ▶ “A *bold* widget.'}
  `('marks “$passage” where it stands', ({ passage, line }) => {
    const view = placeView(answerOf([passage]));
    expect(viewFaults(view)).toEqual([]);
    expect(linesOf(view).filter((each) => each.includes('▶'))).toEqual([line]);
  });

  it('leaves the words around a passage as they are', () => {
    const lines = linesOf(placeView(answerOf(['Nine were found, in 2018-2012.'])));
    expect(lines).toContain('Ten widgets were counted.');
    expect(lines).toContain('One was not.');
  });

  it('marks two passages of one paragraph, in the order of the text', () => {
    const lines = linesOf(placeView(answerOf(['One was not.', 'Ten widgets were counted.'])));
    expect(lines.filter((each) => each.includes('▶'))).toEqual([
      '> ▶ *Ten widgets were counted.*',
      '> ▶ *One was not.*',
    ]);
  });

  it('marks a mistake of the publication with [sic]', () => {
    const sic = [{ text: '2018-2012', why: 'the years are the wrong way round' }];
    const lines = linesOf(placeView(answerOf(['Nine were found, in 2018-2012.'], { sic })));
    expect(lines).toContain('> ▶ *Nine were found, in 2018-2012 [sic].*');
  });

  it('shows as much as fits around the passage where the release is very long', () => {
    const text = Array.from({ length: 400 }, (_, index) => `Paragraph ${index}.`).join('\n\n');
    const view = placeView(answerOf(['Paragraph 300.'], { text }));
    expect(viewFaults(view)).toEqual([]);
    expect(linesOf(view)).toContain('> ▶ *Paragraph 300.*');
  });

  it('is valid for whatever a release may hold', () => {
    const paragraph = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('• a;', '', '<&>'),
    );
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 250 }), fc.nat(), (paragraphs, at) => {
        const text = `A headline\n\n${paragraphs.join('\n')}`;
        const start = at % text.length;
        const passage = aPassage({ text: text.slice(start, start + 80), start, end: start + 80 });
        const entry: Entry = anEntry({ passages: [passage] });
        const answer: ReleaseAnswer = {
          from: 'release',
          release: aRelease({ text }),
          entry,
          also: [],
        };
        expect(viewFaults(placeView(answer))).toEqual([]);
      }),
    );
  });
});

describe('plain text to copy', () => {
  it('is the published words, character for character, in a field', () => {
    const words = copyText(answerOf(['green & blue']));
    const view = copyView(words);
    expect(viewFaults(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain(JSON.stringify(words));
  });

  it('is plain text where it is too long for a field, and all of it', () => {
    const words = Array.from({ length: 900 }, (_, index) => `Widget ${index}.`).join('\n');
    const view = copyView(words);
    expect(viewFaults(view)).toEqual([]);
    expect(linesOf(view).filter(Boolean).join('\n')).toBe(words);
  });
});

describe('the modal for a report', () => {
  it('says which answer it is about, and needs a reason of at most 500 characters', () => {
    const view = reportView('made-up/widgets', 'Widgets & <more>');
    expect(viewFaults(view)).toEqual([]);
    expect(view.blocks[1]).toMatchObject({ element: { min_length: 1, max_length: 500 } });
    expect(view.blocks[1]).not.toHaveProperty('optional', true);
  });
});

describe('the home tab', () => {
  it('has hours, help and topics, and the number once', () => {
    const office = fakePressOffice();
    const view = homeView({
      hours: hoursNow(office),
      help: helpNow(office),
      topics: topicsNow(office),
    });
    expect(viewFaults(view)).toEqual([]);
    const words = JSON.stringify(view.blocks);
    expect(words).toMatch(/open until.*hmicfrs hours.*How many widgets there are/);
    expect(words.split('To ring now')).toHaveLength(2);
  });

  it('fits, however many releases there are', () => {
    const releases = Array.from({ length: 300 }, (_, index) => aRelease({ id: `r${index}` }));
    const topics = releases.map((release) => ({ release, entries: release.entries }));
    const office = fakePressOffice({ topics: () => topics });
    const view = homeView({
      hours: hoursNow(office),
      help: helpNow(office),
      topics: topicsNow(office),
    });
    expect(viewFaults(view)).toEqual([]);
  });
});
