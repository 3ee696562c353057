import { Temporal } from 'temporal-polyfill';
import type { TrailEntry } from '../application/desk/desk-records.ts';

/** One row of the trail as JSON Lines and CSV tell it: every field, always, in this order. */
export function trailRecord(entry: TrailEntry) {
  return {
    at: new Date(entry.at).toISOString(),
    what: entry.what,
    reference: entry.reference ?? '',
    person: entry.person ?? '',
    name: entry.personName ?? '',
    to: entry.to ?? '',
    toName: entry.toName ?? '',
    entries: entry.entries ?? [],
    knowledge: entry.knowledge,
    facts: entry.facts ?? {},
    words: entry.words ?? '',
    team: entry.team,
    enquiry: entry.enquiryId ?? '',
  };
}

const FIELDS = [
  'at',
  'what',
  'reference',
  'person',
  'name',
  'to',
  'toName',
  'entries',
  'knowledge',
  'facts',
  'words',
  'team',
  'enquiry',
] as const satisfies readonly (keyof ReturnType<typeof trailRecord>)[];

export const CSV_HEAD = csvLine(FIELDS);

export function csvOf(entry: TrailEntry): string {
  const record = trailRecord(entry);
  const told = {
    ...record,
    entries: record.entries.join(' '),
    facts: factsInWords(record.facts),
  };
  return csvLine(FIELDS.map((field) => told[field]));
}

/** As RFC 4180 has it. What a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/** For people: a line of who, what and when, and the words below it. */
export function trailInWords(entry: TrailEntry, zone: string): string {
  const when = Temporal.Instant.fromEpochMilliseconds(entry.at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
  const parts = [
    when,
    entry.reference,
    entry.what,
    named('by', entry.person, entry.personName),
    named('to', entry.to, entry.toName),
    entry.entries?.join(', '),
    factsInWords(entry.facts ?? {}),
    entry.knowledge && `knowledge ${entry.knowledge}`,
  ];
  const words = shown(entry.words ?? '').map((line) => `    ${line}`);
  return [parts.filter((part) => part).join('  '), ...words].join('\n');
}

function named(how: string, person: string | undefined, name: string | undefined): string {
  if (person === undefined) return '';
  return name ? `${how} ${shown(name).join(' ')} (${person})` : `${how} ${person}`;
}

function factsInWords(facts: NonNullable<TrailEntry['facts']>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** A person's text in lines, without signs that would steer the terminal. */
function shown(text: string): readonly string[] {
  if (text === '') return [];
  return text.split(/\r?\n/).map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, ' '));
}
