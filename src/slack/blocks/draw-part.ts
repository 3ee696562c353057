import type { types } from '@slack/bolt';
import type { ChoiceLine, MessagePart, QuotedLine, Words } from '../../wording/message.ts';
import { messageText } from '../../wording/plain-text.ts';
import { LABELS } from '../../wording/slack-messages.ts';
import { ACTION_IDS, choiceActionId } from '../action-ids.ts';
import { type ButtonValue, buttonValue } from '../button-value.ts';
import { HEADER_TEXT, SECTION_TEXT } from '../limits.ts';
import { drawFields, drawItem, drawNamed, drawOwnWords } from './draw-words.ts';
import { button, context, linkText, mrkdwn, plainText, section } from './elements.ts';
import { cutText, escapeText, isBlank, sentLength, splitText } from './text.ts';

/** What belongs together and is never divided between two messages, with its words. */
export interface Drawn {
  readonly blocks: readonly types.KnownBlock[];
  /** The same as plain text, not yet escaped, with whom it names. */
  readonly text: Words;
  /** True for the number to ring, which no shortening may lose. */
  readonly ring: boolean;
}

export interface PartOptions {
  /** True on a private answer, which can be shared. */
  readonly share: boolean;
  /** What every button of the message carries besides its entry. */
  readonly carried: Omit<ButtonValue, 'entryKey'>;
}

/** Room in a section for what is put around the words: ">", "• ", ends of lines. */
const ROOM = 100;

/** Draws one part of a message; several pieces where it is longer than one block may be. */
export function drawPart(part: MessagePart, options: PartOptions): Drawn[] {
  switch (part.type) {
    case 'heading':
      return drawHeading(part.text);
    case 'line':
    case 'press-note':
    case 'ring':
      return pieces(part.text).map((text) => ({
        blocks: [section(plainText(text))],
        text,
        ring: part.type === 'ring',
      }));
    case 'quote':
      return drawQuote(part.lines);
    case 'source': {
      const text = sourceText(part);
      return isBlank(text) ? [] : [drawn(part, [context(mrkdwn(text))])];
    }
    case 'choices':
      return [drawn(part, drawChoices(part.choices, options))];
    case 'actions':
      return [drawn(part, [drawActions(part.entryKey, options)])];
    case 'named':
      return drawNamed(part.words);
    case 'fields':
      return drawFields(part.fields);
    case 'words':
      return drawOwnWords(part.text);
    case 'item':
      return drawItem(part);
    case 'aside':
      return isBlank(part.text) ? [] : [drawn(part, [context(plainText(part.text))])];
  }
}

function drawn(part: MessagePart, blocks: readonly types.KnownBlock[]): Drawn {
  return { blocks, text: messageText({ parts: [part] }), ring: false };
}

function pieces(text: string): string[] {
  return splitText(text, SECTION_TEXT - ROOM).filter((piece) => !isBlank(piece));
}

function drawHeading(text: string): Drawn[] {
  if (isBlank(text)) return [];
  if (sentLength(text) > HEADER_TEXT) {
    return pieces(text).map((piece) => ({
      blocks: [section(plainText(piece))],
      text: piece,
      ring: false,
    }));
  }
  return [drawn({ type: 'heading', text }, [{ type: 'header', text: plainText(text) }])];
}

function drawQuote(lines: readonly QuotedLine[]): Drawn[] {
  const groups: QuotedLine[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const line of lines.flatMap(shortLines)) {
    const length = sentLength(quoted(line));
    if (used + length > SECTION_TEXT - ROOM) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)?.push(line);
    used += length + sentLength('\n');
  }
  return groups.map((group) =>
    drawn({ type: 'quote', lines: group }, [section(mrkdwn(group.map(quoted).join('\n')))]),
  );
}

/** A line of more than a section in lines that fit, of which only the first has the bullet. */
function shortLines(line: QuotedLine): QuotedLine[] {
  return splitText(line.text, SECTION_TEXT - 2 * ROOM)
    .filter((text) => !isBlank(text))
    .map((text, index) => ({ ...line, text, item: line.item && index === 0 }));
}

function quoted(line: QuotedLine): string {
  const words = `${line.item ? '• ' : ''}${escapeText(line.text)}`;
  return words
    .split('\n')
    .map((each) => `> ${each}`)
    .join('\n');
}

function sourceText(part: Extract<MessagePart, { type: 'source' }>): string {
  const text = escapeText(cutText(part.text, SECTION_TEXT / 2));
  return part.link ? `${text} ${linkText(part.link)}` : text;
}

function drawChoices(
  choices: readonly ChoiceLine[],
  { carried }: PartOptions,
): types.ActionsBlock[] {
  if (choices.length === 0) return [];
  const elements = choices.map(({ entryKey, title }, index) =>
    button(title, choiceActionId(index), buttonValue({ ...carried, entryKey })),
  );
  return [{ type: 'actions', elements }];
}

function drawActions(entryKey: string, { share, carried }: PartOptions): types.ActionsBlock {
  const value = buttonValue({ ...carried, entryKey });
  const place = button(LABELS.place, ACTION_IDS.place, value);
  const copy = button(LABELS.copy, ACTION_IDS.copy, value);
  const report = button(LABELS.report, ACTION_IDS.report, value);
  const shares = share ? [button(LABELS.share, ACTION_IDS.share, value)] : [];
  return { type: 'actions', elements: [...shares, place, copy, report] };
}
