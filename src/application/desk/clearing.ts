import type { Clock, Logger } from '../ports.ts';
import type { DeskRecords, RetentionRules } from './desk-records.ts';
import { type Repeated, repeat } from './repeat.ts';

/** A receipt promises days, so once an hour is often enough. In milliseconds. */
const EVERY_MS = 60 * 60_000;

export interface ClearingParts {
  readonly records: Pick<DeskRecords, 'retain'>;
  readonly rules: RetentionRules;
  /** The desk's clock. */
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Empties what was kept long enough, at once and again each hour: a receipt says how long an enquiry
 * is kept, and that must not hang on somebody's remembering a command. Two replicas do no harm.
 */
export function startClearing({ records, rules, clock, logger }: ClearingParts): Repeated {
  return repeat(EVERY_MS, async () => {
    try {
      const { rows } = await records.retain(Math.floor(clock()), rules);
      if (rows > 0) logger.info('What was kept long enough was emptied', { rows });
    } catch (error) {
      const { name } = error instanceof Error ? error : { name: typeof error };
      logger.error('What was kept long enough could not be emptied', { name });
    }
  });
}
