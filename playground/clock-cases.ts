import { Temporal } from 'temporal-polyfill';
import type { KnowledgeBase } from '../src/domain/knowledge-base.ts';
import type { Office } from '../src/domain/office.ts';
import { clockTime, officeStateAt } from '../src/domain/office-hours.ts';
import type { EpochMs } from '../src/domain/release.ts';
import type { Clock } from './protocol.ts';

type Case = Clock['cases'][number];

const FRIDAY = 5;
const MONDAY = 1;
const MID_MORNING = 10 * 60;
const HALF_MINUTE_MS = 30_000;
/** More days than lie between any day and the next one that is asked for here. */
const MOST_DAYS = 800;

/** Instants at which the bot has something else to say, each the next one after `at`. */
export function clockCases(office: Office, base: KnowledgeBase | undefined, at: EpochMs): Case[] {
  const next = (minutes: number, fits: Fits) => nextDay(office, at, minutes, fits);
  const late = office.closes + 5;
  const early = office.opens - 1;
  const cases: readonly (readonly [id: string, label: string, at: EpochMs | undefined])[] = [
    ['friday', `Friday ${onClock(late)}`, next(late, worksOn(office, FRIDAY))],
    ['monday', `Monday ${onClock(early)}`, next(early, worksOn(office, MONDAY))],
    ['christmas', 'Christmas Day', next(MID_MORNING, isChristmas)],
    ['clocks', 'The minute the clocks go forward', beforeClocksGoForward(office, at)],
    ...(base?.releases ?? []).map(({ id, embargo }) => {
      const label = `One second before the embargo of ${id}`;
      return [`embargo-${id}`, label, embargo && embargo - 1000] as const;
    }),
  ];
  return cases.flatMap(([id, label, when]) =>
    when === undefined ? [] : [{ id, label, at: when }],
  );
}

/** "Friday 4 December 2026, 5:05pm", in the office's zone. */
export function instantInWords(office: Office, at: EpochMs): string {
  const then = zoned(office, at);
  const date = then.toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return `${date.replace(',', '')}, ${clockTime(then.hour * 60 + then.minute)}`;
}

function zoned(office: Office, at: EpochMs): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(office.zone);
}

type Fits = (date: Temporal.PlainDate) => boolean;

function nextDay(office: Office, after: EpochMs, minutes: number, fits: Fits): EpochMs | undefined {
  const today = zoned(office, after).toPlainDate();
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const date = today.add({ days });
    const at = fits(date) ? instantOf(office, date, minutes) : after;
    if (at > after) return at;
  }
  return undefined;
}

function instantOf(office: Office, date: Temporal.PlainDate, minutes: number): EpochMs {
  const plainTime = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
  return date.toZonedDateTime({ timeZone: office.zone, plainTime }).epochMilliseconds;
}

/** A day of the week on which the office works: no bank holiday. */
function worksOn(office: Office, day: number): Fits {
  return (date) =>
    date.dayOfWeek === day && officeStateAt(office, instantOf(office, date, office.opens)).open;
}

function isChristmas(date: Temporal.PlainDate): boolean {
  return date.month === 12 && date.day === 25;
}

/** Half a minute before; undefined in a zone whose clocks stay as they are. */
function beforeClocksGoForward(office: Office, at: EpochMs): EpochMs | undefined {
  let before = zoned(office, at + HALF_MINUTE_MS);
  for (let turn = 0; turn < 2; turn += 1) {
    const after = before.getTimeZoneTransition('next');
    if (!after) return undefined;
    if (after.offsetNanoseconds > after.subtract({ nanoseconds: 1 }).offsetNanoseconds) {
      return after.epochMilliseconds - HALF_MINUTE_MS;
    }
    before = after;
  }
  return undefined;
}

function onClock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
