import { describe, expect, it } from 'vitest';
import { objectAt } from '../../local-slack/json.ts';
import { SLACKBOT, TEAM } from '../../local-slack/names.ts';
import { actions, button, call, type Newsroom, settled } from './support/newsroom.ts';
import { useNewsroom } from './support/use-newsroom.ts';

type Body = Record<string, unknown>;

const METADATA = { event_type: 'press_enquiry', event_payload: { id: '7' } };
const post = ({ client, desk }: Newsroom, body: Body = {}) =>
  call(client, 'chat.postMessage', { channel: desk.id, text: 'x', ...body });
const read = ({ client, desk }: Newsroom, body: Body = {}) =>
  call(client, 'conversations.history', {
    channel: desk.id,
    include_all_metadata: true,
    ...body,
  });
const thread = ({ client, desk }: Newsroom, ts: unknown, body: Body = {}) =>
  call(client, 'conversations.replies', { channel: desk.id, ts, ...body });
const membersOf = async ({ client, desk }: Newsroom) =>
  (await call(client, 'conversations.members', { channel: desk.id })).members;

describe('somebody who comes or goes', () => {
  const room = useNewsroom();

  it('is among the members from joining until leaving', async () => {
    const { slack, desk } = room();
    const { id } = slack.workspace.addPerson({ name: 'Nora', role: 'Press officer' });
    slack.workspace.join(desk.id, id);
    expect(await membersOf(room())).toContain(id);
    slack.workspace.leave(desk.id, id);
    expect(await membersOf(room())).not.toContain(id);
  });

  it('comes page by page where there are many', async () => {
    const { client, desk } = room();
    const all = await membersOf(room());
    const found: unknown[] = [];
    let cursor = '';
    do {
      const body = { channel: desk.id, limit: 1, cursor };
      const page = await call(client, 'conversations.members', body);
      found.push(...(page.members as unknown[]));
      cursor = String((page.response_metadata as Body).next_cursor);
    } while (cursor !== '');
    expect(found).toEqual(all);
    expect(found).toHaveLength(3);
  });

  it('is in no channel after leaving the workspace, and can do nothing any more', async () => {
    const { slack, client, desk, officer } = room();
    slack.workspace.leaveWorkspace(officer.id);
    expect(await membersOf(room())).not.toContain(officer.id);
    expect(await call(client, 'users.info', { user: officer.id })).toMatchObject({
      user: { deleted: true },
    });
    expect(() => slack.people.say(officer.id, desk.id, 'x')).toThrow('has left the workspace');
    await expect(slack.people.openHome(officer.id)).rejects.toThrow('has left the workspace');
  });

  it('has a direct message still, which can be written into but not opened', async () => {
    const { slack, client, reporter, direct } = room();
    slack.workspace.leaveWorkspace(reporter.id);
    expect(await call(client, 'conversations.open', { users: reporter.id })).toMatchObject({
      error: 'user_disabled',
    });
    const body = { channel: direct.id, text: 'x' };
    expect(await call(client, 'chat.postMessage', body)).toMatchObject({ ok: true });
  });
});

describe('a channel', () => {
  const room = useNewsroom();
  const info = async () => {
    const { client, desk } = room();
    const body = { channel: desk.id, include_num_members: true };
    return (await call(client, 'conversations.info', body)).channel;
  };

  it('takes nothing while it is archived, and is read as before', async () => {
    const { slack, desk } = room();
    const { ts } = await post(room());
    slack.workspace.archive(desk.id);
    expect(await info()).toMatchObject({ is_archived: true });
    expect(await post(room())).toMatchObject({ error: 'is_archived' });
    const update = { channel: desk.id, ts, text: 'y' };
    expect(await call(room().client, 'chat.update', update)).toMatchObject({
      error: 'is_inactive',
    });
    expect(await read(room())).toMatchObject({ messages: [{ text: 'x' }] });
    slack.workspace.unarchive(desk.id);
    expect(await info()).toMatchObject({ is_archived: false, num_members: 3 });
    expect(await post(room())).toMatchObject({ ok: true });
  });

  it('that is private is not there for whoever is not in it, until it is made public', async () => {
    const { slack, client, secret } = room();
    const ask = () => call(client, 'conversations.info', { channel: secret.id });
    expect(await ask()).toMatchObject({ error: 'channel_not_found' });
    slack.workspace.join(secret.id, TEAM.botUser);
    expect(await ask()).toMatchObject({
      channel: { is_private: true, is_group: true, is_member: true },
    });
    slack.workspace.leave(secret.id, TEAM.botUser);
    slack.workspace.makePublic(secret.id);
    expect(await ask()).toMatchObject({
      channel: { is_private: false, is_channel: true, is_member: false },
    });
  });
});

