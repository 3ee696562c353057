import type { EpochMs } from '../../domain/release.ts';
import type { Workings } from './parts.ts';
import { type Repeated, repeat } from './repeat.ts';
import { within } from './within.ts';

/** Something that is due at times; done once each second, by the desk's clock. */
export interface Job {
  /** A constant sentence for the log, where it comes to nothing. */
  readonly failure: string;
  /** May reject: the next second is another try. */
  run(at: EpochMs): Promise<void>;
}

const EVERY_MS = 1_000;
/** A job that hangs must not stop the others for ever. */
const JOB_WITHIN_MS = 10_000;

/** Does the jobs one after the other, each second; what fails or hangs holds up nothing else. */
export function startTicking(workings: Workings, jobs: readonly Job[]): Repeated {
  const alone = jobs.map(notTwiceAtATime);
  return repeat(EVERY_MS, async () => {
    for (const job of alone) {
      try {
        await within(JOB_WITHIN_MS, () => job.run(workings.clock()));
      } catch (error) {
        workings.trouble.failed(job.failure, error);
      }
    }
  });
}

/** A job that is still at work when its turn comes again, since something hangs, is left at it. */
function notTwiceAtATime(job: Job): Job {
  let running = false;
  return {
    failure: job.failure,
    async run(at) {
      if (running) return;
      running = true;
      try {
        await job.run(at);
      } finally {
        running = false;
      }
    },
  };
}
