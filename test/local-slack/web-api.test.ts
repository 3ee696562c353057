import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHODS } from '../../local-slack/methods/table.ts';
import { SECRETS, TEAM } from '../../local-slack/names.ts';
import {
  actions,
  button,
  call,
  clientOf,
  EVERYTHING,
  home,
  modal,
  type Newsroom,
  openNewsroom,
  section,
} from './support/newsroom.ts';

type Body = Record<string, unknown>;
type Case = readonly [method: string, error: string, how: string, body: (room: Made) => Body];

/** A newsroom in which somebody has said something already. */
interface Made extends Newsroom {
  /** Of the bot, in the desk. */
  readonly posted: string;
  /** Of the reporter, in the desk. */
  readonly said: string;
  /** Somebody who has left the workspace. */
  readonly gone: string;
  trigger(state?: 'late' | 'spent' | 'of a modal'): string;
}

const long = (length: number): string => 'a'.repeat(length);
const inDesk = ({ desk }: Made): Body => ({ channel: desk.id });
const inNowhere = (): Body => ({ channel: 'C0NOWHERE', text: 'x' });
const message = (fields: Body) => (room: Made) => ({ ...inDesk(room), ...fields });
const blocks = (...some: readonly object[]) => message({ text: 'x', blocks: some });
const own = (fields: Body) => (room: Made) => ({
  ...inDesk(room),
  ts: room.posted,
  text: 'x',
  ...fields,
});
const opening = (view: object) => (room: Made) => ({ trigger_id: room.trigger(), view });
const GOOD = modal(section('x'));

