import type { Temporal } from 'temporal-polyfill';

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER = `(?:${NUMBERS.join('|')})`;
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = '(mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const PART =
  '(?:tonight|this (?:morning|afternoon|evening)|in the (?:morning|afternoon|evening)|today|tomorrow|tmrw)';
const NO_CLOCK =
  "(?![\\d:]|\\s*(?:am|pm|o'clock|st|nd|rd|th|h|min|mins|minutes?|hrs?|hours?|days?|weeks?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[-/])(?:\\b|[a-z]|$))";

type Rewriting = readonly [RegExp, string | ((...found: string[]) => string)];

/** Papers with a day in their name: "6pm for the Sun" says nothing of Sunday. */
const OUTLETS =
  /\b(?:(?:the )?sun on sunday|mail on sunday|(?:the )?sunday (?:times|mirror|telegraph|express|people|mail|post|sport|world)|(?<!on )the sun)\b/g;

const CLOCKS: readonly Rewriting[] = [
  [/\b(?:no|not) later than\b/g, 'by'],
  [/([ap])\.\s?m\b\.?/g, '$1m'],
  [/(?<![\d:.])(?:12(?::00)?\s?)?\b(?:noon|midday)\b/g, '12:00pm'],
  [/(?<![\d:.])12(?::00|\.00)?\s?(?:am|midnight)\b/g, 'midnight'],
  [/\b24[:.]?00\b/g, 'midnight'],
  [/\bhalf past (\d{1,2})\b/g, '$1:30'],
  [/\bquarter past (\d{1,2})\b/g, '$1:15'],
  [
    /\bquarter to (\d{1,2})\b/g,
    (_, hour = '') => `${Number(hour) === 1 ? 12 : Number(hour) - 1}:45`,
  ],
  // "1h30" is as often an hour and a half.
  [/\b([01]?\d(?!h)|[01]\d|2[0-3])[.h]([0-5]\d)\b(?!\.\d)/g, '$1:$2'],
  [/\b([01]\d|2[0-3])([0-5]\d)\s?(?:hrs?|hours|h)\b/g, '$1:$2'],
  [/^((?:at|by|before) )?([01]\d)([0-5]\d)$/g, '$1$2:$3'],
  [/\b([01]\d|2[0-3])h\b/g, '$1:00'],
  [/\b(\d{1,2}) ?o'? ?clock\b/g, "$1 o'clock"],
  [new RegExp(`\\b(?:by|before|until|till|at) (\\d{1,2})\\b${NO_CLOCK}`, 'g'), "at $1 o'clock"],
  [new RegExp(`(?<![\\d:/] ?)\\b(\\d{1,2}) (?=${PART}\\b)`, 'g'), "$1 o'clock "],
];

const DURATIONS: readonly Rewriting[] = [
  [/\b(\d+)\s?h\s?(\d+)\s?m(?:ins?)?\b/g, '$1 hours $2 minutes'],
  [/\b(in|within) (\d+)\s?h\s?([0-5]\d)\b/g, '$1 $2 hours $3 minutes'],
  // "18h" is a time as they write it in Brussels; "in 18h" is none.
  [/\b(in|within) (\d+)\s?h\b/g, '$1 $2 hours'],
  [/^([1-9])\s?h\b(?! ?\d)/g, 'in $1 hours'],
  [/\ban hour and a half\b/g, '90 minutes'],
  [/\bhalf an hour\b|\bhalf-hour\b/g, '30 minutes'],
  [/\b(?:a )?quarter of an hour\b/g, '15 minutes'],
  [/\ban hour\b/g, '1 hour'],
  [/^(?=\d+(?:\.\d+)? ?(?:m|mins?|minutes?|h|hrs?|hours?)\b)/g, 'in '],
  [/\bin the next (?=\d)/g, 'in '],
  [/\b((?:hour|hr|minute|min)s?)'? time\b/g, '$1'],
];

/**
 * The same in words that a reader of dates can be trusted with: figures for numbers, 17:30 for
 * 17.30, dates for "the day after tomorrow", "Friday week" and "the 1st", and no names of papers.
 *
 * @param today the day in the office's zone, from which such dates are counted.
 */
export function plainEnglish(text: string, today: Temporal.PlainDate): string {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(OUTLETS, ' ')
    .replaceAll(/\bweds\b/g, 'wed')
    .replaceAll(new RegExp(`\\b${NUMBER}\\b`, 'g'), (word) => String(NUMBERS.indexOf(word) + 1))
    .replaceAll(/\bfifteen\b/g, '15')
    .replaceAll(new RegExp(`\\b(${TENS.join('|')})(?:[ -]([1-9]))?\\b`, 'g'), tens);
  return rewritten(rewritten(withDates(said, today), DURATIONS), CLOCKS).trim();
}

function tens(_: string, word: string, ones = '0'): string {
  return String((TENS.indexOf(word) + 2) * 10 + Number(ones));
}

function rewritten(text: string, rules: readonly Rewriting[]): string {
  return rules.reduce((before, [pattern, by]) => {
    return typeof by === 'string' ? before.replaceAll(pattern, by) : before.replaceAll(pattern, by);
  }, text);
}

function withDates(text: string, today: Temporal.PlainDate): string {
  const week = (_: string, day = '') => iso(nextDay(today, day).add({ days: 7 }));
  return text
    .replaceAll(/\b(?:the )?day after tomorrow\b/g, () => iso(today.add({ days: 2 })))
    .replaceAll(/\b(?:today week|a week today)\b/g, () => iso(today.add({ days: 7 })))
    .replaceAll(new RegExp(`\\b(?:a )?week on ${DAY}\\b`, 'g'), week)
    .replaceAll(new RegExp(`\\b${DAY} week\\b`, 'g'), week)
    .replaceAll(
      /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/g,
      (found, day) => nextOfMonth(today, Number(day)) ?? found,
    );
}

/** The next such weekday, today's included. */
function nextDay(today: Temporal.PlainDate, name: string): Temporal.PlainDate {
  const wanted = DAYS.indexOf(name.slice(0, 3)) + 1;
  return today.add({ days: (wanted - today.dayOfWeek + 7) % 7 });
}

function nextOfMonth(today: Temporal.PlainDate, day: number): string | undefined {
  const month = day < today.day ? today.add({ months: 1 }) : today;
  if (day < 1 || day > month.daysInMonth) return undefined;
  return iso(month.with({ day }));
}

function iso(date: Temporal.PlainDate): string {
  return ` ${date.toString()} `;
}
