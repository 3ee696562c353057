import { Temporal } from 'temporal-polyfill';
import { clockTime } from './office-hours.ts';
import type { EpochMs } from './release.ts';

/**
 * "Friday 27 November 2026, 6:00pm": read back in full, so that nobody is mistaken about the day.
 * Noon and midnight are called so, and midnight with the days on either side. Where the clocks go
 * back, the hour that comes twice says which: "1:30am (GMT+1)". Seconds are left out.
 */
export function deadlineInWords(at: EpochMs, zone: string): string {
  const then = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
  const minutes = then.hour * 60 + then.minute;
  if (minutes === 0) {
    const before = then.subtract({ days: 1 });
    return `midnight between ${dayInWords(before)} and ${dayInWords(then)}`;
  }
  const time = minutes === 12 * 60 ? '12:00 noon' : clockTime(minutes);
  return `${dayInWords(then)}, ${time}${comesTwice(then) ? ` (${offsetInWords(then)})` : ''}`;
}

function dayInWords(then: Temporal.ZonedDateTime): string {
  const words = then.toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return words.replace(',', '');
}

function comesTwice(then: Temporal.ZonedDateTime): boolean {
  const wall = then.toPlainDateTime();
  const one = wall.toZonedDateTime(then.timeZoneId, { disambiguation: 'earlier' });
  const other = wall.toZonedDateTime(then.timeZoneId, { disambiguation: 'later' });
  return !one.equals(other);
}

function offsetInWords(then: Temporal.ZonedDateTime): string {
  return then.toLocaleString('en-GB', { timeZoneName: 'short' }).split(' ').at(-1) ?? then.offset;
}