describe('metadata of a message', () => {
  const room = useNewsroom();
  const update = async (ts: unknown, more: Body) => {
    const { client, desk } = room();
    const body = { channel: desk.id, ts, text: 'y', ...more };
    expect(await call(client, 'chat.update', body)).toMatchObject({ ok: true });
    const { messages } = await read(room());
    return objectAt((messages as [never])[0], 'metadata');
  };

  it('stay where it is changed without any, are replaced, and go with an empty object', async () => {
    const { ts } = await post(room(), { metadata: METADATA });
    const other = { event_type: 'press-enquiry', event_payload: { id: '8' } };
    expect(await update(ts, {})).toEqual(METADATA);
    expect(await update(ts, { metadata: other })).toEqual(other);
    expect(await update(ts, { metadata: {} })).toEqual({});
  });

  it('of replies are read where they are asked for', async () => {
    const { ts } = await post(room());
    await post(room(), { thread_ts: ts, metadata: METADATA });
    expect(JSON.stringify(await thread(room(), ts))).not.toContain('press_enquiry');
    expect(await thread(room(), ts, { include_all_metadata: true })).toMatchObject({
      messages: [{}, { metadata: METADATA }],
    });
  });
});

describe('a message between two times', () => {
  const room = useNewsroom();

  it('is found with both ends only where it is asked for them', async () => {
    const sent = [await post(room()), await post(room()), await post(room())].map(({ ts }) => ts);
    const [oldest, middle, latest] = sent;
    const found = async (body: Body) =>
      ((await read(room(), body)).messages as Body[]).map(({ ts }) => ts);
    expect(await found({ oldest, latest })).toEqual([middle]);
    expect(await found({ oldest, latest, inclusive: true })).toEqual(sent.toReversed());
    expect(await found({ oldest })).toEqual([latest, middle]);
  });
});

describe('a reply that is broadcast', () => {
  const room = useNewsroom();

  it('stands in the channel and in the thread; without a thread it is none', async () => {
    const { ts } = await post(room(), { text: 'root' });
    await post(room(), { text: 'quiet', thread_ts: ts });
    await post(room(), { text: 'loud', thread_ts: ts, reply_broadcast: true });
    await post(room(), { text: 'alone', reply_broadcast: true });
    const { messages } = await read(room());
    expect(messages).toMatchObject([
      { text: 'alone' },
      { text: 'loud', subtype: 'thread_broadcast', thread_ts: ts },
      { text: 'root' },
    ]);
    expect((messages as Body[])[0]?.subtype).toBeUndefined();
    expect((await thread(room(), ts)).messages).toHaveLength(3);
  });
});

describe('a message that is deleted by hand', () => {
  const room = useNewsroom();
  const takeDown = (ts: unknown) => room().slack.people.takeDown(room().desk.id, String(ts));

  it('can be changed and read no more, and the app is told', async () => {
    const { client, desk, app } = room();
    const { ts } = await post(room(), { blocks: [actions(button('take'))] });
    await takeDown(ts);
    await settled(room());
    const update = { channel: desk.id, ts, text: 'y' };
    expect(await call(client, 'chat.update', update)).toMatchObject({
      error: 'message_not_found',
    });
    expect(await thread(room(), ts)).toMatchObject({ error: 'thread_not_found' });
    expect(objectAt(app.received.at(-1)?.payload, 'event')).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: ts,
    });
    await expect(takeDown(ts)).rejects.toThrow('no longer there');
  });

  it('takes no reply: what is sent under it stands in the channel', async () => {
    const { ts } = await post(room());
    await takeDown(ts);
    const { message } = await post(room(), { text: 'too late', thread_ts: ts });
    expect((message as Body).thread_ts).toBeUndefined();
    expect(await read(room())).toMatchObject({ messages: [{ text: 'too late' }] });
  });

  it('leaves its thread, where there is one, under a stone that says so', async () => {
    const { ts } = await post(room());
    await post(room(), { text: 'reply', thread_ts: ts });
    await takeDown(ts);
    await post(room(), { text: 'another', thread_ts: ts });
    expect(await thread(room(), ts)).toMatchObject({
      messages: [
        { subtype: 'tombstone', user: SLACKBOT },
        { text: 'reply', thread_ts: ts },
        { text: 'another', thread_ts: ts },
      ],
    });
  });
});
