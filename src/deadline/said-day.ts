import { Temporal } from 'temporal-polyfill';
import type { SaidDay } from './find-times.ts';

/**
 * The one date that is meant, as seen from `today`; undefined where it can't be told. A day of a
 * month without its year is the nearest such day, which may be over; a weekday is the next one,
 * today's included. "Next Friday" is only clear on a Friday.
 */
export function dateMeant(
  said: SaidDay,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (said.day === undefined || said.month === undefined) return ofWeek(said, today);
  const date = ofCalendar(said.day, said.month, said.year, today);
  const fits = said.weekday === undefined || date?.dayOfWeek === said.weekday;
  return fits ? date : undefined;
}

function ofWeek(said: SaidDay, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (said.weekday === undefined || said.month !== undefined) return undefined;
  const ahead = (said.weekday - today.dayOfWeek + 7) % 7;
  if (said.modifier === 'last') return today.add({ days: ahead - 7 });
  if (said.modifier !== 'next') return today.add({ days: ahead });
  return ahead === 0 ? today.add({ days: 7 }) : undefined;
}

function ofCalendar(
  day: number,
  month: number,
  year: number | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const years = year === undefined ? [-1, 0, 1].map((more) => today.year + more) : [year];
  const away = (date: Temporal.PlainDate) => Math.abs(today.until(date).total('days'));
  return years
    .map((one) => Temporal.PlainDate.from({ year: one, month, day }))
    .filter((date) => date.day === day)
    .toSorted((one, other) => away(one) - away(other))[0];
}
