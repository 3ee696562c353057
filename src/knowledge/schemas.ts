import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { WEEKDAYS } from '../domain/office.ts';
import { ENTRY_KINDS, GIVES } from '../domain/release.ts';

/**
 * A value that would be right, by the field's own name, or by the name with the one around it
 * where a name alone means several things. Shown beside whatever is wrong there.
 */
const EXAMPLES: Readonly<Record<string, string>> = {
  id: 'cost-to-uk',
  title: '"What such crime costs the UK"',
  report_title: '"Cyber: Keep the light on"',
  publisher: 'HMICFRS',
  sha256: 'what "sha256sum release.txt" prints',
  addresses: 'release: { url: https://www.example.org/news/a-release/, checked_on: 2026-11-24 }',
  'addresses.release': '{ url: https://www.example.org/news/a-release/, checked_on: 2026-11-24 }',
  'addresses.report': '{ url: https://www.example.org/a-report/, checked_on: 2026-11-24 }',
  url: 'https://www.example.org/news/a-release/',
  checked_on: '2026-11-24',
  date: '{ value: 2019-10-24, confirmed: false }',
  'holidays.date': '2026-12-25',
  value: '2019-10-24',
  confirmed: '{ by: "Jo Example", on: 2026-11-24 }',
  'date.confirmed': 'false',
  by: '"Jo Example"',
  on: '2026-11-24',
  embargo: '"2026-03-12T00:01:00[Europe/London]"',
  speakers:
    '- { id: matt-parr, name: "Matt Parr", title: "Her Majesty’s Inspector of Constabulary" }',
  'speakers.id': 'matt-parr',
  'speakers.name': '"Matt Parr"',
  'speakers.title': '"Her Majesty’s Inspector of Constabulary"',
  sic: '- { text: "2016-2012", why: "An impossible run of years, published so." }',
  text: '"2016-2012"',
  why: '"An impossible run of years, published so."',
  boilerplate: '- "Get the report"',
  speaker: 'matt-parr',
  kind: 'finding',
  gives: '[amount]',
  passages: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  questions: '- "how much does it cost the country"',
  keywords: '["annual cost", "price tag"]',
  owner: 'press-office',
  review_by: '2027-03-31',
  status: 'live',
  withdrawn_because: '"The figure was corrected on 3 March."',
  use: 'proactive',
  replaces: 'cyber/cost-to-uk',
  when_shut: 'out-of-hours-line',
  press_note: '"The figure is the report’s own; ask before putting it in a headline."',
  link: 'report',
  say: '"The release does not say which ten forces were visited."',
  ask: 'press-office',
  organisation: 'HMICFRS',
  hours: '{ days: [Monday, Tuesday], opens: "8:30am", closes: "5:00pm" }',
  days: '[Monday, Tuesday, Wednesday, Thursday, Friday]',
  opens: '"8:30am"',
  closes: '"5:00pm"',
  zone: 'Europe/London',
  command: '/hmicfrs',
  examples: '["cyber recommendations", "who is quoted?"]',
  published_in: '"the release"',
  press_office: '{ name: "press office", number: "020 3513 0600" }',
  out_of_hours: '{ name: "out-of-hours press office line", number: "07836 217729" }',
  name: '"press office"',
  number: '"020 3513 0600"',
  purpose: '"urgent media enquiries"',
  shut_on_bank_holidays: 'true',
  'questions.hours': '- "when is the press office open"',
  'questions.telephone': '- "press office number"',
  'questions.out_of_hours': '- "who do I call at night"',
  complete_until: '2028-12-31',
  holidays: '- { date: 2026-12-25, name: "Christmas Day" }',
  'holidays.name': '"Christmas Day"',
  groups: '- ["fire service", "fire and rescue"]',
  greetings: '- "good morning"',
  background: '- "what is for lunch"',
};

