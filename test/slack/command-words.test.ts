import { describe, expect, it } from 'vitest';
import { parseCommandWords } from '../../src/slack/command-words.ts';

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
