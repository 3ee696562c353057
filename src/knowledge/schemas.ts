import { z } from 'zod';
import { WEEKDAYS } from '../domain/office.ts';
import { ENTRY_KINDS, GIVES } from '../domain/release.ts';
import { embargoInstant, isRealDate, isZone, minutesOf } from './forms.ts';

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
