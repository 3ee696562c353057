import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slackText } from '../../local-slack/typed-text.ts';

const NAMES = {
  people: [
    { id: 'U0BOT', name: 'hmicfrs' },
    { id: 'U1', name: 'Olive Ray' },
  ],
  channels: [{ id: 'C1', name: 'desk' }],
};

it.each([
  ['@hmicfrs who says so?', '<@U0BOT> who says so?'],
  ['what does @HMICFRS, say', 'what does <@U0BOT>, say'],
  ['@hmicfrs2 and me@hmicfrs', '@hmicfrs2 and me@hmicfrs'],
  ['ask @Olive Ray', 'ask <@U1>'],
  ['@nobody', '@nobody'],
  ['see #desk.', 'see <#C1|desk>.'],
  ['a < b && b > c', 'a &lt; b &amp;&amp; b &gt; c'],
  ['<@U0BOT> <!channel>', '&lt;@U0BOT&gt; &lt;!channel&gt;'],
  ['see https://example.org/a?b=1&c=2.', 'see <https://example.org/a?b=1&amp;c=2>.'],
  ['(http://example.org)', '(<http://example.org>)'],
  ['<https://example.org>', '&lt;<https://example.org>&gt;'],
  ['write to press@example.org!', 'write to <mailto:press@example.org|press@example.org>!'],
])('%j becomes %j', (typed, expected) => {
  expect(slackText(typed, NAMES)).toBe(expected);
});

it('lets nobody write a mention, a link or a command of Slack’s by hand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const links = slackText(`<${typed}>`, NAMES).match(/<[^>]*>/g) ?? [];
      for (const link of links) expect(link).toMatch(/^<(?:@U|#C|https?:|mailto:)/i);
    }),
  );
});
