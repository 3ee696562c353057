import type { PressOffice } from '../application/press-office.ts';
import type { Reply } from '../domain/reply.ts';
import { askByButtonMessage } from '../wording/form-words.ts';
import type { Message } from '../wording/message.ts';
import { helpMessage, hoursMessage, topicsMessage } from '../wording/other-messages.ts';
import { replyMessage } from '../wording/reply-message.ts';
import { goneMessage } from '../wording/slack-messages.ts';
import { type CommandWords, parseCommandWords } from './command-words.ts';

/** What is said to a text: with the reply where it was a question, so that it can be recorded. */
export interface Said {
  readonly message: Message;
  readonly reply?: Reply;
}

/** A text in order or question, as of now. */
export function wordsIn(
  pressOffice: PressOffice,
  text: string,
  orders: Parameters<typeof parseCommandWords>[2] = {},
): CommandWords {
  const releases = pressOffice
    .topics(undefined, pressOffice.now())
    .map(({ release }) => release.id);
  return parseCommandWords(text, releases, orders);
}

/**
 * What the bot says to a text, on every surface alike: help, hours, topics or a reply.
 *
 * @param asked.text as it was written, which is the question where the words are no order here.
 * @param asked.conversation names the thread or direct message that a short question may go on from.
 * @param asked.desk true where there is a press desk to hand a question to.
 */
export function messageFor(
  pressOffice: PressOffice,
  asked: { readonly text: string; readonly conversation?: string; readonly desk?: boolean },
): Said {
  const { text, conversation, desk = false } = asked;
  const words = wordsIn(pressOffice, text, desk ? { handOver: 'quoted' } : {});
  switch (words.kind) {
    case 'help':
      return { message: helpNow(pressOffice, desk) };
    case 'hours':
      return { message: hoursNow(pressOffice) };
    case 'topics':
      return { message: topicsNow(pressOffice, words.release) };
    case 'hand-over':
      return { message: askByButtonMessage(pressOffice.office(), pressOffice.now()) };
    default: {
      const reply = pressOffice.ask(text.trim(), pressOffice.now(), conversation);
      return { message: replyMessage(reply, pressOffice.office()), reply };
    }
  }
}

/** @param desk true where there is a press desk to hand a question to. */
export function helpNow(pressOffice: PressOffice, desk = false): Message {
  const at = pressOffice.now();
  return helpMessage(pressOffice.office(), pressOffice.hours(at), at, desk);
}

export function hoursNow(pressOffice: PressOffice): Message {
  const at = pressOffice.now();
  return hoursMessage(pressOffice.office(), pressOffice.hours(at), at);
}

/** @param release the short name of the one release to list; all of them by default. */
export function topicsNow(pressOffice: PressOffice, release?: string): Message {
  const at = pressOffice.now();
  const topics = pressOffice.topics(release, at);
  return topicsMessage(topics, pressOffice.office(), pressOffice.hours(at), at);
}

/** What is said where the entry of a button may not be served any more. */
export function goneNow(pressOffice: PressOffice): Message {
  const at = pressOffice.now();
  return goneMessage(pressOffice.office(), pressOffice.hours(at), at);
}
