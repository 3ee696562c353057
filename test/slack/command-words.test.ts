import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearlyOff, parseCommandWords } from '../../src/slack/command-words.ts';

const RELEASES = ['cyber', 'River'];

describe('the words after the command', () => {
  it.each`
    text                             | kind        | release
    ${''}                            | ${'help'}   | ${undefined}
    ${' \t '}                        | ${'help'}   | ${undefined}
    ${'help'}                        | ${'help'}   | ${undefined}
    ${' HELP! '}                     | ${'help'}   | ${undefined}
    ${'?'}                           | ${'help'}   | ${undefined}
    ${'hours'}                       | ${'hours'}  | ${undefined}
    ${'Hours?'}                      | ${'hours'}  | ${undefined}
    ${'topics'}                      | ${'topics'} | ${undefined}
    ${'cyber topics'}                | ${'topics'} | ${'cyber'}
    ${'topics cyber'}                | ${'topics'} | ${'cyber'}
    ${'Topics   RIVER.'}             | ${'topics'} | ${'River'}
    ${'help me find the quote'}      | ${'ask'}    | ${undefined}
    ${'hours of the press office?'}  | ${'ask'}    | ${undefined}
    ${'help hours'}                  | ${'ask'}    | ${undefined}
    ${'opening hours'}               | ${'ask'}    | ${undefined}
    ${'topics of the cyber release'} | ${'ask'}    | ${undefined}
    ${'topics topics'}               | ${'ask'}    | ${undefined}
    ${'cyber'}                       | ${'topics'} | ${'cyber'}
    ${'Cyber?'}                      | ${'topics'} | ${'cyber'}
    ${'unreleased'}                  | ${'ask'}    | ${undefined}
    ${'cyber recommendations'}       | ${'ask'}    | ${undefined}
    ${'who is quoted?'}              | ${'ask'}    | ${undefined}
  `('“$text” is $kind', ({ text, kind, release }) => {
    expect(parseCommandWords(text, RELEASES)).toMatchObject({ kind, ...(release && { release }) });
  });

  it.each`
    text                              | who            | words
    ${'ask'}                          | ${'anybody'}   | ${{ kind: 'hand-over', question: '' }}
    ${'ASK  '}                        | ${'anybody'}   | ${{ kind: 'hand-over', question: '' }}
    ${'ask "Who knew?"'}              | ${'anybody'}   | ${{ kind: 'hand-over', question: 'Who knew?' }}
    ${'ask “Who knew?”'}              | ${'anybody'}   | ${{ kind: 'hand-over', question: 'Who knew?' }}
    ${'ask who said “never” and why'} | ${'anybody'}   | ${{ kind: 'hand-over', question: 'who said “never” and why' }}
    ${'asked and answered?'}          | ${'anybody'}   | ${{ kind: 'ask' }}
    ${'ask'}                          | ${'deskless'}  | ${{ kind: 'ask' }}
    ${'ask "Who knew?"'}              | ${'deskless'}  | ${{ kind: 'ask' }}
    ${'ask her who knew'}             | ${'elsewhere'} | ${{ kind: 'ask' }}
    ${'ask "Who knew?"'}              | ${'elsewhere'} | ${{ kind: 'hand-over', question: 'Who knew?' }}
    ${'ask'}                          | ${'elsewhere'} | ${{ kind: 'hand-over', question: '' }}
    ${'desk'}                         | ${'anybody'}   | ${{ kind: 'ask' }}
    ${'desk'}                         | ${'officer'}   | ${{ kind: 'desk' }}
    ${'Desk mine'}                    | ${'officer'}   | ${{ kind: 'desk', only: 'mine' }}
    ${'desk K7M-4PX'}                 | ${'officer'}   | ${{ kind: 'desk', search: 'K7M-4PX' }}
    ${'desk "the Gazette"'}           | ${'officer'}   | ${{ kind: 'desk', search: 'the Gazette' }}
    ${'desk officers, how many?'}     | ${'officer'}   | ${{ kind: 'ask' }}
    ${'desks'}                        | ${'officer'}   | ${{ kind: 'ask' }}
    ${'off "a wrong figure"'}         | ${'officer'}   | ${{ kind: 'off', reason: 'a wrong figure' }}
    ${'off “a wrong figure”'}         | ${'officer'}   | ${{ kind: 'off', reason: 'a wrong figure' }}
    ${'off'}                          | ${'officer'}   | ${{ kind: 'off', reason: '' }}
    ${'off ""'}                       | ${'officer'}   | ${{ kind: 'off', reason: '' }}
    ${'off the record?'}              | ${'officer'}   | ${{ kind: 'ask' }}
    ${'off the record'}               | ${'officer'}   | ${{ kind: 'ask' }}
    ${'off "a wrong figure"'}         | ${'anybody'}   | ${{ kind: 'ask' }}
    ${'on'}                           | ${'officer'}   | ${{ kind: 'on' }}
    ${'on'}                           | ${'anybody'}   | ${{ kind: 'ask' }}
    ${'on "mended"'}                  | ${'officer'}   | ${{ kind: 'on' }}
    ${'on what date?'}                | ${'officer'}   | ${{ kind: 'ask' }}
  `('“$text” from $who is $words.kind', ({ text, who, words }) => {
    const handOver = who === 'elsewhere' ? ('quoted' as const) : ('anything' as const);
    const orders = who === 'deskless' ? {} : { handOver, officer: who === 'officer' };
    expect(parseCommandWords(text, RELEASES, orders)).toMatchObject(words);
  });

  it('gives back a question that is no order exactly as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = parseCommandWords(text, RELEASES, { handOver: 'anything', officer: true });
        if (words.kind === 'ask') expect(words.question).toBe(text.trim());
      }),
    );
  });

  it('takes a release that may not be named yet for a question, so that it is not given away', () => {
    expect(parseCommandWords('topics secret', RELEASES)).toEqual({
      kind: 'ask',
      question: 'topics secret',
    });
  });

  it('leaves a question as it was written', () => {
    const question = 'What did he SAY?\nAnd why?';
    expect(parseCommandWords(` ${question} `, [])).toEqual({ kind: 'ask', question });
  });
});

describe('what looks like an order to stop answers', () => {
  it.each`
    text                        | nearly
    ${'off wrong figure'}       | ${true}
    ${'Off, a wrong figure'}    | ${false}
    ${'off a wrong figure "x"'} | ${true}
    ${'off the record'}         | ${false}
    ${'off-the-record remarks'} | ${false}
    ${'off the record?'}        | ${false}
    ${'off duty officers?'}     | ${false}
    ${'official figures'}       | ${false}
    ${'off'}                    | ${false}
  `('“$text”: $nearly', ({ text, nearly }) => {
    expect(isNearlyOff(text)).toBe(nearly);
  });
});
