import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { type SlackMessage, slackMessages } from '../../src/slack/blocks/slack-message.ts';
import { parseButtonValue } from '../../src/slack/button-value.ts';
import type { Message, MessagePart } from '../../src/wording/message.ts';
import { replyMessage } from '../../src/wording/reply-message.ts';
import { anEntry, anOffice, aPassage, aRelease } from '../support/builders.ts';
import { messageFaults } from './block-rules.ts';

const NUMBER = 'To ring now: 020 0000 0001 (press office).';
const RING: MessagePart = { type: 'ring', text: NUMBER };
const NASTY = '<!channel> <@U1> <https://evil.example|click> *b* _i_ ~s~ `c` :x: & &amp; >';

/** Text as people and their keyboards make it, with more of what Slack treats specially. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.constantFrom(...NASTY.split(' '), '\n', ' ', 'word', '😀', '"', '\u0000', '\u202e'), {
      maxLength: 60,
    })
    .map((words) => words.join(' ')),
);
const longText = fc
  .tuple(anyText, fc.integer({ min: 1, max: 60 }))
  .map(([text, times]) => text.repeat(times));

const anyPart: fc.Arbitrary<MessagePart> = fc.oneof(
  longText.map((text): MessagePart => ({ type: 'heading', text })),
  longText.map((text): MessagePart => ({ type: 'line', text })),
  longText.map((text): MessagePart => ({ type: 'press-note', text })),
  anyText.map((text): MessagePart => ({ type: 'source', text })),
  fc.array(fc.tuple(longText, fc.boolean()), { minLength: 1, maxLength: 30 }).map(
    (lines): MessagePart => ({
      type: 'quote',
      lines: lines.map(([text, item]) => ({ text, item, place: 'paragraph 1' })),
    }),
  ),
  fc.array(anyText, { minLength: 1, maxLength: 3 }).map(
    (titles): MessagePart => ({
      type: 'choices',
      choices: titles.map((title) => ({ entryKey: 'made-up/widgets', title: `Widgets ${title}` })),
    }),
  ),
  fc.constant<MessagePart>({ type: 'actions', entryKey: 'made-up/widgets' }),
);

function blocksOf(messages: readonly SlackMessage[]) {
  return messages.flatMap((message) => message.blocks);
}

function textsOf(messages: readonly SlackMessage[]): string {
  return JSON.stringify(blocksOf(messages));
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (each) => ({ '&': '&amp;', '<': '&lt;' })[each] ?? '&gt;');
}

function answered(asked: string): Message {
  const release = aRelease();
  const office = { open: true, changesAt: 1, ring: anOffice().pressOffice, why: 'It is open.' };
  const answer = { from: 'release' as const, entry: anEntry(), release, also: [] };
  const part = { kind: 'answered' as const, asked, answer, confidence: 0.9 };
  const choices = { kind: 'choices' as const, asked, choices: [answer], confidence: 0.5 };
  const reply: Reply = { question: asked, at: 0, office, parts: [part, choices] };
  return replyMessage(reply, anOffice());
}

describe('whatever a person writes', () => {
  it('is a valid message, in which nothing of it lives', () => {
    fc.assert(
      fc.property(longText, fc.boolean(), (question, share) => {
        const messages = slackMessages(answered(question), { question, share });
        expect(messages.flatMap(messageFaults)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever it is answered with', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 40 }), anyText, (parts, question) => {
        const messages = slackMessages({ parts: [...parts, RING] }, { question, share: true });
        expect(messages.length).toBeLessThanOrEqual(4);
        expect(messages.flatMap(messageFaults)).toEqual([]);
        expect(messages.at(-1)?.text).toContain(NUMBER);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back from a button as it was shown', () => {
    fc.assert(
      fc.property(longText, (question) => {
        const message: Message = {
          parts: [{ type: 'actions', entryKey: 'made-up/widgets' }, RING],
        };
        const drawn = JSON.parse(textsOf(slackMessages(message, { question, share: true })));
        const value = drawn.find((block: { type: string }) => block.type === 'actions').elements[0]
          .value;
        const back = parseButtonValue(value)?.question ?? '';
        expect(back.length).toBeLessThanOrEqual(150);
        const shown = back === '' ? undefined : [{ text: `You asked: ${escaped(back)}` }];
        expect(drawn[0].type === 'context' ? drawn[0].elements : undefined).toEqual(
          shown && [expect.objectContaining(shown[0])],
        );
      }),
    );
  });
});

describe('a private answer', () => {
  const message = answered(NASTY);

  it('restates the question above itself, in text that Slack does not format', () => {
    const [first] = slackMessages(message, { question: ` who\nis  <@U1> *quoted*? ` });
    expect(first.blocks[0]).toMatchObject({
      type: 'context',
      elements: [
        { type: 'plain_text', text: 'You asked: who is &lt;@U1&gt; *quoted*?', emoji: false },
      ],
    });
  });

  it('restates no more than 150 characters of it', () => {
    const [first] = slackMessages(message, { question: 'a'.repeat(400) });
    const restated = `You asked: ${'a'.repeat(149)}…`;
    expect(first.blocks[0]).toMatchObject({ elements: [{ text: restated }] });
  });

  it('can be shared, and a public one cannot', () => {
    expect(textsOf(slackMessages(message, { share: true }))).toContain('share_answer');
    expect(textsOf(slackMessages(message))).not.toContain('share_answer');
  });
});

describe('the release’s words', () => {
  const lines = [
    { text: 'Ten widgets & one < two.', place: 'paragraph 1', item: false },
    { text: 'a first thing', place: 'first list, item 1', item: true },
  ];

  it('are quoted line by line, with a bullet before an item, and only escaped', () => {
    const [first] = slackMessages({ parts: [{ type: 'quote', lines }, RING] });
    expect(first.blocks[0]).toMatchObject({
      text: { type: 'mrkdwn', text: '> Ten widgets &amp; one &lt; two.\n> • a first thing' },
    });
  });

  it('are all there, in their order, however long they are', () => {
    const long = Array.from({ length: 90 }, (_, index) => ({
      text: `${index} ${'widget '.repeat(30)}.`,
      place: 'paragraph 1',
      item: false,
    }));
    const messages = slackMessages({ parts: [{ type: 'quote', lines: long }, RING] });
    expect(messages.length).toBeGreaterThan(1);
    const shown = blocksOf(messages)
      .map((block) => JSON.stringify(block))
      .join('');
    const order = [...shown.matchAll(/> (\d+) widget/g)].map((match) => Number(match[1]));
    expect(order).toEqual(long.map((_, index) => index));
  });

  it('carry a link of ours and none of anybody else’s', () => {
    const link = { label: 'A <b> | c', url: 'https://www.example.org/a?b=1&c=2|3' };
    const [first] = slackMessages({ parts: [{ type: 'source', text: NASTY, link }, RING] });
    expect(messageFaults(first)).toEqual([]);
    expect(JSON.stringify(first.blocks[0])).toContain(
      '<https://www.example.org/a?b=1&amp;c=2%7C3|A &lt;b&gt; | c>',
    );
  });
});

describe('a message of several answers', () => {
  it('keeps its other answers when a choice is pressed, and one of its own is replaced', () => {
    const choices: MessagePart = {
      type: 'choices',
      choices: [{ entryKey: 'made-up/widgets', title: 'Widgets' }],
    };
    const keepOf = (parts: MessagePart[]) => {
      const [{ blocks }] = slackMessages({ parts });
      const actions = blocks.find((block) => block.type === 'actions');
      const [button] = actions?.type === 'actions' ? actions.elements : [];
      return parseButtonValue(button && 'value' in button ? button.value : undefined)?.keep;
    };
    expect(keepOf([choices, RING])).toBeUndefined();
    expect(keepOf([{ type: 'heading', text: 'first?' }, choices, RING])).toBe(true);
  });

  it('that is too long for four messages says so, and keeps the number to ring', () => {
    const parts = Array.from(
      { length: 400 },
      (): MessagePart => ({ type: 'line', text: 'x'.repeat(900) }),
    );
    const messages = slackMessages({ parts: [...parts, RING] });
    expect(messages).toHaveLength(4);
    expect(messages.at(-1)?.text).toMatch(/^There is more .*\nTo ring now: /);
  });
});

describe('a passage of a longer answer', () => {
  it('shows what stands beside it', () => {
    const also = [anEntry({ id: 'more', passages: [aPassage({ text: 'One more.' })] })];
    const release = aRelease();
    const office = { open: false, changesAt: 1, ring: anOffice().outOfHours, why: 'It is shut.' };
    const answer = { from: 'release' as const, entry: anEntry(), release, also };
    const part = { kind: 'answered' as const, asked: 'x', answer, confidence: 1 };
    const message = replyMessage({ question: 'x', at: 0, office, parts: [part] }, anOffice());
    expect(textsOf(slackMessages(message))).toContain('> One more.');
  });
});
