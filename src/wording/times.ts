import { deadlineInWords } from '../domain/deadline-in-words.ts';
import type { Office } from '../domain/office.ts';
import type { EpochMs } from '../domain/release.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "Friday 27 November 2026, 6:00pm", "…, 12:00 noon": nothing is left to guess, whenever it is read. In
 * the same words as the deadline's own reading back.
 */
export function fullTime(office: Pick<Office, 'zone'>, instant: EpochMs): string {
  return deadlineInWords(instant, office.zone);
}

/**
 * "1 hour 10 minutes left", "passed 20 minutes ago": what is left until a deadline, as seen from
 * `at`, in whole minutes, rounded so that nobody is promised more time than there is.
 */
export function leftInWords(deadline: EpochMs, at: EpochMs): string {
  const left = deadline - at;
  return left > 0 ? `${spanInWords(left)} left` : `passed ${spanInWords(-left)} ago`;
}

/** "2 days 3 hours", "1 hour 10 minutes", "less than a minute"; never negative. */
export function spanInWords(ms: number): string {
  if (ms < MINUTE) return 'less than a minute';
  const [large, small] =
    ms >= DAY
      ? [counted(ms / DAY, 'day'), counted((ms % DAY) / HOUR, 'hour')]
      : [counted(ms / HOUR, 'hour'), counted((ms % HOUR) / MINUTE, 'minute')];
  return [large, small].filter((each) => each !== '').join(' ');
}

function counted(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  if (whole === 0) return '';
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
