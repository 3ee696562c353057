import type { Clock } from '../application/ports.ts';

/** Which deliveries were taken up already. Slack sends some of them twice; Bolt runs both. */
export interface SeenDeliveries {
  /** Marks a delivery as taken up; false where it was before, within the time to live. */
  takeUp(key: string): boolean;
  /** Takes a mark back, where the work came to nothing and may be tried again. */
  forget(key: string): void;
}

/**
 * Slack's last retry comes about six minutes after the first delivery
 * (docs.slack.dev/apis/events-api): ten minutes are more than that.
 */
export const TIME_TO_LIVE_MS: number = 10 * 60 * 1000;

/** More deliveries than come in ten minutes; beyond it the oldest marks go, never the process. */
export const MOST_DELIVERIES = 10_000;

export function createSeenDeliveries(
  clock: Clock,
  limit: number = MOST_DELIVERIES,
  timeToLiveMs: number = TIME_TO_LIVE_MS,
): SeenDeliveries {
  // A Map keeps the order of its insertions, which here is that of time.
  const seen = new Map<string, number>();
  const dropOld = (now: number): void => {
    for (const [key, at] of seen) {
      if (seen.size <= limit && now - at < timeToLiveMs) return;
      seen.delete(key);
    }
  };
  return {
    takeUp(key) {
      const now = clock();
      dropOld(now);
      if (seen.has(key)) return false;
      seen.set(key, now);
      dropOld(now);
      return true;
    },
    forget(key) {
      seen.delete(key);
    },
  };
}
