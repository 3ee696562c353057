import type { Temporal } from 'temporal-polyfill';
import type { EpochMs } from '../domain/release.ts';
import type { SaidClock } from './find-times.ts';
import type { Saying } from './sayings.ts';

export type Meant = SaidClock | Saying;

export interface Surroundings {
  /** The whole text in plain English, for "this evening" and the like. */
  readonly plain: string;
  readonly now: Temporal.ZonedDateTime;
  /** Minutes after midnight. */
  readonly closes: number;
}

const HOUR = 3_600_000;
const MINUTES_OF_DAY = 24 * 60;
/** Of BBC Radio 4's Today: minutes after midnight at which it begins, from Monday to Saturday. */
const TODAY_BEGINS: readonly number[] = [360, 360, 360, 360, 360, 420];
/** It is on the air until 9am on all of these days. */
const TODAY_ENDS = 540;

const DAY_NAME = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const PART = new RegExp(
  `\\b(?:this|in the|today|tomorrow|tmrw|${DAY_NAME}) (?<part>morning|afternoon|evening|night)\\b|\\b(?<tonight>tonight)\\b`,
);
/** First and last hour that each part of the day is said of. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  morning: [1, 11],
  afternoon: [12, 18],
  evening: [16, 23],
  night: [17, 23],
};

/**
 * The instants that a time may mean on `date`, or on no day in particular; empty where none can be.
 * More than one is for the caller to judge, who knows which are over.
 */
export function meant(
  time: Meant,
  date: Temporal.PlainDate | undefined,
  around: Surroundings,
): readonly EpochMs[] {
  const today = around.now.toPlainDate();
  const zone = around.now.timeZoneId;
  const day = date ?? today;
  if (time === 'closing') return [instantAt(day, around.closes, zone)];
  if (time === 'today-programme') return programme(date, around.now);
  if (time !== 'midnight') return clock(time, day, around);
  const end = instantAt(day, MINUTES_OF_DAY, zone);
  return day.equals(today) ? [end] : [instantAt(day, 0, zone), end];
}

function clock(said: SaidClock, day: Temporal.PlainDate, around: Surroundings): readonly EpochMs[] {
  const found = PART.exec(around.plain)?.groups;
  const part = PARTS[found?.tonight ? 'night' : (found?.part ?? '')];
  const known = said.half === 'said' || (said.half === 'written' && part === undefined);
  const hours = known ? [said.hour] : [said.hour, said.hour + 12];
  const instants = hours
    .filter((hour) => part === undefined || (hour >= part[0] && hour <= part[1]))
    .map((hour) => {
      const minutes = hour * 60 + said.minute + said.second / 60;
      return instantAt(day, minutes, around.now.timeZoneId, said.offset);
    });
  const [first] = instants;
  return first !== undefined && isJustOver(first, around.now) ? [first] : instants;
}

/** "6:30" at 6:40 is a slip, and hardly means the evening. */
function isJustOver(instant: EpochMs, now: Temporal.ZonedDateTime): boolean {
  const over = now.epochMilliseconds - instant;
  return over >= 0 && over < HOUR;
}

function programme(
  date: Temporal.PlainDate | undefined,
  now: Temporal.ZonedDateTime,
): readonly EpochMs[] {
  const today = now.toPlainDate();
  const begins = (day: Temporal.PlainDate) => {
    const minutes = TODAY_BEGINS[day.dayOfWeek - 1];
    return minutes === undefined ? [] : [instantAt(day, minutes, now.timeZoneId)];
  };
  if (date) return begins(date);
  const over = now.epochMilliseconds >= instantAt(today, TODAY_ENDS, now.timeZoneId);
  const first = over ? today.add({ days: 1 }) : today;
  return first.dayOfWeek === 7 ? begins(first.add({ days: 1 })) : begins(first);
}

/**
 * The instant of a wall-clock time; of one that exists twice, and for one that doesn't exist, the
 * earlier. 1440 minutes are the end of the day.
 *
 * @param offset minutes east of Greenwich, where the clock meant is not that of `zone`.
 */
function instantAt(
  date: Temporal.PlainDate,
  minutes: number,
  zone: string,
  offset?: number,
): EpochMs {
  const wall = date.toPlainDateTime({ hour: 0 }).add({ seconds: Math.round(minutes * 60) });
  if (offset === undefined) {
    return wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  }
  return wall.toZonedDateTime('UTC').epochMilliseconds - offset * 60_000;
}
