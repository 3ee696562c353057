import type { Desk } from './desk.ts';
import type { Workings } from './parts.ts';
import { within } from './within.ts';

/** Longest wait for the store, in milliseconds: the acknowledgement waits for this. */
const TAKE_UP_WITHIN_MS = 500;
/** Most deliveries that this process remembers by itself; the oldest goes first. */
const MOST_REMEMBERED = 5_000;

/**
 * Which of Slack's deliveries were taken up, on all replicas. While the store is away this process's
 * own memory has to do: a reply twice is better than none.
 */
export function createDeliveries(workings: Workings): Pick<Desk, 'takeUp' | 'forgetDelivery'> {
  const { store, team, clock, trouble } = workings;
  const taken = new Set<string>();
  return {
    async takeUp(key) {
      if (taken.has(key)) return false;
      taken.add(key);
      const [oldest] = taken;
      if (taken.size > MOST_REMEMBERED && oldest !== undefined) taken.delete(oldest);
      try {
        return await within(TAKE_UP_WITHIN_MS, () => store.takeUp(team, key, clock()));
      } catch (error) {
        trouble.failed('A delivery could not be marked as taken up', error);
        return true;
      }
    },
    async forgetDelivery(key) {
      taken.delete(key);
      try {
        await within(TAKE_UP_WITHIN_MS, () => store.forgetDelivery(team, key));
      } catch (error) {
        trouble.failed('A delivery’s mark could not be taken back', error);
      }
    },
  };
}
