import type { Enquiry } from '../domain/enquiry.ts';
import type { Office } from '../domain/office.ts';
import type { EpochMs } from '../domain/release.ts';
import type { ReleaseAnswer } from '../domain/reply.ts';
import { deadlineInWords, enquiryFields, shown } from './enquiry-words.ts';
import type { Message, MessagePart, Words } from './message.ts';
import { line } from './parts.ts';
import { placesInWords } from './places.ts';
import { speakerInWords } from './reply-message.ts';
import { KIND_WORDS } from './sentences.ts';
import { hoursBeforeDeadline, ringPart } from './shut-words.ts';
import { fullTime } from './times.ts';

/** What the forms and buttons of the desk say beside their labels. */
export const FORM_WORDS = {
  receiptTitle: 'The press desk has it',
  /** Where nobody at the desk can see it yet. */
  keptTitle: 'Your enquiry is kept',
  notRecordedTitle: 'Not recorded',
  notSentTitle: 'Not sent',
  /** Where the deadline is read back, while there is nothing to read. */
  deadlineUnread: 'Press Enter in Deadline, and it is read back here with its day.',
  findApproved: 'Find approved words',
  find: 'Find',
  pick: 'Use these words',
  findHint:
    'A few words of what was asked; left empty, the question itself. What you use is put into Answer, word for word.',
  nothingFound: 'No approved words were found for that.',
  tooLong: 'These words don’t fit into the answer any more: they were not put there.',
  picked: 'Put into Answer:',
  pickedNote: 'The records name this source for as long as its words stay in the answer.',
  yourWords: 'Your words, so that you can copy them:',
} as const;

/** Ends a reply whose question is in no record: nobody may believe that it was kept. */
export const QUESTION_NOT_RECORDED: MessagePart = {
  type: 'line',
  text: 'This question was not recorded.',
};

const DESK_AWAY =
  'The press officers’ channel can’t be reached at the moment: your enquiry is kept, but nobody sees it before that is put right. Please ring.';

export interface Received {
  readonly enquiry: Enquiry;
  /** True where the desk's channel can't be reached: it is kept, and nobody sees it yet. */
  readonly deskAway: boolean;
}

/** After the form was sent, in its place; the same comes as a direct message. */
export function receivedMessage(
  { enquiry, deskAway }: Received,
  office: Office,
  at: EpochMs,
): Message {
  const where =
    enquiry.answerHere && enquiry.askedIn
      ? 'in the thread where you asked'
      : 'in a direct message from me';
  return {
    parts: [
      { type: 'heading', text: `Your enquiry ${enquiry.reference}` },
      line('Please give this reference when you ring.'),
      {
        type: 'fields',
        fields: enquiryFields(enquiry, fullTime(office, enquiry.deadline)),
      },
      line(
        `What happens next: a press officer takes it on and answers you ${where}. This receipt comes as a direct message too; reply in its thread to add something.`,
      ),
      ...(deskAway ? [line(DESK_AWAY)] : []),
      ...hoursBeforeDeadline(office, enquiry.deadline, at),
    ],
  };
}

/** What an officer's form is about: enough of the enquiry to answer it by. */
export function aboutEnquiry(enquiry: Enquiry, office: Office, at: EpochMs): Message {
  const left = deadlineInWords({ enquiry, office, at });
  return {
    parts: [
      {
        type: 'fields',
        fields: enquiryFields(enquiry, left),
      },
      { type: 'words', text: shown(enquiry.question, 3000) },
    ],
  };
}

/** An officer's act that changed nothing, with what was written, so that it isn't lost. */
export function refusedMessage(problem: Words, written: string): Message {
  const words: MessagePart[] = [line(FORM_WORDS.yourWords), { type: 'words', text: written }];
  return {
    parts: [{ type: 'named', words: problem }, ...(written.trim() === '' ? [] : words)],
  };
}

/** An approved entry as a press officer picks it: title, kind or speaker, place and release. */
export function approvedInWords({ entry, release, also }: ReleaseAnswer): string {
  const passages = [entry, ...also].flatMap((each) => each.passages);
  const who = entry.speaker ? `, ${speakerInWords(entry.speaker)}` : '';
  return `${entry.title}\n${KIND_WORDS[entry.kind]}${who} · ${placesInWords(passages)} · ${release.title}`;
}

/** Where there is no desk that a form could go to. */
export function noDeskMessage(office: Office, at: EpochMs): Message {
  return {
    parts: [line('There is no form to a press officer here. Please ring.'), ringPart(office, at)],
  };
}

/** Where a form can't be opened by words alone: a button can. */
export function askByButtonMessage(office: Office, at: EpochMs): Message {
  return {
    parts: [
      line('Press the button to ask a press officer: say your outlet and your deadline there.'),
      ringPart(office, at),
    ],
  };
}

/** To "thanks" under a message about an enquiry, which opens nothing again. */
export const YOU_ARE_WELCOME: Message = {
  parts: [{ type: 'line', text: 'Thank you. Write here again if you need more.' }],
};

/** Where the desk's records can't be read: an empty list would be a wrong answer. */
export function listNotNowMessage(office: Office, at: EpochMs): Message {
  return {
    parts: [
      line('Your enquiries can’t be shown at the moment. Nothing of them is lost.'),
      ringPart(office, at),
    ],
  };
}
