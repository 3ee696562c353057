import type { Desk } from '../application/desk/desk.ts';

/** Which deliveries were taken up already, on all replicas. Slack sends some of them twice; Bolt runs both. */
export interface SeenDeliveries {
  /** Marks a delivery as taken up; false where it was before. Never rejects. */
  takeUp(key: string): Promise<boolean>;
  /** Takes a mark back, where the work came to nothing and may be tried again. */
  forget(key: string): Promise<void>;
}

/**
 * The desk's marks. They are kept for a day: Slack's last retry comes about six minutes after the
 * first delivery (docs.slack.dev/apis/events-api), and the message of a private answer that was
 * shared is gone from the screen by then.
 */
export function seenByDesk(desk: Pick<Desk, 'takeUp' | 'forgetDelivery'>): SeenDeliveries {
  return {
    takeUp: (key) => desk.takeUp(key),
    forget: (key) => desk.forgetDelivery(key),
  };
}
