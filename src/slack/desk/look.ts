import type { Place } from '../send.ts';
import { slackSaid } from '../slack-error.ts';
import type { DeskClient } from './desk-client.ts';

/** Type of the metadata that every message of the outbox carries. */
export const EVENT_TYPE = 'press_enquiry_notice';

/** A message can't be older than its first attempt, but clocks can differ: so much is allowed for. */
const CLOCKS_DIFFER_MS = 60_000;
const PAGE = 200;

/** Names the row of the outbox, and which of its messages this one is, from 0. */
export function metadataOf(id: string, part: number) {
  return { event_type: EVENT_TYPE, event_payload: { id, part } };
}

/**
 * Looks which messages of an outbox row stand in a place already: part number to time stamp. Rejects
 * where Slack doesn't say, so that nothing is posted on a guess.
 */
export async function partsThere(
  client: DeskClient,
  place: Place,
  { id, firstTriedAt }: { readonly id: string; readonly firstTriedAt: number },
): Promise<ReadonlyMap<number, string>> {
  const oldest = ((firstTriedAt - CLOCKS_DIFFER_MS) / 1000).toFixed(6);
  const found = new Map<number, string>();
  let cursor: string | undefined;
  do {
    const page = await readPage(client, place, oldest, cursor);
    for (const message of page.messages ?? []) {
      const part = partOf(message, id);
      if (part !== undefined && message.ts) found.set(part, message.ts);
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return found;
}

interface Page {
  readonly messages?: readonly { readonly ts?: string; readonly metadata?: unknown }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

async function readPage(
  client: DeskClient,
  { channel, thread }: Place,
  oldest: string,
  cursor: string | undefined,
): Promise<Page> {
  const asked = {
    channel,
    oldest,
    limit: PAGE,
    include_all_metadata: true,
    ...(cursor ? { cursor } : {}),
  };
  if (thread === undefined) return client.conversations.history(asked);
  try {
    return await client.conversations.replies({ ...asked, ts: thread });
  } catch (error) {
    // What is posted under a message that was deleted, Slack puts into the channel without a word
    // (slack-go/slack issue 1571).
    if (slackSaid(error) === 'thread_not_found') return client.conversations.history(asked);
    throw error;
  }
}

function partOf({ metadata }: { readonly metadata?: unknown }, id: string): number | undefined {
  const { event_type: type, event_payload: payload } = fields(metadata);
  const { id: of, part } = fields(payload);
  return type === EVENT_TYPE && of === id && typeof part === 'number' ? part : undefined;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
