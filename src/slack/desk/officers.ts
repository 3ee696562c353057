import type { DeskChannel, Officers } from '../../application/desk/courier.ts';
import type { Clock } from '../../application/ports.ts';
import { errorCode, slackSaid } from '../slack-error.ts';
import type { DeskClient } from './desk-client.ts';

/** So long the members of the desk's channel are remembered, in milliseconds. */
export const MEMBERS_KEPT_MS = 30_000;
/**
 * Who is none of them as remembered may just have been let in: after so long, in milliseconds, Slack is
 * asked anew before anybody is turned away.
 */
export const NOBODY_KEPT_MS = 2_000;
/** Slack gives at most 1,000 (docs.slack.dev/reference/methods/conversations.members). */
const PAGE = 1_000;

/**
 * Who may act: the members of `channel`. However many ask at a time, Slack is asked once. `now` is
 * the machine's clock; default Date.now.
 */
export function createOfficers(
  client: DeskClient,
  channel: string,
  now: Clock = Date.now,
): Officers {
  let known: { readonly members: ReadonlySet<string>; readonly at: number } | undefined;
  let asking: Promise<ReadonlySet<string>> | undefined;
  const ask = async (): Promise<ReadonlySet<string>> => {
    const at = now();
    const members = await membersOf(client, channel);
    known = { members, at };
    return members;
  };
  const members = (keptMs: number): Promise<ReadonlySet<string>> => {
    const age = known ? now() - known.at : Number.POSITIVE_INFINITY;
    if (known && age >= 0 && age < keptMs) return Promise.resolve(known.members);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return {
    isOfficer: async (user) =>
      (await members(MEMBERS_KEPT_MS)).has(user) || (await members(NOBODY_KEPT_MS)).has(user),
    channel: () => channelNow(client, channel),
  };
}

async function membersOf(client: DeskClient, channel: string): Promise<ReadonlySet<string>> {
  const members = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({
      channel,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const member of page.members ?? []) members.add(member);
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return members;
}

async function channelNow(client: DeskClient, id: string): Promise<DeskChannel> {
  try {
    const { channel } = await client.conversations.info({ channel: id });
    if (channel?.is_archived) return { kind: 'archived', id };
    if (!channel?.is_member) return { kind: 'not-a-member', id };
    return { kind: channel.is_private ? 'private' : 'public', id };
  } catch (error) {
    // A private channel that the bot isn't in does not exist for it.
    if (slackSaid(error) === 'channel_not_found') return { kind: 'missing', id };
    return { kind: 'unknown', id, code: errorCode(error) ?? 'no_answer' };
  }
}
