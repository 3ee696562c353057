import type { Enquiry } from '../domain/enquiry.ts';
import type { Office } from '../domain/office.ts';
import type { EpochMs } from '../domain/release.ts';
import { shown } from './enquiry-words.ts';
import type { Message, MessagePart } from './message.ts';
import { hoursBeforeDeadline, ringPart } from './shut-words.ts';
import { fullTime } from './times.ts';

/** What the forms and buttons of the desk say beside their labels. */
export const FORM_WORDS = {
  receiptTitle: 'The press desk has it',
  notRecordedTitle: 'Not recorded',
  notSentTitle: 'Not sent',
  doneTitle: 'Sent',
  /** Where the deadline is read back, while there is nothing to read. */
  deadlineUnread: 'Press Enter in Deadline, and it is read back here with its day.',
  findApproved: 'Find approved words',
  find: 'Find',
  pick: 'Use approved words',
  findHint: 'A few words of the question. What you pick is put into Answer, word for word.',
  nothingFound: 'No approved words were found for that.',
  tooLongToPick: 'These words are too long for this form: send them in parts.',
  picked: 'Approved words:',
  pickedNote: 'The trail names this source for as long as its words stay in the answer.',
  yourWords: 'Your words, so that you can copy them:',
  answerSent: 'The answer is kept and on its way to who asked.',
  toldElsewhere: 'Who asked is told where to go instead.',
} as const;

/** Ends a reply whose question is in no record: nobody may believe that it was kept. */
export const QUESTION_NOT_RECORDED: MessagePart = {
  type: 'line',
  text: 'This question was not recorded.',
};

/** After the form was sent, in its place; the same comes as a direct message. */
export function receivedMessage(enquiry: Enquiry, office: Office, at: EpochMs): Message {
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
        fields: [
          { label: 'Reference', value: enquiry.reference },
          { label: 'Outlet', value: shown(enquiry.outlet, 200) },
          { label: 'Deadline', value: fullTime(office, enquiry.deadline) },
        ],
      },
      line(
        `What happens next: a press officer takes it on and answers you ${where}. This receipt comes as a direct message too; reply in its thread to add something.`,
      ),
      ...hoursBeforeDeadline(office, enquiry.deadline, at),
    ],
  };
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

function line(text: string): MessagePart {
  return { type: 'line', text };
}
