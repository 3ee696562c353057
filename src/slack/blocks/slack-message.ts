import type { types } from '@slack/bolt';
import type { Message, Words } from '../../wording/message.ts';
import { restatedInWords, TOO_LONG } from '../../wording/slack-messages.ts';
import {
  FALLBACK_TEXT,
  MESSAGE_BLOCKS,
  MESSAGE_JSON,
  MESSAGES_PER_ANSWER,
  RESTATED_QUESTION,
} from '../limits.ts';
import { type Drawn, drawPart, type PartOptions } from './draw-part.ts';
import { context, plainText } from './elements.ts';
import { isBlank, oneLine } from './text.ts';
import { cutWords, drawWords, joinWords, sentWords } from './words.ts';

/** What one call to Slack sends: blocks for the eye, text for notifications and screen readers. */
export interface SlackMessage {
  readonly blocks: types.KnownBlock[];
  readonly text: string;
}

export interface MessageOptions {
  /** The question to restate above the answer, where Slack doesn't show it: private answers. */
  readonly question?: string;
  /** Whether answers get "Share with the channel"; default false. */
  readonly share?: boolean;
  /** Put before everything else: who shared it. */
  readonly before?: readonly types.KnownBlock[];
  /** Put after everything else, and never left out: the button to a press officer. */
  readonly after?: readonly types.KnownBlock[];
}

/**
 * Draws a message within Slack's limits: one to four messages, each of at most 50 blocks and 10,000
 * characters. What doesn't fit in four is left out and said to be, but never the number to ring.
 */
export function slackMessages(
  message: Message,
  options: MessageOptions = {},
): [SlackMessage, ...SlackMessage[]] {
  const question = oneLine(options.question ?? '', RESTATED_QUESTION);
  const several = message.parts.some((part) => part.type === 'heading');
  const partOptions: PartOptions = {
    share: options.share ?? false,
    carried: { ...(question ? { question } : {}), ...(several ? { keep: true as const } : {}) },
  };
  const body = message.parts.flatMap((part) => drawPart(part, partOptions));
  const after = ending(options);
  const groups = grouped([...beginning(options, question), ...body, ...after]);
  const [first, ...more] = withinCount(groups, body, after);
  return [slackMessage(first ?? []), ...more.map(slackMessage)];
}

function beginning({ before = [] }: MessageOptions, question: string): Drawn[] {
  const first: Drawn[] = before.map((block) => ({ blocks: [block], text: '', ring: false }));
  if (!isBlank(question)) {
    const blocks = [context(plainText(restatedInWords(question)))];
    first.push({ blocks, text: '', ring: false });
  }
  return first;
}

function ending({ after = [] }: MessageOptions): Drawn[] {
  return after.length > 0 ? [{ blocks: after, text: '', ring: false }] : [];
}

function grouped(all: readonly Drawn[]): Drawn[][] {
  const groups: Drawn[][] = [];
  let blocks = MESSAGE_BLOCKS;
  let json = MESSAGE_JSON;
  for (const drawn of all) {
    const length = JSON.stringify(drawn.blocks).length;
    if (blocks + drawn.blocks.length > MESSAGE_BLOCKS || json + length > MESSAGE_JSON) {
      groups.push([]);
      blocks = 0;
      json = 0;
    }
    groups.at(-1)?.push(drawn);
    blocks += drawn.blocks.length;
    json += length + 1;
  }
  return groups;
}

function withinCount(
  groups: Drawn[][],
  body: readonly Drawn[],
  after: readonly Drawn[],
): Drawn[][] {
  if (groups.length <= MESSAGES_PER_ANSWER) return groups;
  const left = drawPart({ type: 'line', text: TOO_LONG }, { share: false, carried: {} });
  const ring = body.filter((drawn) => drawn.ring).slice(0, 1);
  return [...groups.slice(0, MESSAGES_PER_ANSWER - 1), [...left, ...ring, ...after]];
}

function slackMessage(group: readonly Drawn[]): SlackMessage {
  return { blocks: group.flatMap((drawn) => drawn.blocks), text: fallbackText(group) };
}

/** The words of the blocks, escaped, at most 3,500 characters; the number to ring is always among them. */
function fallbackText(group: readonly Drawn[]): string {
  const words = (of: readonly Drawn[]): Words =>
    joinWords(of.map((drawn) => drawn.text).filter((text) => !isBlank(drawWords(text))));
  const ring = cutWords(words(group.filter((drawn) => drawn.ring)), FALLBACK_TEXT / 2);
  const rest = cutWords(
    words(group.filter((drawn) => !drawn.ring)),
    FALLBACK_TEXT - sentWords(ring) - 2,
  );
  return drawWords(joinWords([rest, ring].filter((text) => !isBlank(drawWords(text)))));
}
