import type { types } from '@slack/bolt';
import type { Message, MessagePart } from '../../wording/message.ts';
import { TOO_LONG } from '../../wording/slack-messages.ts';
import { VIEW_BLOCKS } from '../limits.ts';
import { drawPart } from './draw-part.ts';
import { plainText, section } from './elements.ts';

/** A message's parts as the blocks of a modal or a home tab, within their 100 blocks. */
export function viewBlocks(parts: readonly MessagePart[]): types.KnownBlock[] {
  const blocks = parts
    .flatMap((part) => drawPart(part, { share: false, carried: {} }))
    .flatMap((drawn) => drawn.blocks);
  return withinView(blocks);
}

/** The blocks, or as many as fit with a sentence that says so. */
export function withinView(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  if (blocks.length <= VIEW_BLOCKS) return [...blocks];
  return [...blocks.slice(0, VIEW_BLOCKS - 1), section(plainText(TOO_LONG))];
}

/** The message without its number to ring, where several messages stand on one page. */
export function withoutRing({ parts }: Message): MessagePart[] {
  return parts.filter((part) => part.type !== 'ring');
}
