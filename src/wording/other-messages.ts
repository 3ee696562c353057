import type { Office } from '../domain/office.ts';
import { clockTime, daysInWords, type OfficeState } from '../domain/office-hours.ts';
import { withMarks } from '../domain/quotation.ts';
import type { Entry, EpochMs, Release } from '../domain/release.ts';
import type { ReleaseAnswer } from '../domain/reply.ts';
import type { Message, MessagePart } from './message.ts';
import { line, lineAndRing } from './parts.ts';
import { officeRecord, speakerInWords } from './reply-message.ts';
import { ringInWords } from './sentences.ts';

/**
 * What the bot can do, with examples that work, and what is kept of a question.
 *
 * @param desk true where there is a press desk to hand a question to.
 */
export function helpMessage(
  office: Office,
  state: OfficeState,
  at: EpochMs,
  desk = false,
): Message {
  const { command } = office;
  return {
    parts: [
      line(
        `I answer questions about ${office.organisation}’s press releases, word for word from the release, and say where the words stand. What a release does not say I don’t guess: you get the number to ring instead.`,
      ),
      line(
        `Ask in your own words: ${office.examples.map((example) => `“${command} ${example}”`).join(', ')}; or mention me in a channel, or write to me directly.`,
      ),
      line(
        `“${command} hours”: whether the press office is open, and the number for now. “${command} topics”: what I can answer. Put a release’s short name first to ask about that one alone; the topics name it.`,
      ),
      ...(desk ? [handOver(office)] : []),
      line(
        `Slash answers are private until you share them. What you ask in Slack is kept for a limited time: your words, your name there, when, and which answer they got. To have it removed, ask the press office on ${office.pressOffice.number}.`,
      ),
      { type: 'ring', text: ringInWords(office, state, at) },
    ],
  };
}

function handOver({ command }: Office): MessagePart {
  return line(
    `“${command} ask "your question"”, or the button under a reply, hands a question to a press officer, with your outlet and your deadline.`,
  );
}

/** Whether the office is open, until when, why, and the one number to ring. */
export function hoursMessage(office: Office, state: OfficeState, at: EpochMs): Message {
  return lineAndRing(
    `Hours: ${daysInWords(office.days)}, ${clockTime(office.opens)} to ${clockTime(office.closes)}${office.shutOnBankHolidays ? ', but not on bank holidays of England and Wales (this office’s own rule)' : ''}.`,
    office,
    state,
    at,
  );
}

/** What may be asked, by release. Only proactive entries are ever passed in. */
export function topicsMessage(
  topics: readonly { release: Release; entries: readonly Entry[] }[],
  office: Office,
  state: OfficeState,
  at: EpochMs,
): Message {
  const parts = topics.flatMap(({ release, entries }): MessagePart[] => [
    { type: 'heading', text: `${release.title} (${release.id})` },
    line(entries.map((entry) => `• ${entry.title}`).join('\n')),
  ]);
  const none: MessagePart = line('There is no release to answer from at the moment.');
  return {
    parts: [
      ...(parts.length > 0 ? parts : [none]),
      { type: 'ring', text: ringInWords(office, state, at) },
    ],
  };
}

/** Said where something of ours went wrong: nobody is left without the number. */
export function sorryMessage(office: Office, state: OfficeState, at: EpochMs): Message {
  return lineAndRing(
    'Sorry: something went wrong on our side, and your question was not answered.',
    office,
    state,
    at,
  );
}

/** Plain text to paste into a story: the published words, right marks, who speaks; no markup, no [sic]. */
export function copyText({ entry, release, also }: ReleaseAnswer): string {
  const words = [entry, ...also].flatMap((each) => withMarks(each.passages)).join('\n');
  const who = entry.speaker ? speakerInWords(entry.speaker) : release.publisher;
  return `${words}\n${who}, “${release.title}”`;
}

/** The office's whole record, for when nothing else can be read. */
export function officeLines(office: Office): string[] {
  return [officeRecord('hours', office), officeRecord('outOfHours', office)];
}
