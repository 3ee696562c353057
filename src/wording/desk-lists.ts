import type { DeskOverview } from '../domain/desk-overview.ts';
import type { Enquiry } from '../domain/enquiry.ts';
import type { ChannelNote } from '../domain/notice.ts';
import type { Office } from '../domain/office.ts';
import type { EpochMs } from '../domain/release.ts';
import { ownerOf } from './enquiry-card.ts';
import { deadlineInWords, STATUS_WORDS, shownInLine } from './enquiry-words.ts';
import type { Message, MessagePart, Words } from './message.ts';
import { ringPart } from './shut-words.ts';
import { fullTime } from './times.ts';

/** At most so many of each list are shown, so that all lists fit into what Slack takes. */
const LISTED = 10;
/** The morning list stands alone. */
const LISTED_IN_THE_MORNING = 20;
const OUTLET = 60;
const QUESTION = 100;

/**
 * What was found where words were searched for; otherwise the desk's four lists, or the one of them
 * that an officer asked for.
 */
export function overviewMessage(listing: DeskOverview, office: Office, only?: 'mine'): Message {
  const mine = part('Yours', listing.mine, 'You have none.');
  const lists = only
    ? [mine]
    : listing.found
      ? [part('Found', listing.found, 'Nothing was found.')]
      : [
          part('Overdue', listing.overdue, 'Nothing is overdue.'),
          mine,
          part('Open', listing.open, 'Nothing is open.'),
          part('Answered today', listing.answeredToday, 'Nothing was answered today yet.'),
        ];
  const search: MessagePart = {
    type: 'aside',
    text: `Search by reference, outlet or words: “${office.command} desk BBC”. “${office.command} off "reason"” stops all answers at once, and “${office.command} on” starts them again.`,
  };
  return {
    parts: [...lists.flatMap((list) => drawList(list, office, listing.at)), search],
  };
}

/** A reporter's own enquiries, for the home tab. */
export function mineMessage(enquiries: readonly Enquiry[], office: Office, at: EpochMs): Message {
  const list = part('Your enquiries', enquiries, 'You have asked a press officer nothing yet.');
  return { parts: drawList(list, office, at) };
}

/** What the desk's channel is told of no single enquiry. `open` is for the morning list. */
export function channelMessage(
  note: ChannelNote,
  office: Office,
  at: EpochMs,
  open: readonly Enquiry[] = [],
): Message {
  switch (note.kind) {
    case 'morning-list':
      return { parts: morningList(open, office, at) };
    case 'switched':
      return { parts: switched(note) };
    case 'report':
      return { parts: report(note, office) };
    case 'public-channel':
      return { parts: [{ type: 'line', text: PUBLIC }, ringPart(office, at)] };
  }
}

function morningList(open: readonly Enquiry[], office: Office, at: EpochMs): MessagePart[] {
  const list = part('Open this morning', open, 'Nothing is open.');
  return drawList(list, office, at, LISTED_IN_THE_MORNING);
}

const PUBLIC =
  'This channel is public. Whoever joins it may act as a press officer, and anybody may read what reporters ask. Please make it private.';

interface List {
  readonly title: string;
  readonly enquiries: readonly Enquiry[];
  readonly none: string;
}

function part(title: string, enquiries: readonly Enquiry[], none: string): List {
  return { title, enquiries, none };
}

function drawList(
  { title, enquiries, none }: List,
  office: Office,
  at: EpochMs,
  most = LISTED,
): MessagePart[] {
  const heading: MessagePart = { type: 'heading', text: `${title}: ${enquiries.length}` };
  if (enquiries.length === 0)
    return [
      { type: 'heading', text: title },
      { type: 'line', text: none },
    ];
  const left = enquiries.length - most;
  const more: MessagePart = { type: 'aside', text: `There are ${left} more: search for them.` };
  return [
    heading,
    ...enquiries.slice(0, most).map((enquiry) => itemOf(enquiry, office, at)),
    ...(left > 0 ? [more] : []),
  ];
}

function itemOf(enquiry: Enquiry, office: Office, at: EpochMs): MessagePart {
  const urgent = enquiry.urgent ? 'Urgent · ' : '';
  const outlet = shownInLine(enquiry.outlet, OUTLET);
  const deadline = deadlineInWords({ enquiry, office, at });
  const question = shownInLine(enquiry.question, QUESTION);
  return {
    type: 'item',
    text: `${urgent}${enquiry.reference} · ${outlet}\nDeadline ${deadline}\n“${question}”`,
    who: [`${STATUS_WORDS[enquiry.status]} · Owner: `, ...asPieces(ownerOf(enquiry))],
  };
}

function asPieces(words: Words): Exclude<Words, string> {
  return typeof words === 'string' ? [words] : words;
}

function switched(note: Extract<ChannelNote, { kind: 'switched' }>): readonly MessagePart[] {
  const by = { person: note.by };
  if (note.on) return [{ type: 'named', words: [by, ' switched answers on again.'] }];
  return [
    {
      type: 'named',
      words: [by, ' switched answers off. Everybody gets the number to ring and the form. Why:'],
    },
    { type: 'words', text: note.reason },
  ];
}

function report(
  note: Extract<ChannelNote, { kind: 'report' }>,
  office: Office,
): readonly MessagePart[] {
  const about = note.entryKey ? `About the answer ${note.entryKey}. ` : '';
  return [
    { type: 'named', words: [{ person: note.by }, ' says that something is wrong:'] },
    { type: 'words', text: note.words },
    { type: 'aside', text: `${about}Sent ${fullTime(office, note.at)}.` },
  ];
}