/** Every refusal of every method, in Slack's words. */
const REFUSALS: readonly Case[] = [
  ['chat.postMessage', 'invalid_arguments', 'without a channel', () => ({ text: 'x' })],
  ['chat.postMessage', 'channel_not_found', 'nowhere', inNowhere],
  [
    'chat.postMessage',
    'channel_not_found',
    'in a private channel of others',
    (room) => ({ channel: room.secret.id, text: 'x' }),
  ],
  [
    'chat.postMessage',
    'not_in_channel',
    'where the bot is not',
    (room) => ({ channel: room.elsewhere.id, text: 'x' }),
  ],
  [
    'chat.postMessage',
    'is_archived',
    'in an archive',
    (room) => ({ channel: room.archived.id, text: 'x' }),
  ],
  ['chat.postMessage', 'no_text', 'without a word', inDesk],
  ['chat.postMessage', 'msg_too_long', 'of 40,001 characters', message({ text: long(40_001) })],
  [
    'chat.postMessage',
    'msg_blocks_too_long',
    'with 15,000 characters in blocks',
    blocks(...Array.from({ length: 5 }, () => section(long(3000)))),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'with 51 blocks',
    blocks(...Array.from({ length: 51 }, () => ({ type: 'divider' }))),
  ],
  [
    'chat.postMessage',
    'invalid_blocks_format',
    'with blocks that are no list',
    message({ text: 'x', blocks: 'none' }),
  ],
  [
    'chat.postMessage',
    'invalid_metadata_format',
    'with metadata that are no object',
    message({ text: 'x', metadata: 'none' }),
  ],
  [
    'chat.postMessage',
    'invalid_metadata_schema',
    'with metadata without a type',
    message({ text: 'x', metadata: { event_payload: {} } }),
  ],
  [
    'chat.postMessage',
    'invalid_metadata_schema',
    'with metadata without a payload',
    message({ text: 'x', metadata: { event_type: 'enquiry' } }),
  ],
  [
    'chat.postMessage',
    'invalid_metadata_schema',
    'with a full stop in the type of its metadata',
    message({ text: 'x', metadata: { event_type: 'press.enquiry', event_payload: {} } }),
  ],
  ['chat.postEphemeral', 'invalid_arguments', 'for nobody', message({ text: 'x' })],
  [
    'chat.postEphemeral',
    'channel_not_found',
    'nowhere',
    (room) => ({ ...inNowhere(), user: room.reporter.id }),
  ],
  [
    'chat.postEphemeral',
    'not_in_channel',
    'where the bot is not',
    (room) => ({ channel: room.elsewhere.id, user: room.reporter.id, text: 'x' }),
  ],
  [
    'chat.postEphemeral',
    'is_archived',
    'in an archive',
    (room) => ({ channel: room.archived.id, user: room.reporter.id, text: 'x' }),
  ],
  [
    'chat.postEphemeral',
    'user_not_found',
    'for a stranger',
    message({ user: 'U0NOBODY', text: 'x' }),
  ],
  [
    'chat.postEphemeral',
    'user_not_found',
    'for somebody who has left the workspace',
    (room) => ({ ...inDesk(room), user: room.gone, text: 'x' }),
  ],
  [
    'chat.postEphemeral',
    'user_not_in_channel',
    'for somebody who is not there',
    (room) => ({ channel: room.direct.id, user: room.officer.id, text: 'x' }),
  ],
  [
    'chat.postEphemeral',
    'no_text',
    'without a word',
    (room) => ({ ...inDesk(room), user: room.reporter.id }),
  ],
  [
    'chat.postEphemeral',
    'invalid_blocks',
    'with an unknown block',
    (room) => ({ ...inDesk(room), user: room.reporter.id, text: 'x', blocks: [{ type: 'poem' }] }),
  ],
  ['chat.update', 'invalid_arguments', 'of no message', message({ text: 'x' })],
  ['chat.update', 'channel_not_found', 'nowhere', () => ({ ...inNowhere(), ts: '1.1' })],
  [
    'chat.update',
    'channel_not_found',
    'in a private channel of others',
    (room) => ({ channel: room.secret.id, ts: '1.1', text: 'x' }),
  ],
  [
    'chat.update',
    'is_inactive',
    'in an archive',
    (room) => ({ channel: room.archived.id, ts: '1.1', text: 'x' }),
  ],
  ['chat.update', 'message_not_found', 'of a message that is gone', own({ ts: '1.1' })],
  [
    'chat.update',
    'cant_update_message',
    'of somebody else’s words',
    (room) => ({ ...inDesk(room), ts: room.said, text: 'x' }),
  ],
  ['chat.update', 'no_text', 'without a word', own({ text: '' })],
  ['chat.update', 'msg_too_long', 'of 4,001 characters', own({ text: long(4001) })],
  [
    'chat.update',
    'invalid_metadata_format',
    'with metadata that are no object',
    own({ metadata: 'none' }),
  ],
  [
    'chat.update',
    'invalid_blocks',
    'with an empty section',
    own({ blocks: [{ type: 'section' }] }),
  ],
  ['chat.getPermalink', 'invalid_arguments', 'of no message', inDesk],
  [
    'chat.getPermalink',
    'channel_not_found',
    'nowhere',
    () => ({ channel: 'C0NOWHERE', message_ts: '1.1' }),
  ],
  [
    'chat.getPermalink',
    'message_not_found',
    'of a message that is gone',
    message({ message_ts: '1.1' }),
  ],
  ['conversations.open', 'users_list_not_supplied', 'with nobody', () => ({})],
  ['conversations.open', 'user_not_found', 'with a stranger', () => ({ users: 'U0NOBODY' })],
  ['conversations.open', 'user_not_found', 'with the bot itself', () => ({ users: TEAM.botUser })],
  [
    'conversations.open',
    'user_disabled',
    'with somebody who has left the workspace',
    (room) => ({ users: room.gone }),
  ],
  [
    'conversations.open',
    'channel_not_found',
    'of an unknown conversation',
    () => ({ channel: 'D0NONE' }),
  ],
  ['conversations.info', 'invalid_arguments', 'of no channel', () => ({})],
  [
    'conversations.info',
    'channel_not_found',
    'of an unknown channel',
    () => ({ channel: 'C0NOWHERE' }),
  ],
  [
    'conversations.info',
    'channel_not_found',
    'of a private channel of others',
    (room) => ({ channel: room.secret.id }),
  ],
  ['conversations.members', 'invalid_arguments', 'of no channel', () => ({})],
  [
    'conversations.members',
    'channel_not_found',
    'of a private channel of others',
    (room) => ({ channel: room.secret.id }),
  ],
  ['conversations.members', 'invalid_limit', 'by none at a time', message({ limit: 0 })],
  ['conversations.members', 'invalid_cursor', 'from nowhere', message({ cursor: 'bm9uc2Vuc2U=' })],
  ['conversations.history', 'invalid_arguments', 'of no channel', () => ({})],
  [
    'conversations.history',
    'channel_not_found',
    'of an unknown channel',
    () => ({ channel: 'C0NOWHERE' }),
  ],
  [
    'conversations.history',
    'not_in_channel',
    'where the bot is not',
    (room) => ({ channel: room.elsewhere.id }),
  ],
  [
    'conversations.history',
    'channel_not_found',
    'of a private channel of others',
    (room) => ({ channel: room.secret.id }),
  ],
  ['conversations.history', 'invalid_limit', 'by a thousand at a time', message({ limit: 1000 })],
  ['conversations.history', 'invalid_cursor', 'from nowhere', message({ cursor: 'x' })],
  ['conversations.replies', 'invalid_arguments', 'to no message', inDesk],
  [
    'conversations.replies',
    'channel_not_found',
    'in an unknown channel',
    () => ({ channel: 'C0NOWHERE', ts: '1.1' }),
  ],
  [
    'conversations.replies',
    'not_in_channel',
    'where the bot is not',
    (room) => ({ channel: room.elsewhere.id, ts: '1.1' }),
  ],
  [
    'conversations.replies',
    'thread_not_found',
    'to a message that is gone',
    message({ ts: '1.1' }),
  ],
  [
    'conversations.replies',
    'invalid_limit',
    'by none at a time',
    (room) => ({ ...inDesk(room), ts: room.posted, limit: 0 }),
  ],
  ['users.info', 'invalid_arguments', 'of nobody', () => ({})],
  ['users.info', 'user_not_found', 'of a stranger', () => ({ user: 'U0NOBODY' })],
  ['views.open', 'invalid_arguments', 'without a trigger', () => ({ view: GOOD })],
  [
    'views.open',
    'invalid_arguments',
    'with a title of 25 characters',
    opening({ ...GOOD, title: { type: 'plain_text', text: long(25) } }),
  ],
  [
    'views.open',
    'invalid_arguments',
    'with an input and no submit button',
    opening({
      ...modal({
        type: 'input',
        label: { type: 'plain_text', text: 'x' },
        element: { type: 'plain_text_input' },
      }),
      submit: undefined,
    }),
  ],
  ['views.open', 'invalid_arguments', 'of a home tab', opening(home())],
  [
    'views.open',
    'view_too_large',
    'of more than 250,000 bytes',
    opening(modal(...Array.from({ length: 100 }, () => section(long(3000))))),
  ],
  [
    'views.open',
    'invalid_trigger_id',
    'with a made-up trigger',
    () => ({ trigger_id: '1.2.3', view: GOOD }),
  ],
  [
    'views.open',
    'expired_trigger_id',
    'with a trigger of 3.1 seconds ago',
    (room) => ({ trigger_id: room.trigger('late'), view: GOOD }),
  ],
  [
    'views.open',
    'exchanged_trigger_id',
    'with a trigger that was used',
    (room) => ({ trigger_id: room.trigger('spent'), view: GOOD }),
  ],
  [
    'views.push',
    'invalid_arguments',
    'without a view',
    (room) => ({ trigger_id: room.trigger('of a modal') }),
  ],
  ['views.push', 'invalid_trigger_id', 'where no modal was used', opening(GOOD)],
  ['views.update', 'invalid_arguments', 'without a view', () => ({ view_id: 'V0NONE' })],
  [
    'views.update',
    'not_found',
    'of a view that is closed',
    () => ({ view_id: 'V0NONE', view: GOOD }),
  ],
  ['views.publish', 'invalid_arguments', 'for nobody', () => ({ view: home() })],
  [
    'views.publish',
    'user_not_found',
    'for a stranger',
    () => ({ user_id: 'U0NOBODY', view: home() }),
  ],
  [
    'views.publish',
    'invalid_arguments',
    'of a modal',
    (room) => ({ user_id: room.reporter.id, view: GOOD }),
  ],
  [
    'views.publish',
    'hash_conflict',
    'over a newer one',
    (room) => ({ user_id: room.reporter.id, view: home(), hash: 'old' }),
  ],
];

