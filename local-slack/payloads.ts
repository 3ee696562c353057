import { type Json, type JsonObject, textAt } from './json.ts';
import { newId, TEAM } from './names.ts';
import type { Visitor } from './workspace.ts';

/** What every payload that can be answered carries. */
export interface Handles {
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** A slash command as its form's fields. */
export function slashCommand(
  by: Visitor,
  command: string,
  text: string,
  handles: Handles,
): JsonObject {
  return {
    token: 'verification-token',
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: by.channel.id,
    channel_name: by.channel.kind === 'im' ? 'directmessage' : 'newsdesk',
    user_id: by.user,
    user_name: 'reporter',
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
    ...(type === 'message' ? { channel_type: by.channel.kind } : {}),
    ...more,
  };
}

/** Where a button was when it was pressed. */
export type Surface =
  /** Slack does not send an ephemeral message along. */
  | { readonly kind: 'ephemeral'; readonly ts: string }
  | { readonly kind: 'message'; readonly ts: string; readonly body: JsonObject }
  | { readonly kind: 'view'; readonly view: JsonObject };

/** A press of a button, as Slack tells it. */
export function blockActions(
  by: Visitor,
  button: JsonObject,
  surface: Surface,
  handles: Handles,
): JsonObject {
  return {
    ...common(by, 'block_actions'),
    trigger_id: handles.triggerId,
    ...placeOf(by, surface, handles),
    state: { values: {} },
    actions: [
      {
        type: 'button',
        block_id: textAt(button, 'block_id') || 'b0',
        action_id: textAt(button, 'action_id'),
        text: button.text,
        value: button.value,
        action_ts: surface.kind === 'view' ? '1.000001' : surface.ts,
      },
    ],
  };
}

function placeOf(by: Visitor, surface: Surface, handles: Handles): JsonObject {
  if (surface.kind === 'view') {
    return { container: { type: 'view', view_id: textAt(surface.view, 'id') }, view: surface.view };
  }
  const thread = surface.kind === 'message' ? surface.body.thread_ts : undefined;
  const container = {
    type: 'message',
    message_ts: surface.ts,
    channel_id: by.channel.id,
    is_ephemeral: surface.kind === 'ephemeral',
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  const message =
    surface.kind === 'message'
      ? {
          message: {
            ...surface.body,
            type: 'message',
            ts: surface.ts,
            user: TEAM.botUser,
            bot_id: TEAM.botId,
          },
        }
      : {};
  const channel = { id: by.channel.id, name: 'newsdesk' };
  return { container, channel, ...message, response_url: handles.responseUrl };
}

/** What is typed into a modal, by block and action id, as Slack keeps it. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export function viewSubmission(
  by: Visitor,
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

function common(by: Visitor, type: string): JsonObject {
  return {
    type,
    token: 'verification-token',
    api_app_id: TEAM.appId,
    team: { id: TEAM.id, domain: TEAM.domain },
    user: { id: by.user, username: 'reporter', name: 'reporter', team_id: TEAM.id },
    enterprise: null,
    is_enterprise_install: false,
  };
}
