import { randomUUID } from 'node:crypto';
import type { JsonObject } from './json.ts';

/** Names that never change: the team, the app and its bot user. */
export const TEAM = {
  id: 'T0TEAM',
  domain: 'newsroom',
  appId: 'A0APP',
  botId: 'B0BOT',
  botUser: 'U0BOT',
} as const;

/** The credentials that this Slack accepts, besides the signing secret. */
export const SECRETS = {
  botToken: 'xoxb-1111111111-2222222222-localslack',
  appToken: 'xapp-1-A0APP-3333333333-localslack',
  signingSecret: '0123456789abcdef0123456789abcdef',
} as const;

export interface Channel {
  readonly id: string;
  readonly kind: 'channel' | 'im';
  /** Whether the bot is in it. */
  readonly member: boolean;
}

/** A person in a channel: what most of a payload is made of. */
export interface Person {
  readonly user: string;
  readonly channel: Channel;
}

/** A message as this Slack keeps it. */
export interface Kept {
  readonly channel: string;
  readonly ts: string;
  readonly body: JsonObject;
}

/** All that lasts between two requests of the app. */
export interface Workspace {
  /** A new person in a new channel with the bot in it, unless told otherwise. */
  person(kind?: Channel['kind'], member?: boolean): Person;
  channel(id: string): Channel | undefined;
  /** The next time stamp, which is also a message's id. */
  ts(): string;
  keep(message: Kept): void;
  message(channel: string, ts: string): Kept | undefined;
  readonly views: Map<string, JsonObject>;
  /** Home tabs by user. */
  readonly homes: Map<string, JsonObject>;
}

/** A new id as Slack makes them: one letter, then capitals and digits. */
export function newId(letter: string): string {
  return `${letter}${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}

export function createWorkspace(): Workspace {
  const channels = new Map<string, Channel>();
  const messages = new Map<string, Kept>();
  let count = 0;
  return {
    person(kind = 'channel', member = true) {
      const channel: Channel = { id: newId(kind === 'im' ? 'D' : 'C'), kind, member };
      channels.set(channel.id, channel);
      return { user: newId('U'), channel };
    },
    channel: (id) => channels.get(id),
    ts() {
      count += 1;
      return `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`;
    },
    keep(message) {
      messages.set(`${message.channel} ${message.ts}`, message);
    },
    message: (channel, ts) => messages.get(`${channel} ${ts}`),
    views: new Map(),
    homes: new Map(),
  };
}
