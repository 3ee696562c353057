import type { Delivery } from '../../application/desk/courier.ts';
import { errorCode, slackSaid } from '../slack-error.ts';

export type Undelivered = Extract<Delivery, { kind: 'later' | 'never' }>;

/**
 * Refusals that stay: of the place, of the person, and of the message itself
 * (docs.slack.dev/reference/methods/chat.postMessage, chat.update and conversations.open). Whatever
 * isn't here, a wrong token or a missing scope too, is for an operator to mend, and the message waits.
 */
const NEVER: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'is_inactive',
  'not_in_channel',
  'thread_not_found',
  'cannot_reply_to_message',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'invalid_user_combination',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'msg_too_long',
  'msg_blocks_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
  'no_text',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
]);

/** Slack's word where a message was deleted, or may not be changed any more. */
const NO_UPDATE: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
]);

/**
 * A call that Slack has not answered in time may still be on its way. So long, in milliseconds, it is
 * given to arrive, or the look before the next post would come too early to see it.
 */
const AFTER_SILENCE_MS = 3_000;

/** How a delivery ends that an error has ended: for good, or to be tried again. */
export function undelivered(error: unknown): Undelivered {
  const said = slackSaid(error);
  if (said !== undefined && NEVER.has(said)) return { kind: 'never', code: said };
  const seconds = secondsToWait(error);
  if (seconds !== undefined) return { kind: 'later', code: 'ratelimited', afterMs: seconds * 1000 };
  const afterMs = isSilence(error) ? AFTER_SILENCE_MS : 0;
  return { kind: 'later', code: said ?? errorCode(error) ?? 'no_answer', afterMs };
}

/** True where a message can't be brought up to date, so that it has to be posted anew. */
export function isGone(error: unknown): boolean {
  return NO_UPDATE.has(slackSaid(error) ?? '');
}

/** Seconds that Slack asks us to wait for, where it does. */
function secondsToWait(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('retryAfter' in error)) return undefined;
  return typeof error.retryAfter === 'number' ? error.retryAfter : undefined;
}

/** True where our own patience ended the call; the client wraps that once or twice. */
function isSilence(error: unknown): boolean {
  let current: unknown = error;
  for (let depth = 0; depth < 4 && current instanceof Error; depth += 1) {
    if (current.name === 'TimeoutError' || current.name === 'AbortError') return true;
    current = 'original' in current ? current.original : current.cause;
  }
  return false;
}
