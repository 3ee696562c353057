import type { Dispatch } from './dispatch.ts';
import type { JsonObject } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { Channel, Delivery, Message } from './model.ts';
import { TEAM } from './names.ts';
import { eventCallback } from './payloads.ts';
import { wireMessage } from './wire.ts';
import { hasBot, type Workspace } from './workspace.ts';

/** Tells the app what it has subscribed to and may know. Each gives the deliveries it made. */
export interface Events {
  posted(message: Message): Promise<Delivery[]>;
  changed(message: Message, before: Message): Promise<Delivery[]>;
  deleted(message: Message): Promise<Delivery[]>;
  homeOpened(person: string): Promise<Delivery[]>;
}

interface Parts {
  readonly manifest: Manifest;
  readonly workspace: Workspace;
  readonly dispatch: Dispatch;
}

interface Family {
  readonly type: 'channel' | 'group' | 'im';
  readonly event: string;
  readonly scope: string;
}

/** What Slack calls each kind of conversation in events and scopes. */
const FAMILY: Readonly<Record<Channel['kind'], Family>> = {
  public: { type: 'channel', event: 'message.channels', scope: 'channels:history' },
  private: { type: 'group', event: 'message.groups', scope: 'groups:history' },
  im: { type: 'im', event: 'message.im', scope: 'im:history' },
};

export function createEvents(parts: Parts): Events {
  const { manifest, workspace, dispatch } = parts;
  const gets = (event: string, scope?: string): boolean =>
    manifest.events.includes(event) && (scope === undefined || manifest.scopes.includes(scope));
  const send = (events: readonly JsonObject[]): Promise<Delivery[]> =>
    Promise.all(
      dispatch.isReached() ? events.map((event) => dispatch.event(eventCallback(event))) : [],
    );
  /** The channel as far as the app hears of what is said there. */
  const heard = (message: Message): (Channel & { readonly family: Family }) | undefined => {
    const channel = workspace.channel(message.channel);
    if (!channel || !hasBot(channel) || message.visibleTo !== undefined) return undefined;
    return { ...channel, family: FAMILY[channel.kind] };
  };
  const asMessage = (message: Message, fields: JsonObject): JsonObject[] => {
    const channel = heard(message);
    if (!channel || !gets(channel.family.event, channel.family.scope)) return [];
    const common = { channel: channel.id, channel_type: channel.family.type };
    return [{ type: 'message', ...fields, ...common }];
  };
  return {
    posted: (message) =>
      send([
        ...mentions(message, heard(message), gets('app_mention', 'app_mentions:read')),
        ...asMessage(message, { ...wireMessage(message), event_ts: message.ts }),
      ]),
    changed: (message, before) =>
      send(
        asMessage(message, {
          subtype: 'message_changed',
          message: wireMessage(message),
          previous_message: wireMessage(before),
          hidden: true,
          ...now(workspace),
        }),
      ),
    deleted: (message) =>
      send(
        asMessage(message, {
          subtype: 'message_deleted',
          deleted_ts: message.ts,
          previous_message: wireMessage(message),
          hidden: true,
          ...now(workspace),
        }),
      ),
    homeOpened: (person) => send(gets('app_home_opened') ? [homeEvent(workspace, person)] : []),
  };
}

/** A mention is told only where the bot is in the channel, and never in a direct message. */
function mentions(message: Message, channel: Channel | undefined, gets: boolean): JsonObject[] {
  const named = message.text.includes(`<@${TEAM.botUser}>`) && message.user !== TEAM.botUser;
  if (!gets || !named || !channel || channel.kind === 'im') return [];
  const { ts } = message;
  return [{ ...wireMessage(message), type: 'app_mention', channel: channel.id, event_ts: ts }];
}

function now({ messages }: Workspace): JsonObject {
  const ts = messages.ts();
  return { ts, event_ts: ts };
}

function homeEvent(workspace: Workspace, person: string): JsonObject {
  const view = workspace.views.home(person);
  return {
    type: 'app_home_opened',
    user: person,
    channel: workspace.directMessage(person).id,
    tab: 'home',
    ...(view ? { view } : {}),
    event_ts: workspace.messages.ts(),
  };
}
