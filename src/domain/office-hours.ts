import { Temporal } from 'temporal-polyfill';
import type { BankHoliday, Line, Office, Weekday } from './office.ts';
import { WEEKDAYS } from './office.ts';
import type { EpochMs } from './release.ts';

/** What the office is at one instant, with the one number to ring then. */
export interface OfficeState {
  readonly open: boolean;
  /** The next instant at which open turns into shut or back. */
  readonly changesAt: EpochMs;
  readonly ring: Line;
  /** Why it is open or shut, as a sentence: "Monday is a bank holiday: Easter Monday." */
  readonly why: string;
}

/** Longest run of shut days that is searched for an opening: more than any calendar has. */
const LONGEST_SHUT_DAYS = 40;

/**
 * The office's state at an instant. Opening is inclusive, closing exclusive: at 17:00:00 it is
 * shut. Wall-clock times are read in the office's zone, so clock changes move the instants and
 * not the hours. Throws where no day within 40 days is a working day (a calendar gone wrong).
 */
export function officeStateAt(office: Office, at: EpochMs): OfficeState {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(
    office.zone,
  );
  const today = now.toPlainDate();
  const works = worksOn(office, today);
  const opens = edge(office, today, office.opens);
  const closes = edge(office, today, office.closes);
  if (works && at >= opens && at < closes) {
    return { open: true, changesAt: closes, ring: office.pressOffice, why: openWhy(office) };
  }
  const changesAt = works && at < opens ? opens : nextOpening(office, today);
  return {
    open: false,
    changesAt,
    ring: office.outOfHours,
    why: shutWhy(office, today, at, opens),
  };
}

/** Whole days from `at` until the list of bank holidays ends; negative once it has ended. */
export function holidayDaysLeft(office: Office, at: EpochMs): number {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(at))
    .toZonedDateTimeISO(office.zone)
    .toPlainDate();
  return today.until(Temporal.PlainDate.from(office.holidaysCompleteUntil)).total('days');
}

/** "8:30am", "5:00pm": as the release writes it. */
export function clockTime(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute}${hour < 12 ? 'am' : 'pm'}`;
}

/** "5:00pm today", "8:30am tomorrow", "8:30am on Monday 28 December": for a person, as seen from `at`. */
export function whenInWords(office: Office, instant: EpochMs, at: EpochMs): string {
  const then = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(office.zone);
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(
    office.zone,
  );
  const days = now.toPlainDate().until(then.toPlainDate()).total('days');
  const time = clockTime(then.hour * 60 + then.minute);
  if (days === 0) return `${time} today`;
  if (days === 1) return `${time} tomorrow`;
  const date = then.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  return `${time} on ${date.replace(',', '')}`;
}

/** "Monday to Friday" for a run of days, "Monday, Wednesday" otherwise. */
export function daysInWords(days: readonly Weekday[]): string {
  const at = days.map((day) => WEEKDAYS.indexOf(day));
  const run = at.every((day, index) => index === 0 || day === (at[index - 1] ?? -2) + 1);
  const first = days[0];
  const last = days[days.length - 1];
  if (run && days.length > 2 && first && last) return `${first} to ${last}`;
  return days.join(', ');
}

function worksOn(office: Office, date: Temporal.PlainDate): boolean {
  return office.days.includes(weekday(date)) && !shutHoliday(office, date);
}

function shutHoliday(office: Office, date: Temporal.PlainDate): BankHoliday | undefined {
  if (!office.shutOnBankHolidays) return undefined;
  const iso = date.toString();
  return office.bankHolidays.find((holiday) => holiday.date === iso);
}

function edge(office: Office, date: Temporal.PlainDate, minutes: number): EpochMs {
  return date.toZonedDateTime({
    timeZone: office.zone,
    plainTime: new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60),
  }).epochMilliseconds;
}

function nextOpening(office: Office, after: Temporal.PlainDate): EpochMs {
  for (let days = 1; days <= LONGEST_SHUT_DAYS; days += 1) {
    const date = after.add({ days });
    if (worksOn(office, date)) return edge(office, date, office.opens);
  }
  throw new Error(`The office has no working day within ${LONGEST_SHUT_DAYS} days of ${after}.`);
}

function weekday(date: Temporal.PlainDate): Weekday {
  return WEEKDAYS[date.dayOfWeek - 1] ?? 'Monday';
}

function openWhy(office: Office): string {
  return `The press office is open ${daysInWords(office.days)}, ${clockTime(office.opens)} to ${clockTime(office.closes)}.`;
}

function shutWhy(office: Office, today: Temporal.PlainDate, at: EpochMs, opens: EpochMs): string {
  const day = weekday(today);
  const holiday = shutHoliday(office, today);
  if (holiday && office.days.includes(day)) return `${day} is a bank holiday: ${holiday.name}.`;
  if (!office.days.includes(day)) return `The press office is shut on ${day}s.`;
  if (at < opens) return `The press office opens at ${clockTime(office.opens)}.`;
  return `The press office closed at ${clockTime(office.closes)}.`;
}
