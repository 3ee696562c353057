import type { Changes } from './changes.ts';
import type { Message } from './model.ts';

/** Every message of the workspace, in the order in which they came. */
export interface Messages {
  /** The next time stamp, which is also a message's id: unique, by the workspace's clock. */
  ts(): string;
  /** Keeps a new message, or puts it in place of the one with the same `ts`. */
  keep(message: Omit<Message, 'order'>): Message;
  remove(message: Message): void;
  /** A message that everybody in the channel sees. */
  find(channel: string, ts: string): Message | undefined;
  /** An ephemeral message of one person. */
  findEphemeral(channel: string, ts: string, person: string): Message | undefined;
  /** What everybody sees, oldest first, replies included. */
  in(channel: string): readonly Message[];
  /** What one person sees: that, and their own ephemeral messages. */
  seenBy(person: string, channel: string): readonly Message[];
  /** Root first, then the replies; empty where there is neither. */
  thread(channel: string, rootTs: string): readonly Message[];
}

/** @param now milliseconds since 1970, for time stamps alone. */
export function createMessages(changes: Changes, now: () => number): Messages {
  const kept = new Map<string, Message>();
  let count = 0;
  const key = (channel: string, ts: string): string => `${channel} ${ts}`;
  const seen = (channel: string, person?: string): Message[] =>
    [...kept.values()].filter(
      (message) =>
        message.channel === channel &&
        (message.visibleTo === undefined || message.visibleTo === person),
    );
  return {
    ts() {
      count += 1;
      return `${Math.floor(now() / 1000)}.${String(count).padStart(6, '0')}`;
    },
    keep(message) {
      const place = key(message.channel, message.ts);
      const order = changes.stamp();
      const whole: Message = { ...message, order: kept.get(place)?.order ?? order };
      kept.set(place, whole);
      changes.tell({ kind: 'message', message: whole }, order);
      return whole;
    },
    remove(message) {
      if (kept.delete(key(message.channel, message.ts))) {
        changes.tell({ kind: 'message-gone', message });
      }
    },
    find(channel, ts) {
      const message = kept.get(key(channel, ts));
      return message?.visibleTo === undefined ? message : undefined;
    },
    findEphemeral(channel, ts, person) {
      const message = kept.get(key(channel, ts));
      return message?.visibleTo === person ? message : undefined;
    },
    in: (channel) => seen(channel),
    seenBy: (person, channel) => seen(channel, person),
    thread: (channel, rootTs) =>
      seen(channel).filter(({ ts, threadTs }) => ts === rootTs || threadTs === rootTs),
  };
}
