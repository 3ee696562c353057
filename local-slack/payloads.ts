import { type JsonObject, textAt } from './json.ts';
import type { Channel, Message, Values } from './model.ts';
import { newId, TEAM } from './names.ts';
import { wireMessage } from './wire.ts';
import type { Visitor } from './workspace.ts';

/** What every payload that can be answered carries. */
export interface Handles {
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** A slash command as its form's fields. */
export function slashCommand(
  by: Visitor & { readonly name?: string },
  command: string,
  text: string,
  handles: Handles,
): JsonObject {
  return {
    token: 'verification-token',
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: by.channel.id,
    channel_name: nameOf(by.channel),
    user_id: by.user,
    user_name: by.name ?? 'reporter',
    command,
    text,
    api_app_id: TEAM.appId,
    is_enterprise_install: 'false',
    response_url: handles.responseUrl,
    trigger_id: handles.triggerId,
  };
}

/** An event in its envelope; the id is new unless the same event is sent again. */
export function eventCallback(event: JsonObject, eventId: string = newId('Ev')): JsonObject {
  return {
    token: 'verification-token',
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    api_app_id: TEAM.appId,
    type: 'event_callback',
    event,
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: TEAM.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
}

const CHANNEL_TYPE: Readonly<Record<Channel['kind'], string>> = {
  public: 'channel',
  private: 'group',
  im: 'im',
};

/** What a person writes, as an event of a type; `more` overrides or adds fields. */
export function messageEvent(
  type: 'app_mention' | 'message',
  by: Visitor,
  ts: string,
  text: string,
  more: JsonObject = {},
): JsonObject {
  return {
    type,
    user: by.user,
    text,
    ts,
    team: TEAM.id,
    channel: by.channel.id,
    event_ts: ts,
    ...(type === 'message' ? { channel_type: CHANNEL_TYPE[by.channel.kind] } : {}),
    ...more,
  };
}

/** Where a button was when it was pressed. */
export type Surface =
  /** Slack does not send an ephemeral message along. */
  | { readonly kind: 'ephemeral'; readonly ts: string; readonly threadTs?: string }
  | { readonly kind: 'message'; readonly ts: string; readonly body: JsonObject }
  | { readonly kind: 'view'; readonly view: JsonObject };

/** A press of a button, as Slack tells it. */
export function buttonPress(
  by: Visitor,
  button: JsonObject,
  surface: Surface,
  handles: Handles,
): JsonObject {
  const action = {
    type: 'button',
    block_id: textAt(button, 'block_id') || 'b0',
    action_id: textAt(button, 'action_id'),
    text: button.text,
    value: button.value,
    action_ts: surface.kind === 'view' ? '1.000001' : surface.ts,
  };
  return blockActions(by, action, surface, {}, handles);
}

/** Any element that was used; `values` is the state of the whole surface. */
export function blockActions(
  by: Visitor & { readonly name?: string },
  action: JsonObject,
  surface: Surface,
  values: Values,
  handles: Handles,
): JsonObject {
  const state = surface.kind === 'view' ? {} : { state: { values } };
  return {
    ...common(by, 'block_actions'),
    trigger_id: handles.triggerId,
    ...placeOf(by, surface, handles),
    ...state,
    actions: [action],
  };
}

function placeOf(by: Visitor, surface: Surface, handles: Handles): JsonObject {
  if (surface.kind === 'view') {
    return { container: { type: 'view', view_id: textAt(surface.view, 'id') }, view: surface.view };
  }
  const thread = surface.kind === 'message' ? surface.body.thread_ts : surface.threadTs;
  const container = {
    type: 'message',
    message_ts: surface.ts,
    channel_id: by.channel.id,
    is_ephemeral: surface.kind === 'ephemeral',
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  const own = { type: 'message', ts: surface.ts, user: TEAM.botUser, bot_id: TEAM.botId };
  const message = surface.kind === 'message' ? { message: { ...surface.body, ...own } } : {};
  const channel = { id: by.channel.id, name: nameOf(by.channel) };
  return { container, channel, ...message, response_url: handles.responseUrl };
}

export function viewSubmission(
  by: Pick<Visitor, 'user'> & { readonly name?: string },
  view: JsonObject,
  values: Values,
  triggerId: string,
): JsonObject {
  return {
    ...common(by, 'view_submission'),
    trigger_id: triggerId,
    view: { ...view, state: { values } },
    response_urls: [],
  };
}

export function viewClosed(
  by: Pick<Visitor, 'user'> & { readonly name?: string },
  view: JsonObject,
  isCleared: boolean,
): JsonObject {
  return { ...common(by, 'view_closed'), view, is_cleared: isCleared };
}

/** A shortcut on a message. */
export function messageAction(
  by: Visitor & { readonly name?: string },
  callbackId: string,
  message: Message,
  handles: Handles,
): JsonObject {
  return {
    ...common(by, 'message_action'),
    callback_id: callbackId,
    trigger_id: handles.triggerId,
    response_url: handles.responseUrl,
    message_ts: message.ts,
    channel: { id: by.channel.id, name: nameOf(by.channel) },
    message: wireMessage(message),
    action_ts: `${Math.floor(Date.now() / 1000)}.000000`,
  };
}

/** Slack gives no names of private conversations away. */
function nameOf({ kind, name }: Channel): string {
  if (kind === 'im') return 'directmessage';
  return kind === 'private' ? 'privategroup' : name;
}

function common(by: Pick<Visitor, 'user'> & { readonly name?: string }, type: string): JsonObject {
  const name = by.name ?? 'reporter';
  return {
    type,
    token: 'verification-token',
    api_app_id: TEAM.appId,
    team: { id: TEAM.id, domain: TEAM.domain },
    user: { id: by.user, username: name, name, team_id: TEAM.id },
    enterprise: null,
    is_enterprise_install: false,
  };
}
