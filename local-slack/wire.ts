import type { JsonObject } from './json.ts';
import type { Channel, Message, Person } from './model.ts';
import { SLACKBOT, TEAM } from './names.ts';
import type { Workspace } from './workspace.ts';

/** A message as events, actions and `chat.postMessage` carry it; without its metadata. */
export function wireMessage(message: Message): JsonObject {
  return {
    type: 'message',
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: TEAM.id,
    ...(message.botId ? { bot_id: message.botId, app_id: TEAM.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.edited ? { edited: { ...message.edited } } : {}),
  };
}

/** The same as `conversations.history` gives it: a root knows of its replies. */
export function wireStored(
  message: Message,
  { messages }: Workspace,
  withMetadata: boolean,
): JsonObject {
  const replies = messages
    .thread(message.channel, message.ts)
    .filter(({ ts }) => ts !== message.ts);
  const root = message.threadTs && messages.find(message.channel, message.threadTs);
  return {
    ...wireMessage(message),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ user }) => user))],
          reply_users_count: new Set(replies.map(({ user }) => user)).size,
          latest_reply: replies.at(-1)?.ts ?? null,
        }
      : {}),
    ...(root ? { parent_user_id: root.user } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** What stands above a thread whose first message was deleted. */
export function wireTombstone(ts: string): JsonObject {
  return {
    type: 'message',
    subtype: 'tombstone',
    text: 'This message was deleted.',
    user: SLACKBOT,
    hidden: true,
    ts,
    thread_ts: ts,
  };
}

/** A channel as `conversations.info` gives it. */
export function wireChannel(channel: Channel, withCount = false): JsonObject {
  const [person] = channel.members;
  return {
    id: channel.id,
    ...(channel.kind === 'im' ? { user: person ?? '' } : { name: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_member: channel.members.includes(TEAM.botUser),
    ...(withCount ? { num_members: channel.members.length } : {}),
  };
}

/** A person as `users.info` gives them; `at` is when, for the zone's offset. */
export function wirePerson(person: Person, at: number): JsonObject {
  return {
    id: person.id,
    team_id: TEAM.id,
    name: person.name.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '.'),
    real_name: person.name,
    deleted: person.left === true,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offsetSeconds(person.tz, at),
    is_bot: person.id === TEAM.botUser,
    profile: { real_name: person.name, display_name: person.name, title: person.role },
  };
}

function offsetSeconds(tz: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: tz, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return sign === '-' ? -seconds : seconds;
}
