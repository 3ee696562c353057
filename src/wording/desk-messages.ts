import type { WarningKind } from '../domain/enquiry.ts';
import { isWaiting } from '../domain/enquiry-states.ts';
import type { DeskNote } from '../domain/notice.ts';
import { attributionToDesk } from './attribution-words.ts';
import {
  askerOf,
  deadlineInWords,
  type EnquiryContext,
  STATUS_WORDS,
  shownInLine,
} from './enquiry-words.ts';
import type { Message, MessagePart, Words } from './message.ts';
import { line, named } from './parts.ts';
import { outsideHours } from './shut-words.ts';

/** Stands under every note below a card: what is said there is not for reporters. */
export const DESK_ONLY = 'Only the desk sees this thread.';

/** A line in the thread under an enquiry's card, worded as at the moment of sending. */
export function deskMessage(note: DeskNote, context: EnquiryContext): Message {
  return { parts: [...partsOf(note, context), { type: 'aside', text: DESK_ONLY }] };
}

function partsOf(note: DeskNote, context: EnquiryContext): readonly MessagePart[] {
  switch (note.kind) {
    case 'warning':
      return warning(note.warning, note.wholeDesk, context);
    case 'taken':
    case 'given-back':
    case 'closed':
      return [named([{ person: note.by }, DONE[note.kind]])];
    case 'reopened':
      return [named([{ person: note.by }, ' opened this again. ', ...hasIt(context)])];
    case 'urgent':
      return [named([{ person: note.by }, note.on ? URGENT : ' marked this as not urgent.'])];
    case 'follow-up':
      return followUp(note.words, context);
    case 'owner-left':
      return ownerLeft(note.owner, context);
    case 'asker-unreachable':
      return unreachable(note.code, context);
    default:
      return sent(note);
  }
}

const DONE = {
  taken: ' has this enquiry now.',
  'given-back': ' gave this back. Nobody has it now.',
  closed: ' closed this without an answer. Who asked is told.',
} as const;
const URGENT = ' marked this as urgent.';

function sent(
  note: Extract<DeskNote, { kind: 'answered' | 'corrected' | 'not-for-us' }>,
): readonly MessagePart[] {
  const by = { person: note.by };
  switch (note.kind) {
    case 'answered':
      return [
        named([by, ' answered. Who asked gets these words:']),
        { type: 'words', text: note.words },
        line(attributionToDesk(note.attribution)),
      ];
    case 'corrected':
      return [
        named([by, ' corrected the answer. Who asked gets the old words and the new.']),
        line('The old words:'),
        { type: 'words', text: note.oldWords },
        line('The new words:'),
        { type: 'words', text: note.words },
        line(attributionToDesk(note.attribution)),
      ];
    case 'not-for-us':
      return [
        named([by, ' marked this as not for us. Who asked is sent here instead:']),
        { type: 'words', text: note.goInstead },
      ];
  }
}

/** What is left and who has it; outside hours, when few look at Slack, whom to ring as well. */
function warning(
  kind: WarningKind,
  wholeDesk: boolean,
  context: EnquiryContext,
): readonly MessagePart[] {
  const { enquiry, office, at } = context;
  if (!isWaiting(enquiry)) {
    // It was dealt with after the warning became due and before Slack took it.
    return [line(`A warning was due here. Status by now: ${STATUS_WORDS[enquiry.status]}.`)];
  }
  const shut = outsideHours(office, at);
  return [
    line(`${WARNING[kind]} Deadline: ${deadlineInWords(context)}.`),
    named(whoHasIt(enquiry.owner, wholeDesk)),
    ...ringAsker(context),
    ...(shut ? [shut] : []),
  ];
}

const WARNING: Readonly<Record<WarningKind, string>> = {
  short: 'This came in with less than 30 minutes to go.',
  'half-way': 'Half of the time for this is over.',
  'quarter-hour': 'There is a quarter of an hour left for this, or less.',
  passed: 'The deadline has passed, and there is no answer.',
};

function whoHasIt(owner: string | undefined, wholeDesk: boolean): Words {
  if (!owner) return 'To the whole desk: nobody has it yet. Please take it.';
  return wholeDesk
    ? ['To the whole desk: ', { person: owner }, ' has it. Please look whether help is needed.']
    : [{ person: owner }, ', you have it.'];
}

function followUp(words: string, context: EnquiryContext): readonly MessagePart[] {
  const asker = askerOf(context.enquiry);
  return [
    named(asker ? [asker, ' adds to this enquiry:'] : 'Who asked adds to this enquiry:'),
    { type: 'words', text: words },
    named(hasIt(context)),
  ];
}

function hasIt({ enquiry: { owner } }: EnquiryContext): Exclude<Words, string> {
  return owner ? [{ person: owner }, ' has it.'] : ['Nobody has it yet.'];
}

function ownerLeft(owner: string, context: EnquiryContext): readonly MessagePart[] {
  return [
    named([{ person: owner }, ' has left the desk’s channel, so nobody has this enquiry now.']),
    line(`Please take it. Deadline: ${deadlineInWords(context)}.`),
  ];
}

function unreachable(code: string, context: EnquiryContext): readonly MessagePart[] {
  return [
    line(`Slack can’t reach who asked (${code}). They have not been told.`),
    ...(context.enquiry.telephone
      ? ringAsker(context)
      : [line('They gave no telephone number: please try their outlet.')]),
  ];
}

function ringAsker({ enquiry }: EnquiryContext): readonly MessagePart[] {
  return enquiry.telephone
    ? [line(`Telephone of who asked: ${shownInLine(enquiry.telephone, 60)}.`)]
    : [];
}
