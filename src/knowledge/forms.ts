import { Temporal } from 'temporal-polyfill';

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

/** A date of the calendar in the form year-month-day. */
export function isRealDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** A time zone that this machine's calendar knows. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
