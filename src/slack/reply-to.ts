import type { AskedQuestion, Person } from '../application/desk/desk.ts';
import type { PressOffice } from '../application/press-office.ts';
import type { Reply } from '../domain/reply.ts';
import { switchedOffMessage } from '../wording/desk-words.ts';
import { QUESTION_NOT_RECORDED } from '../wording/form-words.ts';
import type { Message } from '../wording/message.ts';
import { messageFor, type Said } from './answer.ts';
import type { AskValue } from './ask-value.ts';
import { NOT_TRIED, triedOf, withAsk } from './asking.ts';
import { type MessageOptions, type SlackMessage, slackMessages } from './blocks/slack-message.ts';
import type { SlackDeps } from './listener.ts';

/** A text that somebody put to the bot. */
export interface Asked {
  readonly text: string;
  readonly by: Person;
  readonly surface: AskedQuestion['surface'];
  /** Names the thread or direct message that a short question may go on from. */
  readonly conversation?: string;
  /** The thread that it was asked in by mention. */
  readonly askedIn?: AskValue['askedIn'];
}

/**
 * What is said to a text, drawn: with "Ask a press officer" below it, recorded before it is sent, and
 * saying so where it could not be. While answers are switched off, the number and the form.
 */
export async function replyTo(
  deps: SlackDeps,
  asked: Asked,
  options: MessageOptions = {},
): Promise<[SlackMessage, ...SlackMessage[]]> {
  const { pressOffice, records } = deps;
  const { text, by, surface, conversation, askedIn } = asked;
  const off = records.off() !== undefined;
  const said = off
    ? switchedOff(pressOffice, text)
    : messageFor(pressOffice, {
        text,
        desk: deps.desk !== undefined,
        ...(conversation === undefined ? {} : { conversation }),
      });
  const { reply } = said;
  const message = reply ? await recorded(deps, said.message, { by, surface, reply }) : said.message;
  const tried = reply && !off ? triedOf(reply) : NOT_TRIED;
  const value = { question: questionIn(text), tried, ...(askedIn ? { askedIn } : {}) };
  return slackMessages(message, { ...options, ...withAsk(deps, value) });
}

/** The message, which says so at its end where the question could not be recorded. */
export async function recorded(
  { records }: Pick<SlackDeps, 'records'>,
  message: Message,
  question: AskedQuestion,
): Promise<Message> {
  const kept = await records.asked(question);
  return kept ? message : { parts: [...message.parts, QUESTION_NOT_RECORDED] };
}

/** While answers are off: said in place of every one of them. */
export function offNow(pressOffice: PressOffice): Message {
  return switchedOffMessage(pressOffice.office(), pressOffice.now());
}

/** It was asked and not answered, which is what the record says. */
function switchedOff(pressOffice: PressOffice, text: string): Said {
  const message = offNow(pressOffice);
  if (text.trim() === '') return { message };
  const at = pressOffice.now();
  const reply: Reply = {
    question: text,
    at,
    office: pressOffice.hours(at),
    parts: [{ kind: 'unknown', asked: text, why: 'no-knowledge', confidence: 0 }],
  };
  return { message, reply };
}

/** "ask" before the words is how the form is called, and no part of the question. */
function questionIn(text: string): string {
  return text.trim().replace(/^ask\s+["“”](.*)["“”]$/su, '$1');
}
