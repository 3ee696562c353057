import { describe, expect, it } from 'vitest';
import { type JsonObject, objectAt, objectsAt, textAt } from '../../local-slack/json.ts';
import type { Outcome, View } from '../../local-slack/model.ts';
import { SLACKBOT } from '../../local-slack/names.ts';
import {
  actions,
  button,
  call,
  EVERYTHING,
  home,
  input,
  modal,
  type Newsroom,
  openNewsroom,
  section,
  text,
} from './support/newsroom.ts';
import { useNewsroom } from './support/use-newsroom.ts';

const payloadOf = (outcome: Outcome): JsonObject => outcome.deliveries[0]?.payload ?? {};
const OPTIONS = [
  { text: text('One'), value: '1' },
  { text: text('Two'), value: '2' },
];
const select = { type: 'static_select', action_id: 'pick', options: OPTIONS };
const overflow = { type: 'overflow', action_id: 'more', options: OPTIONS };

/** A message of the bot in the desk. */
async function posted({ client, desk }: Newsroom, ...blocks: JsonObject[]): Promise<string> {
  const { ts } = await call(client, 'chat.postMessage', { channel: desk.id, text: 'x', blocks });
  return String(ts);
}

/** Opens a modal as an answer to a press of a button. */
async function opened(room: Newsroom, view: JsonObject): Promise<View> {
  const ts = await posted(room, actions(button('open')));
  const where = { kind: 'message', channel: room.desk.id, ts } as const;
  const outcome = await room.slack.people.use(room.reporter.id, where, { action_id: 'open' });
  const trigger_id = payloadOf(outcome).trigger_id;
  const answer = await call(room.client, 'views.open', { trigger_id, view });
  expect(answer).toMatchObject({ ok: true });
  return answer.view as View;
}

