import type { Enquiry, Tried } from '../domain/enquiry.ts';
import { whenInWords } from '../domain/office-hours.ts';
import {
  askerOf,
  deadlineInWords,
  type EnquiryContext,
  STATUS_WORDS,
  shown,
  shownInLine,
} from './enquiry-words.ts';
import type { Field, Message, MessagePart, Words } from './message.ts';
import { percent } from './percent.ts';

/** Shown of a question on a card, which must stay one message; the rest is kept and searchable. */
const QUESTION = 900;
const OUTLET = 200;
const TELEPHONE = 60;
const TITLES = 3;
const TITLE = 120;

/** An enquiry's card in the desk's channel: always one message, whatever anybody wrote. */
export function cardMessage(context: EnquiryContext): Message {
  const { enquiry } = context;
  return {
    parts: [
      { type: 'heading', text: headingOf(enquiry) },
      { type: 'fields', fields: fieldsOf(context) },
      ...questionOf(enquiry),
      { type: 'aside', text: triedInWords(enquiry.tried) },
    ],
  };
}

function headingOf({ reference, urgent }: Enquiry): string {
  return urgent ? `Urgent: enquiry ${reference}` : `Enquiry ${reference}`;
}

function fieldsOf(context: EnquiryContext): readonly Field[] {
  const { enquiry } = context;
  const asker = askerOf(enquiry);
  return [
    { label: 'Reference', value: enquiry.reference },
    { label: 'Deadline', value: deadlineInWords(context) },
    { label: 'Who', value: asker ? [asker] : 'No longer kept' },
    { label: 'Outlet', value: shownInLine(enquiry.outlet, OUTLET) },
    { label: 'Status', value: statusOf(context) },
    { label: 'Owner', value: ownerOf(enquiry) },
    { label: 'Urgent', value: enquiry.urgent ? 'Yes' : 'No' },
    { label: 'Telephone', value: shownInLine(enquiry.telephone ?? '', TELEPHONE) || 'None given' },
    { label: 'Answer goes', value: answerGoes(enquiry) },
    { label: 'Sent elsewhere', value: elsewhere(enquiry) },
  ];
}

/** "Answered at 5:10pm today, corrected since"; in one word where there is no more to say. */
function statusOf({ enquiry, office, at }: EnquiryContext): string {
  const last = enquiry.answers.at(-1);
  const status = STATUS_WORDS[enquiry.status];
  if (enquiry.status !== 'answered' || !last) return status;
  const when = whenInWords(office, last.at, at);
  return enquiry.answers.length > 1 ? `${status}; corrected ${when}` : `${status} ${when}`;
}

/** By mention, or that nobody has it. */
export function ownerOf({ owner, status }: Pick<Enquiry, 'owner' | 'status'>): Words {
  if (owner) return [{ person: owner }];
  return status === 'open' ? 'Nobody has it yet' : 'Nobody';
}

function answerGoes({ answerHere, askedIn }: Enquiry): string {
  return answerHere && askedIn
    ? 'Into the thread where it was asked, where others read it'
    : 'Privately, by direct message';
}

function elsewhere({ status, goInstead }: Enquiry): string {
  return status === 'not-for-us' && goInstead ? shownInLine(goInstead, OUTLET) : '';
}

function questionOf({ question }: Enquiry): readonly MessagePart[] {
  const whole = [...question.trim()].length;
  const cut: MessagePart = {
    type: 'aside',
    text: `Shown cut: the question has ${whole.toLocaleString('en-GB')} characters, and all of them are kept. “Answer” and “Not for us” show the whole of it.`,
  };
  return [
    { type: 'line', text: 'Question:' },
    { type: 'words', text: shown(question, QUESTION) || '(no longer kept)' },
    ...(whole > QUESTION ? [cut] : []),
  ];
}

/** "The bot offered: How many widgets there are (62% sure)." */
export function triedInWords({ outcome, titles, confidence }: Tried): string {
  if (outcome === 'not-asked') return 'The bot was not asked.';
  // How sure it was that an entry answers, which is not how sure it was that none does.
  const of = outcome === 'unknown' || outcome === 'declined' ? ' of an answer' : '';
  const sure = confidence === undefined ? '' : ` (${percent(confidence)} sure${of})`;
  const named = titles.slice(0, TITLES).map((title) => shownInLine(title, TITLE));
  const list = named.length > 0 ? `: ${named.join('; ')}` : '';
  return `${TRIED[outcome]}${list}${sure}.`;
}

const TRIED: Readonly<Record<Exclude<Tried['outcome'], 'not-asked'>, string>> = {
  answered: 'The bot answered',
  choices: 'The bot offered',
  declined: 'The bot said that the release does not answer this',
  unknown: 'The bot found no answer',
  greeting: 'The bot said what it can do',
};
