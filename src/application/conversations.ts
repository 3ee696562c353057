import type { EpochMs } from '../domain/release.ts';

/** What each conversation was last about, so that "and out of hours?" can go on from it. */
export interface Conversations {
  /** What was last answered there; undefined where nothing was, or too long ago. */
  topic(conversation: string, at: EpochMs): Topic | undefined;
  remember(conversation: string, topic: Topic, at: EpochMs): void;
}

export interface Topic {
  /** `release/id` of the entry that was given. */
  readonly entryKey: string;
  /** What a person would call it. */
  readonly title: string;
}

/** After so long a silence, in milliseconds, a short question starts afresh. */
const FORGOTTEN_AFTER_MS = 10 * 60 * 1000;
/** Most conversations that are remembered; the one longest silent goes first. */
const MOST_CONVERSATIONS = 2_000;

/** Remembers in this process alone: what is lost with it costs a person one longer question. */
export function createConversations(): Conversations {
  const last = new Map<string, { topic: Topic; at: EpochMs }>();
  return {
    topic(conversation, at) {
      const known = last.get(conversation);
      return known && at - known.at <= FORGOTTEN_AFTER_MS && at >= known.at
        ? known.topic
        : undefined;
    },
    remember(conversation, topic, at) {
      last.delete(conversation);
      last.set(conversation, { topic, at });
      const [oldest] = last.keys();
      if (last.size > MOST_CONVERSATIONS && oldest !== undefined) last.delete(oldest);
    },
  };
}
