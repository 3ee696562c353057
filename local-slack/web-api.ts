import { faultsOfMessage, faultsOfView, isTooLong } from './block-kit.ts';
import { isObject, type JsonObject, objectsAt, textAt } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Tickets } from './tickets.ts';
import { newId, SECRETS, TEAM } from './names.ts';
import type { Workspace } from './workspace.ts';

/** What a method answers, and for the journal why it refused. */
export interface Answer {
  readonly body: JsonObject;
  /** `invalid_blocks: a section has neither text nor fields`. */
  readonly refused?: string;
}

export interface WebApiParts {
  readonly workspace: Workspace;
  readonly tickets: Tickets;
  /** A WebSocket address that may be opened once. */
  readonly socketUrl: () => string;
}

type Method = (body: JsonObject, parts: WebApiParts) => Answer;

/** Answers one call as Slack does: the token first, then the method's own rules. */
export function answerCall(
  method: string,
  token: string,
  body: JsonObject,
  parts: WebApiParts,
): Answer {
  const handle = METHODS[method];
  if (!handle) return refuse('unknown_method');
  if (token === '') return refuse('not_authed');
  const right = method === 'apps.connections.open' ? SECRETS.appToken : SECRETS.botToken;
  return token === right ? handle(body, parts) : refuse('invalid_auth');
}

/** What is wrong with a message's text and blocks; the first word is Slack's error. */
export function faultOfMessage(body: JsonObject): string | undefined {
  const blocks = objectsAt(body, 'blocks');
  const text = textAt(body, 'text');
  if (text === '' && blocks.length === 0) return 'no_text';
  if (text === '') return 'missing_text: blocks without text for notifications and screen readers';
  if (text.length > LIMITS.messageText) return `msg_too_long: ${text.length} characters`;
  if (isTooLong(blocks)) return 'msg_blocks_too_long';
  const faults = faultsOfMessage(blocks);
  return faults.length > 0 ? `invalid_blocks: ${faults.join('; ')}` : undefined;
}

const METHODS: Readonly<Record<string, Method | undefined>> = {
  'api.test': () => accept({}),
  'auth.test': () =>
    accept({
      url: 'https://newsroom.slack.example/',
      team: TEAM.domain,
      team_id: TEAM.id,
      user: 'hmicfrs',
      user_id: TEAM.botUser,
      bot_id: TEAM.botId,
      is_enterprise_install: false,
    }),
  'apps.connections.open': (_, { socketUrl }) => accept({ url: socketUrl() }),
  'bots.info': () => accept({ bot: { id: TEAM.botId, app_id: TEAM.appId, user_id: TEAM.botUser } }),
  'team.info': () => accept({ team: { id: TEAM.id, domain: TEAM.domain } }),
  'users.info': (body) =>
    accept({
      user: { id: textAt(body, 'user'), name: 'reporter', is_bot: false, tz: 'Europe/London' },
    }),
  'conversations.info': (body, { workspace }) => {
    const channel = workspace.channel(textAt(body, 'channel'));
    if (!channel) return refuse('channel_not_found');
    return accept({
      channel: { id: channel.id, is_im: channel.kind === 'im', is_member: channel.member },
    });
  },
  'chat.postMessage': (body, parts) => post(body, parts, 'message'),
  'chat.postEphemeral': (body, parts) => post(body, parts, 'ephemeral'),
  'chat.update': (body, { workspace }) => {
    const channel = textAt(body, 'channel');
    const ts = textAt(body, 'ts');
    if (!workspace.message(channel, ts)) return refuse('message_not_found');
    const fault = faultOfMessage(body);
    if (fault) return refuse(fault);
    workspace.keep({ channel, ts, body });
    return accept({ channel, ts, text: body.text });
  },
  'views.open': (body, parts) => open(body, parts),
  'views.push': (body, parts) => open(body, parts),
  'views.update': (body, { workspace }) => {
    const id = textAt(body, 'view_id');
    return workspace.views.has(id) ? keepView(id, body, workspace) : refuse('not_found');
  },
  'views.publish': (body, { workspace }) => {
    const answer = keepView(newId('V'), body, workspace);
    if (isObject(answer.body.view)) workspace.homes.set(textAt(body, 'user_id'), answer.body.view);
    return answer;
  },
};

function accept(fields: JsonObject): Answer {
  return { body: { ok: true, ...fields } };
}

function refuse(reason: string): Answer {
  return { body: { ok: false, error: reason.split(':')[0] ?? reason }, refused: reason };
}

function post(body: JsonObject, { workspace }: WebApiParts, kind: 'message' | 'ephemeral'): Answer {
  const channel = workspace.channel(textAt(body, 'channel'));
  if (!channel) return refuse('channel_not_found');
  if (!channel.member) return refuse('not_in_channel');
  const fault = faultOfMessage(body);
  if (fault) return refuse(fault);
  const ts = workspace.ts();
  if (kind === 'ephemeral') return accept({ message_ts: ts });
  workspace.keep({ channel: channel.id, ts, body });
  const message = { ...body, type: 'message', ts, user: TEAM.botUser, bot_id: TEAM.botId };
  return accept({ channel: channel.id, ts, message });
}

function open(body: JsonObject, { workspace, tickets }: WebApiParts): Answer {
  const stale = tickets.useTrigger(textAt(body, 'trigger_id'));
  return stale ? refuse(stale) : keepView(newId('V'), body, workspace);
}

function keepView(id: string, body: JsonObject, workspace: Workspace): Answer {
  const { view } = body;
  if (!isObject(view)) return refuse('invalid_arguments: there is no view');
  const faults = faultsOfView(view);
  if (faults.length > 0) return refuse(`invalid_blocks: ${faults.join('; ')}`);
  const kept = {
    ...view,
    id,
    team_id: TEAM.id,
    app_id: TEAM.appId,
    bot_id: TEAM.botId,
    hash: newId('H'),
  };
  workspace.views.set(id, kept);
  return accept({ view: kept });
}