/** The example for the innermost named field of a path. */
export function exampleFor(path: readonly (string | number)[]): string {
  const names = path.filter((key): key is string => typeof key === 'string');
  for (let last = names.length - 1; last >= 0; last -= 1) {
    const name = names[last] ?? '';
    const example = EXAMPLES[`${names[last - 1]}.${name}`] ?? EXAMPLES[name];
    if (example !== undefined) return example;
  }
  return 'title: "In double quotes"';
}

/** The names of all fields that a schema knows at a path; none where it has no fields there. */
export function fieldsAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  const inner = bare(schema);
  const [key, ...rest] = path;
  if (inner instanceof z.ZodArray) {
    return key === undefined ? [] : fieldsAt(inner.element as z.ZodType, rest);
  }
  if (!(inner instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(inner.shape);
  const field: unknown = inner.shape[key];
  return field instanceof z.ZodType ? fieldsAt(field, rest) : [];
}

function bare(schema: z.ZodType): z.ZodType {
  const outer = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return outer ? bare(schema.unwrap() as z.ZodType) : schema;
}

const HEX = 'it must be 64 hexadecimal digits';
const INSTANT = 'it must be an instant with its zone';
const KEY = 'it must be a release and an entry joined by a slash';
const NUMBER = 'it is no telephone number in double quotes';
const COMMAND = 'it must be a slash and up to 31 lower-case letters';
const ZONE = 'it is no time zone';
const LIST = 'it must be a list, each item after a hyphen';
const FIELDS = 'it must be fields, each with its name, a colon and a value';
/** An entry's name in its release, and among all releases. */
export const ID_FORM: RegExp = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const KEY_FORM: RegExp = /^[a-z0-9-]+\/[a-z0-9-]+$/;

const words = z
  .string({ error: 'it must be words in double quotes' })
  .refine((value) => value.trim() !== '', 'it is empty');
const id = z
  .string({ error: 'it is missing' })
  .regex(ID_FORM, 'it must be lower-case words joined by hyphens');
const isoDate = z
  .string({ error: 'it must be a date' })
  .refine(isRealDate, 'it is no date of the calendar in the form year-month-day');
const address = z.strictObject(
  { url: z.url({ protocol: /^https?$/, error: 'it is no web address' }), checked_on: isoDate },
  FIELDS,
);
const list = (what: string, least: number) =>
  z
    .array(words, { error: `it must be a list of ${what}` })
    .min(least, `it needs at least ${least}`);

export const releaseSchema = z.strictObject(
  {
    id,
    title: words,
    report_title: words.optional(),
    publisher: words,
    sha256: z.string(HEX).regex(/^[0-9a-f]{64}$/, HEX),
    addresses: z.strictObject({ release: address, report: address.optional() }, FIELDS),
    date: z.strictObject(
      { value: isoDate, confirmed: z.boolean('it must be true or false') },
      FIELDS,
    ),
    embargo: z
      .string(INSTANT)
      .refine((value) => embargoInstant(value) !== undefined, INSTANT)
      .optional(),
    speakers: z.array(z.strictObject({ id, name: words, title: words }, FIELDS), LIST).default([]),
    sic: z.array(z.strictObject({ text: words, why: words }, FIELDS), LIST).default([]),
    boilerplate: z.array(words, LIST).default([]),
  },
  FIELDS,
);

export const entrySchema = z.strictObject(
  {
    id,
    title: words,
    kind: z.enum(ENTRY_KINDS, `it must be one of ${ENTRY_KINDS.join(', ')}`),
    speaker: id.optional(),
    gives: z
      .array(
        z.enum(GIVES, `it must be one of ${GIVES.join(', ')}`),
        'it must be a list, [in, brackets]',
      )
      .min(1, 'it needs at least one kind of thing'),
    passages: list('exact words of the release', 1),
    link: z.enum(['release', 'report'], 'it must be release or report').optional(),
    when_shut: id.optional(),
    questions: list('example questions', 2),
    keywords: z.array(words, LIST).default([]),
    owner: words,
    review_by: isoDate,
    status: z.enum(['draft', 'live', 'withdrawn'], 'it must be draft, live or withdrawn'),
    withdrawn_because: words.optional(),
    use: z.enum(
      ['proactive', 'if-asked', 'background'],
      'it must be proactive, if-asked or background',
    ),
    replaces: z.string(KEY).regex(KEY_FORM, KEY).optional(),
    press_note: words.optional(),
  },
  FIELDS,
);
export type EntryFields = z.infer<typeof entrySchema>;

export const topicSchema = z.strictObject(
  {
    id,
    title: words,
    say: words,
    ask: words.default('press-office'),
    questions: list('example questions', 2),
    owner: words,
    review_by: isoDate,
  },
  FIELDS,
);
export type TopicFields = z.infer<typeof topicSchema>;

const clock = z
  .string({ error: 'it must be a time' })
  .refine((value) => minutesOf(value) !== undefined, 'it is no time of day');
const line = z.strictObject(
  {
    name: words,
    number: z.string(NUMBER).regex(/^\+?\d[\d ]{6,18}\d$/, NUMBER),
    purpose: words.optional(),
    confirmed: z.strictObject({ by: words, on: isoDate }, FIELDS).optional(),
  },
  FIELDS,
);

export const officeSchema = z.strictObject(
  {
    organisation: words,
    command: z.string(COMMAND).regex(/^\/[a-z0-9_-]{1,31}$/, COMMAND),
    examples: list('questions that work', 1),
    zone: z.string(ZONE).refine(isZone, ZONE),
    hours: z
      .strictObject(
        {
          days: z
            .array(z.enum(WEEKDAYS, 'it must be names of days'), LIST)
            .min(1, 'it needs at least one day'),
          opens: clock,
          closes: clock,
        },
        FIELDS,
      )
      .refine((hours) => (minutesOf(hours.opens) ?? 0) < (minutesOf(hours.closes) ?? 0), {
        message: 'the office must close after it opens',
        path: ['closes'],
      }),
    published_in: words,
    press_office: line,
    out_of_hours: line,
    shut_on_bank_holidays: z.boolean('it must be true or false'),
    questions: z.strictObject(
      {
        hours: list('example questions', 2),
        telephone: list('example questions', 2),
        out_of_hours: list('example questions', 2),
      },
      FIELDS,
    ),
  },
  FIELDS,
);

export const holidaysSchema = z.strictObject(
  {
    complete_until: isoDate,
    holidays: z.array(z.strictObject({ date: isoDate, name: words }, FIELDS), LIST),
  },
  FIELDS,
);

export const vocabularySchema = z.strictObject(
  {
    groups: z.array(z.array(words, LIST).min(2, 'a group needs at least two words'), LIST),
  },
  FIELDS,
);

export const everydaySchema = z.strictObject(
  {
    greetings: list('lines', 1),
    background: list('lines', 1),
  },
  FIELDS,
);

/** "8:30am", "17:00" as minutes after midnight; undefined for anything else. */
export function minutesOf(time: string): number | undefined {
  const match = /^(\d{1,2})[:.](\d{2})\s*(am|pm)?$/i.exec(time.trim());
  if (!match) return undefined;
  const [, hours, minutes, half] = match;
  const hour = Number(hours);
  const minute = Number(minutes);
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  if (!half) return hour * 60 + minute;
  return (hour % 12) * 60 + minute + (half.toLowerCase() === 'pm' ? 720 : 0);
}

/** An instant with its zone or offset, in epoch milliseconds; a bare local time is refused. */
export function embargoInstant(text: string): number | undefined {
  try {
    return text.includes('[')
      ? Temporal.ZonedDateTime.from(text, { disambiguation: 'reject' }).epochMilliseconds
      : Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function isRealDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
