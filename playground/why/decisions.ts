import type { PressOffice } from '../../src/application/press-office.ts';
import { messageText } from '../../src/wording/plain-text.ts';
import { answerMessage, replyMessage } from '../../src/wording/reply-message.ts';
import type { WhyQuestion } from '../protocol.ts';
import { whyChosen, whyQuestion } from './why-question.ts';

/** What the press office decided once, and why, as it stood at that moment. */
export interface Decision {
  /** Whether somebody asked, or pressed a button of an answer. */
  readonly by: 'question' | 'button';
  /** The question as it was asked; empty behind a button. */
  readonly text: string;
  /** Names the thread or direct message; undefined where none was named. */
  readonly conversation: string | undefined;
  /** The lines of the reply, any of which a message of it may begin with. */
  readonly lines: readonly string[];
  readonly questions: readonly WhyQuestion[];
}

/**
 * A press office that tells what it decides, with the reasons: those that count, since they are
 * taken from the same base, instant and conversation as the reply.
 */
export function watched(office: PressOffice, tell: (decision: Decision) => void): PressOffice {
  return {
    ...office,
    ask(text, at = office.now(), conversation) {
      const { base } = office.health();
      // Before the reply is given, which the conversation then remembers.
      const explained = office.explain(text, at, conversation);
      const reply = office.ask(text, at, conversation);
      tell({
        by: 'question',
        text,
        conversation,
        lines: linesOf(messageText(replyMessage(reply, office.office()))),
        questions: explained.map((each) => whyQuestion(each, base)),
      });
      return reply;
    },
    answer(key, at = office.now()) {
      const answer = office.answer(key, at);
      if (answer) {
        const message = answerMessage(answer, { at, office: office.hours(at) }, office.office());
        const lines = linesOf(messageText(message));
        const questions = [whyChosen(answer)];
        tell({ by: 'button', text: '', conversation: undefined, lines, questions });
      }
      return answer;
    },
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
