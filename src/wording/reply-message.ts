import type { Office } from '../domain/office.ts';
import { clockTime, daysInWords } from '../domain/office-hours.ts';
import { withMarks } from '../domain/quotation.ts';
import { type Entry, entryKey, type Release, type Speaker } from '../domain/release.ts';
import {
  entriesOf,
  type OfficeAnswer,
  type Part,
  type ReleaseAnswer,
  type Reply,
} from '../domain/reply.ts';
import type { Link, Message, MessagePart, QuotedLine } from './message.ts';
import { placesInWords } from './places.ts';
import { KIND_WORDS, ringInWords } from './sentences.ts';

/** A reply in words: every part under its own heading where there are several, then the number. */
export function replyMessage(reply: Reply, office: Office): Message {
  const several = reply.parts.length > 1;
  const parts = reply.parts.flatMap((part) => [
    ...(several ? [heading(part)] : []),
    ...partMessage(part, office),
  ]);
  return {
    parts: [...parts, { type: 'ring', text: ringInWords(office, reply.office, reply.at) }],
  };
}

/** What one entry says, as a message of its own: behind a choice, or for a person to look at. */
export function answerMessage(
  answer: ReleaseAnswer,
  reply: Pick<Reply, 'office' | 'at'>,
  office: Office,
): Message {
  return {
    parts: [
      ...releaseAnswer(answer),
      { type: 'ring', text: ringInWords(office, reply.office, reply.at) },
    ],
  };
}

function heading(part: Part): MessagePart {
  return { type: 'heading', text: `You asked: “${part.asked.replace(/[\s?.,:;!]+$/, '')}”` };
}

function partMessage(part: Part, office: Office): MessagePart[] {
  switch (part.kind) {
    case 'answered':
      return part.answer.from === 'release'
        ? releaseAnswer(part.answer)
        : officeAnswer(part.answer, office);
    case 'choices':
      return [
        { type: 'line', text: 'I am not sure which of these you mean. Did you mean:' },
        {
          type: 'choices',
          choices: part.choices.map(({ entry }) => ({
            entryKey: entryKey(entry),
            title: entry.title,
          })),
        },
      ];
    case 'declined':
      return [
        { type: 'line', text: part.topic.say },
        { type: 'line', text: whomToAsk(part.topic.ask) },
      ];
    case 'unknown':
      return [{ type: 'line', text: UNKNOWN[part.why] }];
    case 'greeting':
      return [
        {
          type: 'line',
          text: `I answer questions about ${office.organisation}’s press releases, word for word from the release. Try “${office.command} ${office.examples[0] ?? 'topics'}”, “when is the press office open?” or “${office.command} topics”.`,
        },
      ];
  }
}

const UNKNOWN: Readonly<Record<'no-match' | 'no-knowledge', string>> = {
  'no-match':
    'I don’t know: I found nothing in the releases that surely answers this, and I don’t guess. A press officer can help.',
  'no-knowledge':
    'I can’t read the releases at the moment, so I can’t answer this. Please ring us: a press officer can help.',
};

function whomToAsk(ask: string): string {
  return ask === 'press-office'
    ? 'A press officer can say more.'
    : `That is a question for ${ask}; a press officer can say more of the release itself.`;
}

function releaseAnswer(answer: ReleaseAnswer): MessagePart[] {
  const { entry, release } = answer;
  const entries = entriesOf(answer);
  const parts: MessagePart[] = [{ type: 'line', text: `About: ${entry.title}` }];
  if (answer.supersededBy) {
    parts.push({
      type: 'line',
      text: 'A newer line has taken the place of this one. This is what was said in that release:',
    });
  }
  for (const each of entries) {
    parts.push({ type: 'quote', lines: quotedLines(each.passages, release, each.speaker) });
  }
  parts.push(...sourceOf(answer));
  if (entry.pressNote)
    parts.push({ type: 'press-note', text: `Press office note: ${entry.pressNote}` });
  parts.push({ type: 'actions', entryKey: entryKey(entry) });
  return parts;
}

/** A passage's words as people read them: with marks where somebody speaks, [sic] after a mistake. */
export function quotedLines(
  passages: ReleaseAnswer['entry']['passages'],
  release: Release,
  speaker: Speaker | undefined,
): QuotedLine[] {
  const marked = withMarks(passages);
  return passages.map((passage, index) => ({
    text: withSic(marked[index] ?? passage.text, release),
    place: passage.place,
    ...(speaker && passage.spoken ? { speaker: speakerInWords(speaker) } : {}),
    item: passage.place.includes('list, item'),
  }));
}

function withSic(text: string, release: Release): string {
  return release.sic.reduce((words, sic) => words.replaceAll(sic.text, `${sic.text} [sic]`), text);
}

/** "Her Majesty’s Inspector of Constabulary Matt Parr": the title as at the release. */
export function speakerInWords(speaker: Speaker): string {
  return `${speaker.title} ${speaker.name}`;
}

function sourceOf({ entry, release, also }: ReleaseAnswer): MessagePart[] {
  const passages = [...entry.passages, ...also.flatMap((each) => each.passages)];
  const link: Link = { label: `The release: ${release.title}`, url: release.addresses.release.url };
  const report = release.addresses.report;
  const parts: MessagePart[] = [
    { type: 'source', text: `${whoSpeaks(entry)} · ${placesInWords(passages)}` },
  ];
  if (entry.link === 'report' && report) {
    parts.push({
      type: 'source',
      text: 'The report is here:',
      link: { label: release.reportTitle ?? 'The report', url: report.url },
    });
  }
  parts.push({
    type: 'source',
    text: `${release.publisher}. Names, titles and numbers are as at the release.`,
    link,
  });
  return parts;
}

/** Speech has its speaker; where an entry holds both, the speaker is named for the quotation alone. */
function whoSpeaks(entry: Entry): string {
  if (!entry.speaker) return KIND_WORDS[entry.kind];
  const speaker = speakerInWords(entry.speaker);
  return entry.passages.every((passage) => passage.spoken)
    ? speaker
    : `${KIND_WORDS[entry.kind]}, with ${speaker} quoted`;
}

function officeAnswer(answer: OfficeAnswer, office: Office): MessagePart[] {
  return [
    {
      type: 'quote',
      lines: [{ text: officeRecord(answer.topic, office), place: OFFICE_PLACE, item: false }],
    },
    { type: 'source', text: `From ${OFFICE_PLACE}.` },
  ];
}

export const OFFICE_PLACE = 'the press office’s own record';

/** The office's hours and numbers as its own record has them, in one sentence. */
export function officeRecord(topic: OfficeAnswer['topic'], office: Office): string {
  const { pressOffice, outOfHours } = office;
  if (topic === 'outOfHours') {
    const purpose = outOfHours.purpose ? ` for ${outOfHours.purpose}` : '';
    return `${office.organisation} ${outOfHours.name}${purpose}: ${outOfHours.number}.`;
  }
  return `${office.organisation} ${pressOffice.name}: ${daysInWords(office.days)}, ${clockTime(office.opens)} to ${clockTime(office.closes)}, on ${pressOffice.number}.`;
}
