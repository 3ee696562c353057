import { GB, type ParsedResult } from 'chrono-node/en';
import type { Temporal } from 'temporal-polyfill';

/** Far from any zone's clock change, so that a machine's own zone can't bend a length of time. */
const MIDWINTER = Date.UTC(2026, 0, 15, 12);

/** A day as it was said. `modifier` is the word before a weekday. */
export interface SaidDay {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday?: number;
  readonly modifier?: 'this' | 'next' | 'last';
}

export interface SaidClock {
  /** 0 to 23 */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /**
   * How it is known which half of the day is meant. `said`: "6pm", "18:00", "06:30"; `written`:
   * "10:30", as on a clock of 24 hours; `unsaid`: "at 6", "6:30".
   */
  readonly half: 'said' | 'written' | 'unsaid';
  /** Minutes east of Greenwich, where a zone was said: "6pm GMT". */
  readonly offset?: number;
}

export interface Found {
  readonly days: readonly SaidDay[];
  readonly clocks: readonly SaidClock[];
  /** Lengths of time from now, in milliseconds; negative for what is ago. */
  readonly lengths: readonly number[];
  /** True where a stretch from one time to another was said. */
  readonly range: boolean;
  /** What no day, time or length was made of. */
  readonly rest: string;
}

/** Finds days, times and lengths of time in a text, and leaves what they mean to others. */
export function findTimes(text: string, today: Temporal.PlainDate): Found {
  const results = parse(text, Date.UTC(today.year, today.month - 1, today.day, 12));
  const absolute = results.filter((result) => !isLength(result));
  return {
    days: absolute.flatMap((result) => dayOf(result)),
    clocks: absolute.flatMap((result) => clockOf(result)),
    lengths: parse(text, MIDWINTER)
      .filter(isLength)
      .map((result) => utcOf(result.start) - MIDWINTER),
    range: results.some((result) => result.end),
    rest: without(text, results),
  };
}

/** @param noon of the day to count from, as if the zone were Greenwich: only its date matters. */
function parse(text: string, noon: number): readonly ParsedResult[] {
  return GB.parse(text, { instant: new Date(noon), timezone: 0 }).filter(
    (result) => !result.tags().has('casualReference/now'),
  );
}

function isLength(result: ParsedResult): boolean {
  return result.tags().has('result/relativeDateAndTime');
}

function utcOf(start: ParsedResult['start']): number {
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second') =>
    start.get(name) ?? 0;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

function dayOf({ start, text }: ParsedResult): readonly SaidDay[] {
  const known = (name: 'year' | 'month' | 'day' | 'weekday') =>
    start.isCertain(name) ? (start.get(name) ?? undefined) : undefined;
  const [year, month, day, weekday] = [
    known('year'),
    known('month'),
    known('day'),
    known('weekday'),
  ];
  if (month === undefined && day === undefined && weekday === undefined) return [];
  const modifier = /\b(?<word>this|next|last|past)\b/.exec(text)?.groups?.word;
  return [
    {
      ...(year !== undefined && { year }),
      ...(month !== undefined && { month }),
      ...(day !== undefined && { day }),
      ...(weekday !== undefined && { weekday: weekday === 0 ? 7 : weekday }),
      ...(modifier !== undefined && { modifier: asModifier(modifier) }),
    },
  ];
}

function asModifier(word: string): 'this' | 'next' | 'last' {
  return word === 'this' || word === 'next' ? word : 'last';
}

function clockOf({ start, text }: ParsedResult): readonly SaidClock[] {
  if (!start.isCertain('hour')) return [];
  const hour = start.get('hour') ?? 0;
  const offset = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
  return [
    {
      hour,
      minute: start.get('minute') ?? 0,
      second: start.get('second') ?? 0,
      half: halfOf(hour, text),
      ...(offset !== null && { offset }),
    },
  ];
}

function halfOf(hour: number, text: string): SaidClock['half'] {
  if (hour === 0 || hour >= 12 || /\d\s?[ap]m?\b|\b0\d:|\dt\d/.test(text)) return 'said';
  return /\b1\d:\d/.test(text) ? 'written' : 'unsaid';
}

function without(text: string, results: readonly ParsedResult[]): string {
  return results.toReversed().reduce((rest, { index, text: found }) => {
    return `${rest.slice(0, index)} ${rest.slice(index + found.length)}`;
  }, text);
}
