import { type JsonObject, objectsAt, textAt } from '../json.ts';
import type { Channel, Message } from '../model.ts';
import { TEAM } from '../names.ts';
import { wireChannel, wireStored, wireTombstone } from '../wire.ts';
import { hasBot } from '../workspace.ts';
import { maySee } from './chat.ts';
import { type Answer, accept, type Call, isRefusal, refuse } from './method.ts';

type Right = 'read' | 'history';

const FAMILY: Readonly<Record<Channel['kind'], string>> = {
  public: 'channels',
  private: 'groups',
  im: 'im',
};

/** The scope for what kind of conversation it is; any of them where there is no such one. */
export function scopesFor(right: Right): (call: Call) => readonly string[] {
  return ({ body, workspace }) => {
    const channel = workspace.channel(textAt(body, 'channel'));
    const kinds = channel ? [FAMILY[channel.kind]] : Object.values(FAMILY);
    return kinds.map((family) => `${family}:${right}`);
  };
}

export function info({ body, workspace }: Call): Answer {
  const channel = workspace.channel(textAt(body, 'channel'));
  if (!channel || !maySee(channel)) return refuse('channel_not_found');
  return accept({ channel: wireChannel(channel, isTrue(body.include_num_members)) });
}

export function members({ body, workspace }: Call): Answer {
  const channel = workspace.channel(textAt(body, 'channel'));
  if (!channel || !maySee(channel)) return refuse('channel_not_found');
  const page = pageOf(channel.members, body, { most: 1000, usual: 100 });
  if (isRefusal(page)) return page;
  return accept({ members: page.items, ...page.rest });
}

export function open({ body, workspace }: Call): Answer {
  const users = textAt(body, 'users');
  if (users === '') return openKnown(textAt(body, 'channel'), workspace.channel.bind(workspace));
  const [user, ...more] = users.split(',');
  // Conversations of several people with the bot are nothing that the app makes.
  if (user === undefined || more.length > 0) return refuse('not_enough_users');
  if (user === TEAM.botUser) return refuse('user_not_found');
  const person = workspace.person(user);
  if (!person) return refuse('user_not_found');
  if (person.left) return refuse('user_disabled');
  return opened(workspace.directMessage(user), body);
}

function openKnown(id: string, find: (id: string) => Channel | undefined): Answer {
  if (id === '') return refuse('users_list_not_supplied');
  const channel = find(id);
  return channel?.kind === 'im' ? opened(channel, {}) : refuse('channel_not_found');
}

function opened(channel: Channel, body: JsonObject): Answer {
  const whole = isTrue(body.return_im);
  return accept({ channel: whole ? wireChannel(channel) : { id: channel.id } });
}

export function history(call: Call): Answer {
  const channel = readable(call);
  if (isRefusal(channel)) return channel;
  const roots = call.workspace.messages
    .in(channel.id)
    .filter(({ threadTs, ts, broadcast }) => !threadTs || threadTs === ts || broadcast);
  return messagePage(call, within(roots, call.body).toReversed(), { most: 999, usual: 100 });
}

export function replies(call: Call): Answer {
  const channel = readable(call);
  if (isRefusal(channel)) return channel;
  const root = textAt(call.body, 'ts');
  const { messages } = call.workspace;
  const thread = messages.thread(channel.id, root);
  if (thread.length === 0) return refuse('thread_not_found');
  const page = messagePage(call, within(thread, call.body), { most: 1000, usual: 1000 });
  const first = textAt(call.body, 'cursor') === '' && messages.isTombstone(channel.id, root);
  if (page.refused !== undefined || !first) return page;
  return accept({
    ...page.body,
    messages: [wireTombstone(root), ...objectsAt(page.body, 'messages')],
  });
}

function readable({ body, workspace }: Call): Channel | Answer {
  const channel = workspace.channel(textAt(body, 'channel'));
  if (!channel || !maySee(channel)) return refuse('channel_not_found');
  return hasBot(channel) ? channel : refuse('not_in_channel');
}

function messagePage(
  { body, workspace }: Call,
  messages: readonly Message[],
  size: PageSize,
): Answer {
  const page = pageOf(messages, body, size);
  if (isRefusal(page)) return page;
  const withMetadata = isTrue(body.include_all_metadata);
  return accept({
    messages: page.items.map((message) => wireStored(message, workspace, withMetadata)),
    has_more: page.hasMore,
    ...page.rest,
  });
}

/** Between `oldest` and `latest`, with the ends themselves where `inclusive` says so. */
function within(messages: readonly Message[], body: JsonObject): Message[] {
  const oldest = Number(body.oldest ?? 0);
  const latest = Number(body.latest ?? Number.POSITIVE_INFINITY);
  const inclusive = isTrue(body.inclusive);
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

interface PageSize {
  readonly most: number;
  /** Where no `limit` is given. */
  readonly usual: number;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly rest: JsonObject;
}

function pageOf<T>(
  all: readonly T[],
  { limit = null, cursor = '' }: JsonObject,
  { most, usual }: PageSize,
): Page<T> | Answer {
  const size = limit === null ? usual : Number(limit);
  if (!Number.isInteger(size) || size < 1 || size > most) return refuse('invalid_limit');
  const start = cursor === '' ? 0 : Number(decoded(String(cursor)));
  if (!Number.isInteger(start)) return refuse('invalid_cursor');
  const end = start + size;
  const hasMore = end < all.length;
  const next = hasMore ? Buffer.from(`next:${end}`).toString('base64') : '';
  return {
    items: all.slice(start, end),
    hasMore,
    rest: { response_metadata: { next_cursor: next } },
  };
}

function decoded(cursor: string): string {
  return /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1] ?? 'none';
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}
