import { Temporal } from 'temporal-polyfill';
import type { DeadlineProblem } from '../domain/refusals.ts';
import type { EpochMs } from '../domain/release.ts';
import type { Result } from '../domain/result.ts';
import { ok, refused } from '../domain/result.ts';
import { type Found, findTimes } from './find-times.ts';
import { plainEnglish } from './plain-english.ts';
import { dateMeant } from './said-day.ts';
import { type Meant, meant } from './said-time.ts';
import { type Saying, takeSayings } from './sayings.ts';

export interface ReadAs {
  /** Now, by the desk's clock. */
  readonly at: EpochMs;
  /** IANA zone of the office: clock times are of that zone unless another is said. */
  readonly zone: string;
  /** When the office closes, in minutes after midnight in `zone`: what "close of business" means. */
  readonly closes: number;
}

/** Characters beyond which a text is not looked at. */
const LONGEST = 200;

/** Places of other clocks: "6pm New York" is no time in London, and "the New York Times" may be meant. */
const ELSEWHERE =
  /\b(?:new york|washington|chicago|los angeles|california|toronto|paris|brussels|berlin|rome|madrid|amsterdam|geneva|moscow|dubai|delhi|mumbai|singapore|hong kong|beijing|tokyo|sydney|melbourne|auckland|eastern|pacific)\b/i;

/**
 * What makes a text say more of time than was read in it: then nothing is read at all, as half of
 * what somebody said is a guess.
 */
const UNREAD =
  /\d|\b(?:weeks?|weekend|fortnight|months?|years?|\w*days?|eve|hours?|hrs?|mins?|minutes?|seconds?|after|ago|last(?! minute)|next|past|half|quarter|hence|between|until|not?|except|now|yesterday|midnight|noon|am|pm|mon|tues?|wedn?|thu(?:rs)?|fri|tom\w*|yest|jan(?:uary)?|feb(?:ruary)?|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|local)\b|(?<!\b(?:uk|london|british) )\btime\b/;

/**
 * Reads a deadline as people say it, as at now: "6pm", "in 40 min", "noon tomorrow", "COB Friday".
 *
 * Nothing is guessed. A clock time without a day is today's, and where that is over it is `past`. A
 * day needs a time of day; "asap", "tonight" and "first thing" are none. "10:30" and "06:30" are of a
 * clock with 24 hours; "at 6" and "6:30" are read only where one half of the day is still ahead, and
 * where the other was over an hour ago; "midnight Friday" and "next Friday" only where one day can be
 * meant. "Close of business", "end of play" and "end of the day" are the
 * office's closing time, the earliest that they can mean. The Today programme begins at 6am from
 * Monday to Friday and at 7am on Saturday (BBC Radio 4's schedule). Of a time that exists twice, and
 * for one that does not exist, when the clocks change, the earlier instant is taken. Other words
 * don't matter unless they speak of time too.
 */
export function readDeadline(
  text: string,
  { at, zone, closes }: ReadAs,
): Result<EpochMs, DeadlineProblem> {
  if (text.trim() === '') return refused('empty');
  if (text.length > LONGEST) return refused('unreadable');
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
  const today = now.toPlainDate();
  const plain = plainEnglish(text, today);
  if (VAGUE.test(plain) || ELSEWHERE.test(plain)) return refused('unreadable');
  const named = takeSayings(plain);
  const found = findTimes(named.rest, today);
  if (found.range || UNREAD.test(found.rest)) return refused('unreadable');
  return oneOf(instantsMeant(found, named.found, { plain, now, closes }), now);
}

/**
 * Chrono reads "a few hours" as three of them, "6.5pm" as 6:05pm, "next week" as this day of it, "evening of
 * 30 Nov" as today's, of
 * "half an hour before 6pm" the half hour, and a quarter as three months. "6pm for Monday's paper" is 6pm on Sunday as a rule.
 */
const VAGUE =
  /\b(?:a few|several|some) |\bquarter\b|(?:day|\b(?:tomorrow|tmrw|mon|tues?|wed|thurs?|fri|sat|sun)) (?:papers?|editions?|issues?)\b|\d[.:]\d ?[ap]m|\b(?:this|next) (?:week|month|year)\b|\b(?:morning|afternoon|evening|night) of\b|\b(?:h|m|min|hr|minute|hour)s? before\b|\b(?:today|tomorrow|tmrw|[a-z]+day)'s (?!today program|\d)/;

interface Said {
  readonly plain: string;
  readonly now: Temporal.ZonedDateTime;
  readonly closes: number;
}

/** Every instant that can be meant; none where it can't be told. */
function instantsMeant(found: Found, sayings: readonly Saying[], said: Said): readonly EpochMs[] {
  const times = found.clocks.length + sayings.length;
  if (found.lengths.length > 0) {
    if (times > 0 || found.days.length > 0) return [];
    return distinct(found.lengths).map((length) => said.now.epochMilliseconds + length);
  }
  const dates = found.days.map((day) => dateMeant(day, said.now.toPlainDate()));
  const [date, ...otherDates] = dates;
  if (otherDates.some((other) => !date || !other?.equals(date))) return [];
  if (found.days.length > 0 && date === undefined) return [];
  const meanings: readonly Meant[] = [...found.clocks, ...sayings];
  const instants = meanings.map((meaning) => meant(meaning, date, said));
  return agreed(instants);
}

/** One time may be said twice ("6pm (18:00)"), but two times are none. */
function agreed(instants: readonly (readonly EpochMs[])[]): readonly EpochMs[] {
  const [first = [], ...others] = instants;
  return first.filter((instant) => others.every((other) => other.includes(instant)));
}

function oneOf(
  instants: readonly EpochMs[],
  now: Temporal.ZonedDateTime,
): Result<EpochMs, DeadlineProblem> {
  if (instants.length === 0) return refused('unreadable');
  if (!instants.every(Number.isFinite)) return refused('too-far');
  const [first, ...more] = instants.filter((instant) => instant > now.epochMilliseconds);
  if (first === undefined) return refused('past');
  if (more.length > 0) return refused('unreadable');
  return first > now.add({ years: 1 }).epochMilliseconds ? refused('too-far') : ok(first);
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)];
}
