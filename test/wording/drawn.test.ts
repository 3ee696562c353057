import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { slackMessages } from '../../src/slack/blocks/slack-message.ts';
import { askerMessage } from '../../src/wording/asker-messages.ts';
import { channelMessage, overviewMessage } from '../../src/wording/desk-lists.ts';
import { deskMessage } from '../../src/wording/desk-messages.ts';
import { cardMessage } from '../../src/wording/enquiry-card.ts';
import type { Message } from '../../src/wording/message.ts';
import { messageFaults } from '../slack/block-rules.ts';
import { anEnquiry, anOffice } from '../support/builders.ts';
import { askerNotes, channelNotes, deskNotes, RECORD } from './desk-kinds.ts';

const OFFICE = anOffice();
const AT = Date.parse('2026-11-27T16:50:00Z');
const NASTY =
  '<!channel> <!here> <@U1> <#C1> <https://evil.example|click> *b* _i_ `c` > & &amp; &lt;!channel&gt;';

const nasty = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.constantFrom(...NASTY.split(' '), '\n', '\u0000', '\u202e', '😀', '|', '"', '\\'),
        fc.string({ unit: 'binary', maxLength: 30 }),
      ),
      { minLength: 1, maxLength: 40 },
    ),
    fc.integer({ min: 1, max: 40 }),
  )
  .map(([words, times]) => `x ${words.join(' ')}`.repeat(times));

const anyEnquiry: fc.Arbitrary<Enquiry> = fc
  .record({
    outlet: nasty,
    question: nasty,
    askerName: nasty,
    telephone: nasty,
    goInstead: nasty,
    title: nasty,
    status: fc.constantFrom('open', 'taken', 'answered', 'not-for-us', 'closed'),
    urgent: fc.boolean(),
    answerHere: fc.boolean(),
  })
  .map(({ title, outlet, ...rest }) =>
    anEnquiry({
      ...rest,
      outlet: outlet.slice(0, 200),
      ...(rest.status === 'open' ? {} : { owner: 'U0OFFICER' }),
      askedIn: { channel: 'C1', thread: '1.1' },
      answers: [{ by: 'U0OFFICER', at: AT, words: outlet, attribution: RECORD }],
      tried: { outcome: 'choices', titles: [title, title, title, title], confidence: 0.4 },
    }),
  );

/** What lives in what is sent: only mentions of people whom the desk itself names. */
function expectHarmless(message: Message): void {
  const sent = slackMessages(message);
  expect(sent.flatMap(messageFaults)).toEqual([]);
  const live = [...JSON.stringify(sent).matchAll(/<[^>]*>/g)].map(([found]) => found);
  const named = ['<@U0ASKER>', '<@U0OFFICER>'];
  expect(live.filter((each) => !named.includes(each))).toEqual([]);
}

describe('whatever anybody wrote', () => {
  it('a card is one message that Slack takes, in which nothing of it lives', () => {
    fc.assert(
      fc.property(anyEnquiry, (enquiry) => {
        const message = cardMessage({ enquiry, office: OFFICE, at: AT });
        expect(slackMessages(message)).toHaveLength(1);
        expectHarmless(message);
      }),
      { numRuns: 150 },
    );
  });

  it('so is every note to who asked, under the card and in the channel', () => {
    fc.assert(
      fc.property(anyEnquiry, nasty, (enquiry, words) => {
        const context = { enquiry, office: OFFICE, at: AT };
        for (const note of askerNotes(words)) expectHarmless(askerMessage(note, context));
        for (const note of deskNotes(words)) expectHarmless(deskMessage(note, context));
        for (const note of channelNotes(words)) {
          expectHarmless(channelMessage(note, OFFICE, AT, [enquiry]));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('and every list', () => {
    fc.assert(
      fc.property(fc.array(anyEnquiry, { maxLength: 15 }), (open) => {
        const listing = { at: AT, open, mine: open, overdue: open, answeredToday: open };
        expectHarmless(overviewMessage(listing, OFFICE));
      }),
      { numRuns: 20 },
    );
  });
});

describe('drawn for Slack', () => {
  it('a card of a question of 40,000 characters, with everything else at its longest, is one message', () => {
    for (const sign of ['w', '&', '<', '\n', '\u0000', '😀']) {
      const enquiry = anEnquiry({
        question: sign.repeat(40_000),
        outlet: sign.repeat(200),
        telephone: sign.repeat(200),
        askerName: sign.repeat(200),
        status: 'not-for-us',
        goInstead: sign.repeat(3000),
      });
      expect(slackMessages(cardMessage({ enquiry, office: OFFICE, at: AT }))).toHaveLength(1);
    }
  });

  it('who has it is mentioned, in the blocks and in the text of the notification', () => {
    const enquiry = anEnquiry({ status: 'taken', owner: 'U0OFFICER' });
    const [{ blocks, text }] = slackMessages(cardMessage({ enquiry, office: OFFICE, at: AT }));
    expect(JSON.stringify(blocks)).toContain('"<@U0OFFICER>"');
    expect(text).toContain('Owner: <@U0OFFICER>');
  });

  it('somebody whose id is none of Slack’s is named in plain text', () => {
    const [{ blocks, text }] = slackMessages({
      parts: [{ type: 'named', words: [{ person: '!channel' }, ' has it.'] }],
    });
    expect(JSON.stringify({ blocks, text })).not.toContain('<');
  });

  it('an answer keeps its stars, its lines and its ampersands, and all of its words', () => {
    const words = `*Ten* forces & _more_.\n\n${'All of them answered. '.repeat(130)}The end.`;
    const note = { kind: 'answer', words, attribution: RECORD } as const;
    const context = { enquiry: anEnquiry(), office: OFFICE, at: AT };
    const texts = slackMessages(askerMessage(note, context))
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'section' && block.text ? [block.text] : []));
    expect(texts.every(({ type }) => type === 'plain_text')).toBe(true);
    const shown = texts.map(({ text }) => text).join('');
    expect(shown).toContain(`“${words.replaceAll('&', '&amp;')}”`);
  });
});
