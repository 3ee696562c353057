/**
 * The calendar of England and Wales, computed by rules and with Intl alone: nothing of it is
 * shared with the program (Temporal) or read from knowledge/bank-holidays.yaml.
 */

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

export interface LondonTime {
  readonly date: string;
  readonly weekday: string;
  readonly minutes: number;
}

const HALF_HOUR = 30 * MINUTE;
const halfHours = new Map<number, LondonTime>();

/** London's clock differs from UTC by whole hours, so that each half-hour is formatted once. */
export function londonTime(at: number): LondonTime {
  const start = Math.floor(at / HALF_HOUR) * HALF_HOUR;
  const known = halfHours.get(start) ?? formatted(start);
  halfHours.set(start, known);
  return { ...known, minutes: known.minutes + Math.floor((at - start) / MINUTE) };
}

function formatted(at: number): LondonTime {
  const parts = new Map(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday'),
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function plus(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY);
}

/** Easter Sunday by the anonymous Gregorian computus. */
export function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return utc(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

function firstMonday(year: number, month: number): Date {
  const first = utc(year, month, 1);
  return plus(first, (8 - first.getUTCDay()) % 7);
}

function lastMonday(year: number, month: number): Date {
  const last = plus(utc(year, month + 1, 1), -1);
  return plus(last, -((last.getUTCDay() + 6) % 7));
}

function isWeekend(date: Date): boolean {
  return date.getUTCDay() === 0 || date.getUTCDay() === 6;
}

/** The day itself, or the next weekday that is not taken, marked as a substitute. */
function substituted(date: Date, name: string, taken: readonly string[]): [string, string] {
  if (!isWeekend(date)) return [iso(date), name];
  let day = date;
  while (isWeekend(day) || taken.includes(iso(day))) day = plus(day, 1);
  return [iso(day), `${name} (substitute day)`];
}

/** ISO date and name of each bank holiday of a year without royal occasions, by date. */
export function bankHolidaysOf(year: number): (readonly [date: string, name: string])[] {
  const easter = easterSunday(year);
  const christmas = substituted(utc(year, 12, 25), 'Christmas Day', [`${year}-12-26`]);
  // Christmas on a Sunday leaves Boxing Day where it is, on the Monday, and goes to the Tuesday.
  const boxing = substituted(utc(year, 12, 26), 'Boxing Day', [christmas[0]]);
  return [
    substituted(utc(year, 1, 1), 'New Year’s Day', []),
    [iso(plus(easter, -2)), 'Good Friday'] as const,
    [iso(plus(easter, 1)), 'Easter Monday'] as const,
    [iso(firstMonday(year, 5)), 'Early May bank holiday'] as const,
    [iso(lastMonday(year, 5)), 'Spring bank holiday'] as const,
    [iso(lastMonday(year, 8)), 'Summer bank holiday'] as const,
    christmas,
    boxing,
  ];
}
