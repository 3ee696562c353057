import type { PressOffice } from '../application/press-office.ts';
import type { Message } from '../wording/message.ts';
import { helpMessage, hoursMessage, topicsMessage } from '../wording/other-messages.ts';
import { replyMessage } from '../wording/reply-message.ts';
import { goneMessage } from '../wording/slack-messages.ts';
import { parseCommandWords } from './command-words.ts';

/**
 * What the bot says to a text, on every surface alike: help, hours, topics or a reply.
 *
 * @param conversation names the thread or direct message that a short question may go on from.
 */
export function messageFor(pressOffice: PressOffice, text: string, conversation?: string): Message {
  const at = pressOffice.now();
  const releases = pressOffice.topics(undefined, at).map(({ release }) => release.id);
  const words = parseCommandWords(text, releases);
  switch (words.kind) {
    case 'help':
      return helpNow(pressOffice);
    case 'hours':
      return hoursNow(pressOffice);
    case 'topics':
      return topicsNow(pressOffice, words.release);
    case 'ask': {
      const reply = pressOffice.ask(words.question, at, conversation);
      return replyMessage(reply, pressOffice.office());
    }
  }
}

export function helpNow(pressOffice: PressOffice): Message {
  const at = pressOffice.now();
  return helpMessage(pressOffice.office(), pressOffice.hours(at), at);
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
