import type { Changes } from './changes.ts';
import type { JsonObject } from './json.ts';
import type { Message } from './model.ts';

/** Every message of the workspace, in the order in which they came. */
export interface Messages {
  /** The next time stamp, which is also a message's id: unique, by the workspace's clock. */
  ts(): string;
  /** Keeps a new message, or puts it in place of the one with the same `ts`. */
  keep(message: Omit<Message, 'order'>): Message;
  /** The blocks that a message had before it was last changed: what stands on a screen that lags. */
  blocksBefore(channel: string, ts: string): readonly JsonObject[];
  /** Of a message with replies the thread is left; the thread of any other goes with it. */
  remove(message: Message): void;
  /** True where a message was removed and left no thread: Slack takes no reply to it. */
  isGone(channel: string, ts: string): boolean;
  /** True where a message was removed and its replies are still there. */
  isTombstone(channel: string, ts: string): boolean;
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
  const before = new Map<string, readonly JsonObject[]>();
  const removed = new Set<string>();
  let count = 0;
  const key = (channel: string, ts: string): string => `${channel} ${ts}`;
  const seen = (channel: string, person?: string): Message[] =>
    [...kept.values()].filter(
      (message) =>
        message.channel === channel &&
        (message.visibleTo === undefined || message.visibleTo === person),
    );
  const hasReplies = (channel: string, rootTs: string): boolean =>
    seen(channel).some(({ ts, threadTs }) => threadTs === rootTs && ts !== rootTs);
  return {
    ts() {
      count += 1;
      return `${Math.floor(now() / 1000)}.${String(count).padStart(6, '0')}`;
    },
    keep(message) {
      const place = key(message.channel, message.ts);
      const order = changes.stamp();
      const old = kept.get(place);
      const whole: Message = { ...message, order: old?.order ?? order };
      if (old) before.set(place, old.blocks);
      kept.set(place, whole);
      changes.tell({ kind: 'message', message: whole }, order);
      return whole;
    },
    blocksBefore: (channel, ts) => before.get(key(channel, ts)) ?? [],
    remove(message) {
      const place = key(message.channel, message.ts);
      before.delete(place);
      if (kept.delete(place)) {
        removed.add(place);
        changes.tell({ kind: 'message-gone', message });
      }
    },
    isGone: (channel, ts) => removed.has(key(channel, ts)) && !hasReplies(channel, ts),
    isTombstone: (channel, ts) => removed.has(key(channel, ts)) && hasReplies(channel, ts),
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
