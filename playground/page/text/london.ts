/** The office's own zone: whoever acts in the playground is in it. */
export const ZONE = 'Europe/London';

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const MINUTE_MS = 60_000;

/** `2026-12-04T17:05`, as a datetime field takes it, of an instant in milliseconds since 1970. */
export function localFieldOf(at: number): string {
  const parts = new Map(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  return `${year}-${month}-${day}T${parts.get('hour')}:${parts.get('minute')}`;
}

/**
 * The instant of a datetime field in London time, in milliseconds since 1970; undefined where the
 * field is empty. Of the hour that comes twice the first is meant; a time that the clocks skip is
 * read as that much after the change.
 */
export function instantOf(field: string): number | undefined {
  const asUtc = Date.parse(`${field}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const summer = asUtc - 60 * MINUTE_MS;
  return localFieldOf(summer) === field ? summer : asUtc;
}

/** "Friday 4 December 2026". */
export function dayInWords(at: number): string {
  return DAY.format(at).replace(',', '');
}

/** "17:05". */
export function timeInWords(at: number): string {
  return localFieldOf(at).slice(11);
}

/** Milliseconds since 1970 of a message's `ts`. */
export function instantOfTs(ts: string): number {
  return Number(ts) * 1000;
}
