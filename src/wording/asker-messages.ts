import type { Attribution } from '../domain/enquiry.ts';
import { isWaiting } from '../domain/enquiry-states.ts';
import type { AskerNote } from '../domain/notice.ts';
import { attributionToAsker } from './attribution-words.ts';
import { privacyLine } from './desk-words.ts';
import {
  askerOf,
  type EnquiryContext,
  enquiryFields,
  shown,
  shownInLine,
} from './enquiry-words.ts';
import type { Message, MessagePart } from './message.ts';
import { line } from './parts.ts';
import { hoursBeforeDeadline, ringPart } from './shut-words.ts';
import { fullTime, leftInWords } from './times.ts';

export interface AskerContext extends EnquiryContext {
  /** Days that an enquiry is kept; absent where it is kept until somebody asks for its removal. */
  readonly keptDays?: number;
}

/** A question as it is repeated to who asked: enough to know it by, whatever its length. */
const QUESTION = 1000;
const ASKED = 200;
const ADD = 'To add something, reply in the thread of this message.';

/** What who asked is told, worded as at the moment of sending. */
export function askerMessage(note: AskerNote, context: AskerContext): Message {
  return { parts: [...partsOf(note, context), ...ending(note, context)] };
}

function partsOf(note: AskerNote, context: AskerContext): readonly MessagePart[] {
  switch (note.kind) {
    case 'receipt':
      return receipt(context);
    case 'answer':
      return answer(note.words, note.attribution, context);
    case 'correction':
      return correction(note, context);
    case 'not-for-us':
      return notForUs(note.goInstead, context);
    case 'still-waiting':
      return stillWaiting(context);
    case 'follow-up-kept':
      return [
        line(
          `What you added to your enquiry ${context.enquiry.reference} is recorded for the desk.`,
        ),
      ];
    case 'closed':
      return [
        line(`The desk has closed your enquiry ${context.enquiry.reference} without an answer.`),
        line('If you still need one, reply in the thread of this message: that opens it again.'),
      ];
    case 'reopened':
      return [
        line(`Your enquiry ${context.enquiry.reference} is open again. The desk has it.`),
        ...deadlineLine(context),
      ];
  }
}

/** Everybody is left with a number; a receipt says what there is to know of the hours as well. */
function ending(note: AskerNote, { enquiry, office, at }: AskerContext): readonly MessagePart[] {
  return note.kind === 'receipt'
    ? hoursBeforeDeadline(office, enquiry.deadline, at)
    : [ringPart(office, at)];
}

function receipt(context: AskerContext): readonly MessagePart[] {
  const { enquiry, office, keptDays } = context;
  const where = answeredInThread(context) ? 'in the thread where you asked' : 'here, privately';
  return [
    { type: 'heading', text: `Your enquiry ${enquiry.reference}` },
    line('It is recorded for the press desk. Please give this reference when you ring.'),
    {
      type: 'fields',
      fields: [
        ...enquiryFields(enquiry, fullTime(office, enquiry.deadline)),
        { label: 'Telephone', value: shown(enquiry.telephone ?? '', 60) },
      ],
    },
    ...question(context),
    line(
      `What happens next: a press officer takes it on and answers you ${where}. If there is no answer 15 minutes before your deadline, you hear who has it.`,
    ),
    line(ADD),
    { type: 'aside', text: privacyLine(office, keptDays) },
  ];
}

function question({ enquiry }: AskerContext): readonly MessagePart[] {
  const text = shown(enquiry.question, QUESTION);
  const cut: MessagePart = { type: 'aside', text: 'Shown cut: the whole question is kept.' };
  return [
    line('Your question:'),
    { type: 'words', text },
    ...(text.endsWith('…') && !enquiry.question.trim().endsWith('…') ? [cut] : []),
  ];
}

function answer(
  words: string,
  attribution: Attribution,
  context: AskerContext,
): readonly MessagePart[] {
  return [
    { type: 'heading', text: `Answer to your enquiry ${context.enquiry.reference}` },
    ...toWhom(context),
    ...asked(context),
    line('The press office says:'),
    { type: 'words', text: words },
    line(attributionToAsker(attribution)),
    line(goingOn(context)),
  ];
}

function correction(
  note: Extract<AskerNote, { kind: 'correction' }>,
  context: AskerContext,
): readonly MessagePart[] {
  return [
    { type: 'heading', text: `Correction: your enquiry ${context.enquiry.reference}` },
    ...toWhom(context),
    line('Our earlier answer is corrected. Please use the new words, and not the old ones.'),
    line('The old words:'),
    { type: 'words', text: note.oldWords },
    line('The new words:'),
    { type: 'words', text: note.words },
    line(attributionToAsker(note.attribution)),
    line(goingOn(context)),
  ];
}

function notForUs(goInstead: string, { enquiry, office }: AskerContext): readonly MessagePart[] {
  return [
    line(
      `Your enquiry ${enquiry.reference} is not one that ${office.organisation}’s press office can answer. Where to go instead:`,
    ),
    { type: 'words', text: goInstead },
    line('If we have misread it, reply in the thread of this message: that opens it again.'),
  ];
}

function stillWaiting(context: AskerContext): readonly MessagePart[] {
  const { enquiry } = context;
  if (!isWaiting(enquiry)) {
    // It was dealt with after this became due and before Slack took it.
    return [line(`The desk has dealt with your enquiry ${enquiry.reference} by now.`)];
  }
  return [
    line(`Your enquiry ${enquiry.reference} has no answer yet.`),
    ...deadlineLine(context),
    enquiry.owner
      ? { type: 'named', words: ['It is with ', { person: enquiry.owner }, ', a press officer.'] }
      : line('Nobody at the desk has taken it yet.'),
    line('If you can’t wait, please ring and give the reference.'),
  ];
}

function deadlineLine({ enquiry, office, at }: AskerContext): readonly MessagePart[] {
  const time = fullTime(office, enquiry.deadline);
  return [line(`Deadline: ${time} (${leftInWords(enquiry.deadline, at)}).`)];
}

/** Not in a channel's thread: the form's question may say more than was asked there. */
function asked(context: AskerContext): readonly MessagePart[] {
  const question = shownInLine(context.enquiry.question, ASKED);
  return answeredInThread(context) || question === '' ? [] : [line(`You asked: “${question}”`)];
}

/** In a channel's thread others read too: whom the answer is for has to be said there. */
function toWhom(context: AskerContext): readonly MessagePart[] {
  const asker = askerOf(context.enquiry);
  if (!answeredInThread(context) || !asker) return [];
  return [{ type: 'named', words: ['For ', asker, ', who asked here.'] }];
}

function goingOn(context: AskerContext): string {
  return answeredInThread(context)
    ? 'To ask more, mention me in this thread.'
    : 'To ask more, reply in the thread of this message.';
}

function answeredInThread({ enquiry }: AskerContext): boolean {
  return enquiry.answerHere && enquiry.askedIn !== undefined;
}
