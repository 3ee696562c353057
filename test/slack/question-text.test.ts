import { describe, expect, it } from 'vitest';
import { commandText, questionText } from '../../src/slack/question-text.ts';

describe('a person’s words out of an event', () => {
  it.each`
    sent                                          | meant                           | why
    ${'<@U0BOT> who is quoted?'}                  | ${'who is quoted?'}             | ${'the bot is only called'}
    ${'hey <@U0BOT>, hours'}                      | ${'hey , hours'}                | ${'wherever it is called'}
    ${'<@U0BOT>: hours'}                          | ${'hours'}                      | ${'with what follows a name'}
    ${'<@U0BOT>'}                                 | ${''}                           | ${'called and nothing asked'}
    ${'did <@U2|Ann> say it'}                     | ${'did @Ann say it'}            | ${'a name that Slack gives'}
    ${'in <#C1|press> today'}                     | ${'in #press today'}            | ${'a channel'}
    ${'tell <!channel> and <!here|here>'}         | ${'tell @channel and here'}     | ${'a group call, as words'}
    ${'see <https://a.uk/b?c=1&amp;d=2>'}         | ${'see https://a.uk/b?c=1&d=2'} | ${'a link without a label'}
    ${'see <https://a.uk|this> <mailto:a@b|a@b>'} | ${'see this a@b'}               | ${'links with labels'}
    ${'Q&amp;A, 1 &lt; 2, &amp;lt;'}              | ${'Q&A, 1 < 2, &lt;'}           | ${'escaped once'}
    ${'one\n two'}                                | ${'one\n two'}                  | ${'lines stay'}
    ${undefined}                                  | ${''}                           | ${'a file without words'}
  `('“$sent” is “$meant”: $why', ({ sent, meant }) => {
    expect(questionText(sent)).toBe(meant);
  });
});

describe('a person’s words out of a slash command', () => {
  it.each`
    sent                 | meant
    ${'  hours '}        | ${'hours'}
    ${'Q&amp;A &lt;b>'}  | ${'Q&A <b>'}
    ${'<@U1> and <x|y>'} | ${'<@U1> and <x|y>'}
    ${undefined}         | ${''}
  `('“$sent” is “$meant”', ({ sent, meant }) => {
    expect(commandText(sent)).toBe(meant);
  });
});
