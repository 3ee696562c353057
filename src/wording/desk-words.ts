import type { Office } from '../domain/office.ts';
import { officeStateAt } from '../domain/office-hours.ts';
import type { EpochMs } from '../domain/release.ts';
import type { Message } from './message.ts';
import { numberInWords } from './sentences.ts';
import { ringPart } from './shut-words.ts';
import { fullTime } from './times.ts';

/** Buttons of at most 75 characters; modals' titles and buttons of at most 24. */
export const DESK_LABELS = {
  ask: 'Ask a press officer',
  askTitle: 'Ask a press officer',
  askSubmit: 'Send',
  outlet: 'Outlet',
  deadline: 'Deadline',
  question: 'Question',
  telephone: 'Telephone',
  answerWhere: 'Where to answer',
  answerHere: 'Here, in this thread, where others read it',
  take: 'Take it',
  giveBack: 'Give it back',
  answer: 'Answer',
  correct: 'Correct',
  urgent: 'Urgent',
  notUrgent: 'Not urgent',
  notForUs: 'Not for us',
  close: 'Close',
  reopen: 'Reopen',
  answerTitle: 'Answer',
  correctTitle: 'Correct the answer',
  answerSubmit: 'Send to who asked',
  answerWords: 'Answer',
  attributionTo: 'Attribute it to',
  attributionSpokesperson: 'A spokesperson',
  attributionNamed: 'A named person',
  attributionName: 'Name and title',
  terms: 'Terms',
  onTheRecord: 'On the record',
  background: 'Background',
  notForUsTitle: 'Not for us',
  notForUsSubmit: 'Tell who asked',
  goInstead: 'Where to go instead',
  cancel: 'Cancel',
} as const;

/** Under the fields: what to put there, each with an example. */
export const DESK_HINTS = {
  outlet: 'Who you are asking for: “BBC News”.',
  deadline:
    'As you would say it: “6pm”, “in 40 min”, “tomorrow noon”. It is read in London time, and read back to you.',
  question: 'What you want to know, and what for.',
  telephone: 'Where we can ring you, if you like: “020 7946 0000”.',
  goInstead: 'Sent to who asked, word for word: “The Home Office press office”.',
  answerWords: 'Sent to who asked, word for word.',
  attributionName: 'For a named person: “Jo Example, Chief Inspector”.',
} as const;

/** "an HMICFRS spokesperson": the usual attribution. */
export function spokesperson({ organisation }: Pick<Office, 'organisation'>): string {
  const article = SPOKEN_VOWEL.test(organisation) ? 'an' : 'a';
  return `${article} ${organisation} spokesperson`;
}

/** Letters whose name begins with a vowel, as abbreviations are read letter by letter. */
const SPOKEN_VOWEL = /^(?:[AEFHILMNORSX][A-Z]|[AEIO])/;

/** What is kept of an enquiry, how long, and whom to ask about it. */
export function privacyLine(office: Office, keptDays: number | undefined): string {
  return `What is kept: your name, outlet, question, deadline, any telephone number, and what we answer. How long: ${keptInWords(keptDays)}. About this, or to have it removed, ask the press office on ${office.pressOffice.number}.`;
}

function keptInWords(days: number | undefined): string {
  if (days === undefined) return 'until you ask for its removal';
  if (days === 0) return 'until the next clearing, at most a day';
  return days === 1 ? '1 day' : `${days} days`;
}

/** Inside the form, while nothing is sent: what the deadline that was typed is taken to be. */
export function deadlineReadAs(office: Office, deadline: EpochMs): string {
  return `Deadline read as ${fullTime(office, deadline)}.`;
}

/** Where nothing could be kept: nobody may believe that it was. */
export function notRecordedMessage(office: Office, at: EpochMs): Message {
  return {
    parts: [
      {
        type: 'line',
        text: 'Sorry: this was not recorded, and the press desk does not have it. Please ring us.',
      },
      ringPart(office, at),
    ],
  };
}

/** The same in one sentence, for a field of a form. */
export function notRecorded(office: Office, at: EpochMs): string {
  const { ring } = officeStateAt(office, at);
  return `Sorry: this was not recorded. Please ring ${numberInWords(office, ring)}, or try again.`;
}

/** In place of every answer while they are switched off. The reason is the desk's own affair. */
export function switchedOffMessage(office: Office, at: EpochMs): Message {
  return {
    parts: [
      { type: 'line', text: 'Answers are switched off at the moment.' },
      { type: 'line', text: 'A press officer can help: ask one, or ring.' },
      ringPart(office, at),
    ],
  };
}

/** To the officer who sent `/hmicfrs off "reason"` or `on`. */
export function switchedInWords(on: boolean): string {
  return on
    ? 'Answers are on again, everywhere.'
    : 'Answers are off, everywhere. People get the number to ring and the form.';
}

/** For an officer who wrote what looks like an order and is none: nobody may think that answers are off. */
export function notSwitchedOff({ command }: Pick<Office, 'command'>): string {
  return `Nothing was switched off. To stop answers, put the reason in quotation marks: ${command} off "wrong figure".`;
}

/** Where the same state holds already. */
export function switchedAlready(on: boolean): string {
  return on ? 'Answers are on already.' : 'Answers are off already.';
}
