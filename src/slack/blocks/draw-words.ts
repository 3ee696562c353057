import type { types } from '@slack/bolt';
import type { Field, MessagePart, Words } from '../../wording/message.ts';
import { inMarks } from '../../wording/plain-text.ts';
import { FIELD_TEXT, SECTION_FIELDS, SECTION_TEXT } from '../limits.ts';
import type { Drawn } from './draw-part.ts';
import { mrkdwn, plainText, section } from './elements.ts';
import { cutText, isBlank, splitText } from './text.ts';
import { cutWords, drawWords, joinWords } from './words.ts';

/** A line of ours in which somebody is named; what doesn't fit into one block is cut. */
export function drawNamed(words: Words): Drawn[] {
  const text = cutWords(words, SECTION_TEXT);
  const sent = drawWords(text);
  return isBlank(sent) ? [] : [{ blocks: [section(mrkdwn(sent))], text, ring: false }];
}

/**
 * Labels on the left, values on the right, five to a block. A value is plain text, in which Slack
 * formats nothing, unless it names somebody.
 */
export function drawFields(all: readonly Field[]): Drawn[] {
  const fields = all.filter(({ value }) => !isBlank(drawWords(value)));
  const perBlock = SECTION_FIELDS / 2;
  const groups = Array.from({ length: Math.ceil(fields.length / perBlock) }, (_, index) =>
    fields.slice(index * perBlock, (index + 1) * perBlock),
  );
  return groups.map((group) => ({
    blocks: [{ type: 'section', fields: group.flatMap(drawField) }],
    text: joinWords(group.map(({ label, value }) => [`${label}: `, value].flat())),
    ring: false,
  }));
}

function drawField({ label, value }: Field): (types.PlainTextElement | types.MrkdwnElement)[] {
  return [mrkdwn(`*${drawWords(cutText(label, FIELD_TEXT / 2))}*`), drawValue(value)];
}

function drawValue(value: Words): types.PlainTextElement | types.MrkdwnElement {
  return typeof value === 'string'
    ? plainText(cutText(value, FIELD_TEXT))
    : mrkdwn(drawWords(cutWords(value, FIELD_TEXT)));
}

/** A person's words whole, between lines, as plain text: Slack would eat their stars otherwise. */
export function drawOwnWords(words: string): Drawn[] {
  if (isBlank(words)) return [];
  const divider: types.DividerBlock = { type: 'divider' };
  const texts = splitText(inMarks(words), SECTION_TEXT).filter((text) => !isBlank(text));
  return texts.map((text, index) => ({
    blocks: [
      ...(index === 0 ? [divider] : []),
      section(plainText(text)),
      ...(index === texts.length - 1 ? [divider] : []),
    ],
    text,
    ring: false,
  }));
}

/** One of a list, in one block, so that a list of many still fits into one message. */
export function drawItem({ text, who }: Extract<MessagePart, { type: 'item' }>): Drawn[] {
  if (isBlank(text)) return [];
  const shown = cutText(text, SECTION_TEXT);
  if (who === undefined || isBlank(drawWords(who))) {
    return [{ blocks: [section(plainText(shown))], text: shown, ring: false }];
  }
  const named = cutWords(who, FIELD_TEXT);
  const block: types.SectionBlock = {
    ...section(plainText(shown)),
    fields: [mrkdwn(drawWords(named))],
  };
  return [{ blocks: [block], text: joinWords([shown, named]), ring: false }];
}