function respond(outcome: Outcome, body: JsonObject | string): Promise<Response> {
  return fetch(textAt(payloadOf(outcome), 'response_url'), {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('an element of a message', () => {
  const room = useNewsroom();
  const use = (ts: string, action: JsonObject) => {
    const { slack, reporter, desk } = room();
    return slack.people.use(reporter.id, { kind: 'message', channel: desk.id, ts }, action);
  };

  it('is told with its place, its message and what the app has put into it', async () => {
    const ts = await posted(room(), actions(button('press', 'kept')));
    const outcome = await use(ts, { action_id: 'press', value: 'forged' });
    expect(outcome).toMatchObject({ acked: true });
    expect(payloadOf(outcome)).toMatchObject({
      type: 'block_actions',
      user: { id: room().reporter.id },
      container: { type: 'message', message_ts: ts, is_ephemeral: false },
      message: { ts, text: 'x' },
      actions: [{ type: 'button', action_id: 'press', value: 'kept' }],
    });
  });

  it('is told with what was chosen, in the action and in the state', async () => {
    const ts = await posted(room(), actions(select, overflow));
    const [picked, more] = [
      await use(ts, { action_id: 'pick', selected_option: OPTIONS[1] }),
      await use(ts, { action_id: 'more', selected_option: OPTIONS[0] }),
    ];
    expect(payloadOf(picked)).toMatchObject({ actions: [{ selected_option: { value: '2' } }] });
    const [values] = Object.values(objectAt(payloadOf(picked).state, 'values'));
    expect(values).toMatchObject({ pick: { selected_option: { value: '2' } } });
    expect(payloadOf(more)).toMatchObject({
      actions: [{ type: 'overflow', selected_option: { value: '1' } }],
    });
  });

  it('is told though it was changed a moment before, as a screen that lags still shows it', async () => {
    const ts = await posted(room(), actions(button('take', 'mine')));
    const { client, desk } = room();
    const change = (...blocks: JsonObject[]) =>
      call(client, 'chat.update', { channel: desk.id, ts, text: 'x', blocks });
    await change(actions(button('give_back')));
    const told = payloadOf(await use(ts, { action_id: 'take' }));
    expect(told).toMatchObject({ actions: [{ action_id: 'take', value: 'mine' }] });
    await change(actions(button('reopen')));
    await expect(use(ts, { action_id: 'take' })).rejects.toThrow('no element take');
  });

  it('cannot be used where it is not, or with a choice that is not offered', async () => {
    const ts = await posted(room(), actions(select));
    await expect(use(ts, { action_id: 'other' })).rejects.toThrow('no element other');
    await expect(use('1.1', { action_id: 'pick' })).rejects.toThrow('no longer there');
    const forged = { text: text('Three'), value: '3' };
    await expect(use(ts, { action_id: 'pick', selected_option: forged })).rejects.toThrow(
      'not offered',
    );
  });

  it('of an ephemeral message belongs to one person, and comes without the message', async () => {
    const { client, slack, desk, reporter, officer } = room();
    const blocks = [actions(button('press'))];
    const body = { channel: desk.id, user: reporter.id, text: 'x', blocks };
    const { message_ts: ts } = await call(client, 'chat.postEphemeral', body);
    const outcome = await use(String(ts), { action_id: 'press' });
    expect(payloadOf(outcome)).toMatchObject({ container: { is_ephemeral: true } });
    expect(payloadOf(outcome).message).toBeUndefined();
    const where = { kind: 'message', channel: desk.id, ts: String(ts) } as const;
    await expect(slack.people.use(officer.id, where, { action_id: 'press' })).rejects.toThrow();
  });
});

describe('a command', () => {
  const room = useNewsroom();
  const run = (command = '/hmicfrs') =>
    room().slack.people.command(room().reporter.id, room().desk.id, command, 'what & why');
  const seen = (person = room().reporter.id) =>
    room().slack.workspace.messages.seenBy(person, room().desk.id);

  it('comes as typed, and may be answered in its acknowledgement', async () => {
    room().app.answer(() => ({ body: { text: 'here you are' } }));
    expect(payloadOf(await run())).toMatchObject({ command: '/hmicfrs', text: 'what & why' });
    expect(seen()).toMatchObject([{ text: 'here you are', visibleTo: room().reporter.id }]);
    expect(seen(room().officer.id)).toEqual([]);
  });

  it.each([
    ['operation_timeout', undefined],
    ['dispatch_failed', { status: 500 }],
  ])('fails before the person’s eyes where it is not acknowledged: %s', async (error, reply) => {
    room().app.answer(() => reply);
    const problem = `/hmicfrs failed with the error "${error}"`;
    expect(await run()).toMatchObject({ acked: false, problem });
    expect(seen()).toMatchObject([{ user: SLACKBOT, text: problem }]);
  });

  it('that is not in the manifest is none', async () => {
    await expect(run('/other')).rejects.toThrow('not a valid command');
  });
});

describe('a response URL', () => {
  const room = useNewsroom();
  const run = () =>
    room().slack.people.command(room().reporter.id, room().elsewhere.id, '/hmicfrs', 'x');
  const seen = (person: string) =>
    room().slack.workspace.messages.seenBy(person, room().elsewhere.id);

  it('speaks to one person, or to all, where the bot is not in the channel', async () => {
    const outcome = await run();
    expect((await respond(outcome, { text: 'for you' })).status).toBe(200);
    await respond(outcome, { text: 'for all', response_type: 'in_channel', thread_ts: '1.1' });
    expect(seen(room().officer.id)).toMatchObject([{ text: 'for all', threadTs: '1.1' }]);
    expect(seen(room().reporter.id).map((message) => message.text)).toEqual(['for you', 'for all']);
  });

  it('replaces and removes the message whose button was pressed', async () => {
    const { slack, reporter, elsewhere } = room();
    const blocks = [actions(button('press'))];
    await respond(await run(), { text: 'one', blocks });
    const [first] = seen(reporter.id);
    const where = { kind: 'message', channel: elsewhere.id, ts: first?.ts ?? '' } as const;
    const pressed = await slack.people.use(reporter.id, where, { action_id: 'press' });
    await respond(pressed, { text: 'two', replace_original: true });
    expect(seen(reporter.id)).toMatchObject([{ ts: first?.ts, order: first?.order, text: 'two' }]);
    await respond(pressed, { delete_original: true });
    expect(seen(reporter.id)).toEqual([]);
  });

  it('stands in the journal with its delivery, its answer and the message it made', async () => {
    const outcome = await run();
    await respond(outcome, { text: 'for you' });
    const [recorded] = room().slack.journal.all('response_url');
    const [made] = seen(room().reporter.id);
    expect(recorded).toMatchObject({
      because: outcome.deliveries[0]?.order,
      answer: { ok: true },
      message: { channel: room().elsewhere.id, ts: made?.ts },
    });
  });

  it('is good for five answers', async () => {
    const outcome = await run();
    for (const _ of [1, 2, 3, 4, 5]) {
      expect((await respond(outcome, { text: 'x' })).status).toBe(200);
    }
    const sixth = await respond(outcome, { text: 'x' });
    expect(sixth.status).toBe(404);
    expect(await sixth.json()).toMatchObject({ error: 'used_url' });
    expect(seen(room().reporter.id)).toHaveLength(5);
  });

  it('is good for half an hour', async () => {
    const outcome = await run();
    const { pathname } = new URL(textAt(payloadOf(outcome), 'response_url'));
    room().slack.tickets.age(pathname, 30 * 60_000 + 1);
    const late = await respond(outcome, { text: 'x' });
    expect(late.status).toBe(404);
    expect(await late.json()).toMatchObject({ error: 'expired_url' });
  });

  it.each([
    ['no_text', '{}'],
    ['no_text', 'no JSON'],
    ['invalid_blocks', JSON.stringify({ text: 'x', blocks: [{ type: 'poem' }] })],
  ])('refuses with %s: %s', async (error, body) => {
    const answer = await respond(await run(), body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error });
  });
});

describe('a modal', () => {
  const room = useNewsroom();
  const FORM = modal(input('why'), input('who'));
  const FILLED = {
    why: { typed: { type: 'plain_text_input', value: 'because' } },
    who: { typed: { type: 'plain_text_input', value: 'me' } },
  };
  const views = () => room().slack.workspace.views.of(room().reporter.id);
  const submit = async (answer: JsonObject | string, view: JsonObject = FORM) => {
    const { id } = await opened(room(), view);
    room().app.answer(() => ({ body: answer }));
    return room().slack.people.submit(room().reporter.id, id, FILLED);
  };

  it('is sent off with its state, and closes', async () => {
    const outcome = await submit('');
    expect(payloadOf(outcome)).toMatchObject({
      type: 'view_submission',
      view: { callback_id: 'a-modal', state: { values: FILLED } },
    });
    expect(views()).toEqual([]);
  });

  it('stays open with its errors under the fields', async () => {
    const errors = { why: 'Not good enough' };
    expect(await submit({ response_action: 'errors', errors })).toMatchObject({ errors });
    expect(views()).toHaveLength(1);
    const [view] = views();
    expect(objectAt(view, 'state')).toEqual({ values: FILLED });
  });

  it('is not sent off with an empty field', async () => {
    const { id } = await opened(room(), FORM);
    const before = room().slack.journal.deliveries().length;
    const outcome = await room().slack.people.submit(room().reporter.id, id, {});
    expect(Object.keys(outcome.errors ?? {})).toEqual(['why', 'who']);
    expect(room().slack.journal.deliveries()).toHaveLength(before);
  });

  it('is updated, covered by another one, or cleared away as the answer says', async () => {
    await submit({ response_action: 'update', view: modal(section('thanks')) });
    expect(views()).toMatchObject([{ blocks: [{ type: 'section' }] }]);
    await submit({ response_action: 'push', view: modal(section('second')) });
    expect(views()).toMatchObject([{}, { previous_view_id: views()[0]?.id }]);
    await submit({ response_action: 'clear' });
    expect(views()).toEqual([]);
  });

  it.each([
    ['errors for no field', { response_action: 'errors', errors: { other: 'x' } }],
    ['a view that Slack refuses', { response_action: 'update', view: modal(section('')) }],
    ['an action that Slack does not know', { response_action: 'dance' }],
    ['words', { text: 'thanks' }],
  ])('says that there is trouble where the answer holds %s', async (_, answer) => {
    expect(await submit(answer)).toMatchObject({ problem: expect.stringContaining('trouble') });
    expect(views()).toHaveLength(1);
  });

  it('says that there is trouble where nobody acknowledges', async () => {
    const { id } = await opened(room(), FORM);
    room().app.answer(() => ({ status: 500 }));
    const outcome = await room().slack.people.submit(room().reporter.id, id, FILLED);
    expect(outcome).toMatchObject({ acked: false, problem: expect.stringContaining('trouble') });
    expect(views()).toHaveLength(1);
  });

  it.each([
    [true, ['view_closed']],
    [false, []],
  ])('tells of its closing only where it was asked to: %s', async (notify, told) => {
    const { id } = await opened(room(), { ...FORM, notify_on_close: notify });
    const outcome = await room().slack.people.close(room().reporter.id, id);
    expect(outcome.deliveries.map(({ what }) => what)).toEqual(told);
    expect(views()).toEqual([]);
  });

  it('covers others up to three, from a trigger within a modal', async () => {
    const { slack, client, reporter } = room();
    await opened(room(), modal(actions(button('deeper'))));
    const deeper = async () => {
      const viewId = views().at(-1)?.id ?? '';
      const where = { kind: 'view', viewId } as const;
      const outcome = await slack.people.use(reporter.id, where, { action_id: 'deeper' });
      expect(payloadOf(outcome)).toMatchObject({ container: { type: 'view', view_id: viewId } });
      const { trigger_id } = payloadOf(outcome);
      const view = modal(actions(button('deeper')));
      return call(client, 'views.push', { trigger_id, view });
    };
    expect(await deeper()).toMatchObject({ ok: true });
    expect(await deeper()).toMatchObject({ ok: true });
    expect(await deeper()).toMatchObject({ error: 'push_limit_reached' });
  });

  it('is updated by its id, its external id and its hash', async () => {
    const { client } = room();
    const { id, hash } = await opened(room(), { ...FORM, external_id: 'ours' });
    const view = modal(section('new'));
    const byName = { external_id: 'ours', view: { ...view, external_id: 'ours' } };
    expect(await call(client, 'views.update', byName)).toMatchObject({ ok: true, view: { id } });
    const old = { view_id: id, hash, view };
    expect(await call(client, 'views.update', old)).toMatchObject({ error: 'hash_conflict' });
    const again = room().slack.tickets.trigger({ user: room().reporter.id });
    const second = { trigger_id: again, view: { ...view, external_id: 'ours' } };
    expect(await call(client, 'views.open', second)).toMatchObject({
      error: 'duplicate_external_id',
    });
  });
});

describe('the home tab', () => {
  const room = useNewsroom();

  it('is asked for when it is opened, and shown to one person', async () => {
    const { slack, client, reporter, officer } = room();
    const outcome = await slack.people.openHome(reporter.id);
    expect(objectAt(payloadOf(outcome), 'event')).toMatchObject({
      type: 'app_home_opened',
      tab: 'home',
      user: reporter.id,
    });
    const view = home(section('welcome'), actions(button('go')));
    await call(client, 'views.publish', { user_id: reporter.id, view });
    expect(objectsAt(slack.workspace.views.home(reporter.id), 'blocks')).toHaveLength(2);
    expect(slack.workspace.views.home(officer.id)).toBeUndefined();
    const used = await slack.people.use(reporter.id, { kind: 'home' }, { action_id: 'go' });
    expect(payloadOf(used)).toMatchObject({ view: { type: 'home' }, container: { type: 'view' } });
    expect(payloadOf(used).response_url).toBeUndefined();
  });
});

describe('a shortcut', () => {
  const room = useNewsroom();

  it('comes with the message that it was chosen on', async () => {
    const { slack, reporter, desk } = room();
    const { message } = slack.people.say(reporter.id, desk.id, 'hello');
    const { callback_id } = EVERYTHING.features.shortcuts[0];
    const outcome = await slack.people.shortcut(reporter.id, callback_id, desk.id, message.ts);
    expect(payloadOf(outcome)).toMatchObject({
      type: 'message_action',
      callback_id,
      message: { text: 'hello', user: reporter.id },
    });
    await expect(slack.people.shortcut(reporter.id, 'none', desk.id, message.ts)).rejects.toThrow(
      'no such shortcut',
    );
  });

  it('opens a modal with its trigger, and is answered privately by its response URL', async () => {
    const { slack, client, reporter, elsewhere } = room();
    const { callback_id } = EVERYTHING.features.shortcuts[0];
    const { message } = slack.people.say(reporter.id, elsewhere.id, 'when is it out?');
    const outcome = await slack.people.shortcut(reporter.id, callback_id, elsewhere.id, message.ts);
    const { trigger_id, message_ts, channel } = payloadOf(outcome);
    expect({ message_ts, channel }).toMatchObject({
      message_ts: message.ts,
      channel: { id: elsewhere.id },
    });
    const opening = { trigger_id, view: modal(input('why')) };
    expect(await call(client, 'views.open', opening)).toMatchObject({ ok: true });
    expect((await respond(outcome, { text: 'for you' })).status).toBe(200);
    expect(slack.workspace.messages.seenBy(reporter.id, elsewhere.id)).toMatchObject([
      { text: 'when is it out?' },
      { text: 'for you', visibleTo: reporter.id },
    ]);
  });

  it('is there only with the scope for commands', async () => {
    const bot = EVERYTHING.oauth_config.scopes.bot.filter((scope) => scope !== 'commands');
    const other = await openNewsroom({
      manifest: { ...EVERYTHING, oauth_config: { scopes: { bot } } },
    });
    try {
      const { slack, reporter, desk } = other;
      const { message } = slack.people.say(reporter.id, desk.id, 'hello');
      const { callback_id } = EVERYTHING.features.shortcuts[0];
      await expect(
        slack.people.shortcut(reporter.id, callback_id, desk.id, message.ts),
      ).rejects.toThrow('no such shortcut');
    } finally {
      await other.close();
    }
  });
});