describe('the Web API', () => {
  let room: Made;

  beforeAll(async () => {
    const opened = await openNewsroom();
    const { slack, desk, reporter } = opened;
    const posted = await call(opened.client, 'chat.postMessage', {
      channel: desk.id,
      text: 'hello',
    });
    const { message: said } = slack.people.say(reporter.id, desk.id, 'good morning');
    const gone = slack.workspace.addPerson({ name: 'Grace', role: 'Reporter' });
    slack.workspace.leaveWorkspace(gone.id);
    room = {
      ...opened,
      posted: String(posted.ts),
      gone: gone.id,
      said: said.ts,
      trigger(state) {
        const id = slack.tickets.trigger({ user: reporter.id, inModal: state === 'of a modal' });
        if (state === 'late') slack.tickets.age(id, 3100);
        if (state === 'spent') slack.tickets.useTrigger(id);
        return id;
      },
    };
  });
  afterAll(() => room.close());

  it.each(REFUSALS)('%s says %s %s', async (method, error, _, body) => {
    expect(await call(room.client, method, body(room))).toMatchObject({ ok: false, error });
  });

  it('is tested for every method that has arguments', () => {
    const tested = new Set(REFUSALS.map(([method]) => method));
    const untested = Object.keys(METHODS).filter((method) => !tested.has(method));
    expect(untested).toEqual(['auth.test', 'apps.connections.open']);
  });

  it.each(Object.keys(METHODS))('%s takes no call without its own token', async (method) => {
    const nobody = await fetch(`${room.slack.apiUrl}${method}`, { method: 'POST' });
    expect(nobody.status).toBe(200);
    expect(await nobody.json()).toMatchObject({ error: 'not_authed' });
    const stranger = clientOf(room.slack, 'xoxb-somebody-else');
    expect(await call(stranger, method)).toMatchObject({ error: 'invalid_auth' });
    const other = METHODS[method]?.token === 'app' ? SECRETS.botToken : SECRETS.appToken;
    const wrong = clientOf(room.slack, other);
    expect(await call(wrong, method)).toMatchObject({ error: 'not_allowed_token_type' });
  });

  it('knows no method that is not in the table', async () => {
    for (const method of ['chat.scheduleMessage', 'toString', '__proto__']) {
      expect(await call(room.client, method)).toMatchObject({ error: 'unknown_method' });
    }
  });

  it('says where in a message or a view the fault lies', async () => {
    const wrong = actions({ ...button('a'), action_id: 'a'.repeat(256) });
    expect(
      await call(room.client, 'chat.postMessage', blocks(section('x'), wrong)(room)),
    ).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: [
          '[ERROR] must be less than 256 characters [json-pointer:/blocks/1/elements/0/action_id]',
        ],
      },
    });
    expect(await call(room.client, 'views.open', opening(modal(section('')))(room))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] must be more than 0 characters [json-pointer:/view/blocks/0/text/text]',
        ],
      },
    });
  });

  it.each([
    ['invalid_json', 'application/json', '{"channel":'],
    ['json_not_object', 'application/json', '[1]'],
    ['invalid_post_type', 'text/plain', 'channel=C1'],
    ['channel_not_found', 'application/x-www-form-urlencoded', 'channel=%ff%fe&text=%e2%82'],
    ['channel_not_found', 'application/json', '{"channel":"\\ud800","text":"x"}'],
  ])('answers %s to a body of %s: %s', async (error, type, body) => {
    const headers = { Authorization: `Bearer ${SECRETS.botToken}`, 'Content-Type': type };
    const answer = await fetch(`${room.slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: false, error });
  });

  it('warns of blocks that nobody can read in a notification', async () => {
    const silent = { channel: room.desk.id, blocks: [section('x')] };
    expect(await call(room.client, 'chat.postMessage', silent)).toMatchObject({
      ok: true,
      warning: 'missing_text_in_message',
    });
  });
});

const NEEDS: readonly (readonly [method: string, scope: string, body: (room: Newsroom) => Body])[] =
  [
    ['chat.postMessage', 'chat:write', ({ desk }) => ({ channel: desk.id, text: 'x' })],
    [
      'chat.postEphemeral',
      'chat:write',
      ({ desk, reporter }) => ({ channel: desk.id, user: reporter.id, text: 'x' }),
    ],
    ['chat.update', 'chat:write', ({ desk }) => ({ channel: desk.id, ts: '1.1', text: 'x' })],
    ['conversations.open', 'im:write', ({ reporter }) => ({ users: reporter.id })],
    ['conversations.info', 'channels:read', ({ desk }) => ({ channel: desk.id })],
    ['conversations.info', 'groups:read', ({ secret }) => ({ channel: secret.id })],
    ['conversations.info', 'im:read', ({ direct }) => ({ channel: direct.id })],
    ['conversations.members', 'channels:read', ({ desk }) => ({ channel: desk.id })],
    ['conversations.members', 'groups:read', ({ secret }) => ({ channel: secret.id })],
    ['conversations.history', 'groups:history', ({ secret }) => ({ channel: secret.id })],
    ['conversations.history', 'channels:history', ({ desk }) => ({ channel: desk.id })],
    ['conversations.history', 'im:history', ({ direct }) => ({ channel: direct.id })],
    [
      'conversations.replies',
      'groups:history',
      ({ secret }) => ({ channel: secret.id, ts: '1.1' }),
    ],
    ['users.info', 'users:read', ({ reporter }) => ({ user: reporter.id })],
  ];

describe('a scope that the manifest does not name', () => {
  it.each(NEEDS)('keeps the app from %s: %s', async (method, scope, body) => {
    const provided = EVERYTHING.oauth_config.scopes.bot.filter((each) => each !== scope);
    const manifest = { ...EVERYTHING, oauth_config: { scopes: { bot: provided } } };
    const room = await openNewsroom({ manifest });
    try {
      expect(await call(room.client, method, body(room))).toMatchObject({
        ok: false,
        error: 'missing_scope',
        needed: scope,
        provided: provided.join(','),
      });
    } finally {
      await room.close();
    }
  });

  it('is read from the manifest of this repository unless another is given', async () => {
    const room = await openNewsroom({ manifest: new URL('../../manifest.json', import.meta.url) });
    try {
      expect(await call(room.client, 'users.info', { user: room.reporter.id })).toMatchObject({
        error: 'missing_scope',
        needed: 'users:read',
      });
    } finally {
      await room.close();
    }
  });
});
