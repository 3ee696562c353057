import type { Office } from '../domain/office.ts';
import {
  entriesOf,
  mainPart,
  outcomeOf,
  type ReleaseAnswer,
  type Reply,
  releaseAnswers,
} from '../domain/reply.ts';
import { messageText } from '../wording/plain-text.ts';
import {
  OFFICE_PLACE,
  officeRecord,
  quotedLines,
  replyMessage,
  speakerInWords,
} from '../wording/reply-message.ts';

export interface PassageJson {
  readonly text: string;
  readonly place: string;
  readonly speaker?: string;
}

/** What `ask --json` prints for one question. */
export interface ReplyJson {
  readonly question: string;
  readonly outcome: string;
  readonly entries: readonly string[];
  readonly release: string | null;
  readonly text: string;
  readonly passages: readonly PassageJson[];
  readonly choices: readonly {
    readonly entry: string;
    readonly title: string;
    readonly text: string;
  }[];
  readonly confidence: number;
}

/** A reply as one JSON object: `text` is all that is read, `passages` the source's own characters. */
export function replyJson(reply: Reply, office: Office): ReplyJson {
  const answers = releaseAnswers(reply);
  const main = mainPart(reply);
  return {
    question: reply.question,
    outcome: outcomeOf(reply),
    entries: answers.flatMap((answer) => entriesOf(answer).map((entry) => entry.id)),
    release: releaseOf(reply),
    text: messageText(replyMessage(reply, office)),
    passages: [...answers.flatMap(passagesOf), ...officePassages(reply, office)],
    choices: reply.parts
      .flatMap((part) => (part.kind === 'choices' ? part.choices.map(choiceJson) : []))
      .slice(0, 3),
    confidence: Number(main.confidence.toFixed(4)),
  };
}

function releaseOf(reply: Reply): string | null {
  const main = mainPart(reply);
  if (main.kind === 'answered' && main.answer.from === 'release') return main.answer.release.id;
  if (main.kind === 'declined') return main.release.id;
  if (main.kind === 'choices') return main.choices[0]?.release.id ?? null;
  return null;
}

function passagesOf(answer: ReleaseAnswer): PassageJson[] {
  return entriesOf(answer).flatMap((entry) =>
    entry.passages.map((passage) => ({
      text: passage.text,
      place: passage.place,
      ...(entry.speaker && passage.spoken ? { speaker: speakerInWords(entry.speaker) } : {}),
    })),
  );
}

function officePassages(reply: Reply, office: Office): PassageJson[] {
  return reply.parts.flatMap((part) =>
    part.kind === 'answered' && part.answer.from === 'office'
      ? [{ text: officeRecord(part.answer.topic, office), place: OFFICE_PLACE }]
      : [],
  );
}

function choiceJson(choice: ReleaseAnswer): { entry: string; title: string; text: string } {
  const text = quotedLines(choice.entry.passages, choice.release, choice.entry.speaker)
    .map((line) => line.text)
    .join('\n');
  return { entry: choice.entry.id, title: choice.entry.title, text };
}
