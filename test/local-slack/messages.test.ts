import { describe, expect, it } from 'vitest';
import { objectAt, textAt } from '../../local-slack/json.ts';
import type { Change } from '../../local-slack/model.ts';
import { TEAM } from '../../local-slack/names.ts';
import {
  call,
  EVERYTHING,
  type Newsroom,
  openNewsroom,
  section,
  settled,
} from './support/newsroom.ts';
import { useNewsroom } from './support/use-newsroom.ts';

const eventsOf = ({ app }: Newsroom) =>
  app.received.map(({ payload }) => objectAt(payload, 'event'));
const kindsOf = ({ app }: Newsroom) => app.received.map(({ what }) => what);

describe('what people say', () => {
  const room = useNewsroom();

  it('comes as a mention and as a message where the bot is called in a channel', async () => {
    const { slack, reporter, desk } = room();
    const { message, outcome } = slack.people.say(reporter.id, desk.id, '@hmicfrs a & b');
    expect(await outcome).toMatchObject({ acked: true });
    expect(message).toMatchObject({
      text: `<@${TEAM.botUser}> a &amp; b`,
      typed: '@hmicfrs a & b',
    });
    expect(kindsOf(room()).toSorted()).toEqual(['app_mention', 'message']);
    for (const event of eventsOf(room())) {
      expect(event).toMatchObject({ user: reporter.id, ts: message.ts, text: message.text });
    }
  });

  it('comes as a message alone in a direct message, mention or not', async () => {
    const { slack, reporter, direct } = room();
    await slack.people.say(reporter.id, direct.id, '@hmicfrs hello').outcome;
    expect(eventsOf(room())).toMatchObject([{ type: 'message', channel_type: 'im' }]);
  });

  it('is not told where the bot is not in the channel', async () => {
    const { slack, reporter, elsewhere } = room();
    const { outcome } = slack.people.say(reporter.id, elsewhere.id, '@hmicfrs hello');
    expect(await outcome).toMatchObject({ acked: true, deliveries: [] });
  });

  it('is told from when the bot joins until it leaves', async () => {
    const { slack, reporter, elsewhere } = room();
    const say = () => slack.people.say(reporter.id, elsewhere.id, 'hello').outcome;
    slack.workspace.join(elsewhere.id, TEAM.botUser);
    expect((await say()).deliveries).toHaveLength(1);
    slack.workspace.leave(elsewhere.id, TEAM.botUser);
    expect((await say()).deliveries).toHaveLength(0);
  });

  it('is told when it is changed and when it is taken away', async () => {
    const { slack, reporter, desk } = room();
    const { message } = slack.people.say(reporter.id, desk.id, 'one');
    await slack.people.edit(reporter.id, desk.id, message.ts, 'two').outcome;
    await slack.people.remove(reporter.id, desk.id, message.ts);
    expect(eventsOf(room()).slice(1)).toMatchObject([
      { subtype: 'message_changed', message: { text: 'two' }, previous_message: { text: 'one' } },
      { subtype: 'message_deleted', deleted_ts: message.ts },
    ]);
    expect(slack.workspace.messages.in(desk.id)).toEqual([]);
  });

  it('cannot be said where the person is not, in an archive, or of nothing', () => {
    const { slack, reporter, secret, archived, desk } = room();
    const say = (channel: string, typed: string) => () =>
      slack.people.say(reporter.id, channel, typed);
    expect(say(secret.id, 'x')).toThrow('not in this channel');
    expect(say(archived.id, 'x')).toThrow('archived');
    expect(say(desk.id, '  ')).toThrow('nothing to send');
    expect(() => slack.people.say(reporter.id, desk.id, 'x', { threadTs: '1.1' })).toThrow('there');
  });

  it.each([
    ['message.channels', 'app_mention'],
    ['app_mention', 'message'],
  ])('is not told as what the manifest does not subscribe to: %s', async (event, left) => {
    const events = EVERYTHING.settings.event_subscriptions.bot_events.filter(
      (one) => one !== event,
    );
    const manifest = { ...EVERYTHING, settings: { event_subscriptions: { bot_events: events } } };
    const other = await openNewsroom({ manifest });
    try {
      await other.slack.people.say(other.reporter.id, other.desk.id, '@hmicfrs hello').outcome;
      expect(kindsOf(other)).toEqual([left]);
    } finally {
      await other.close();
    }
  });
});

describe('an event whose scope the manifest does not name', () => {
  it.each([
    ['app_mentions:read', 'message'],
    ['channels:history', 'app_mention'],
  ])('is not told: %s', async (scope, left) => {
    const bot = EVERYTHING.oauth_config.scopes.bot.filter((each) => each !== scope);
    const room = await openNewsroom({
      manifest: { ...EVERYTHING, oauth_config: { scopes: { bot } } },
    });
    try {
      await room.slack.people.say(room.reporter.id, room.desk.id, '@hmicfrs hello').outcome;
      expect(kindsOf(room)).toEqual([left]);
    } finally {
      await room.close();
    }
  });
});

describe('what the bot says', () => {
  const room = useNewsroom();

  it('comes back to it as an event, with its own ids', async () => {
    const { client, desk } = room();
    const { ts } = await call(client, 'chat.postMessage', { channel: desk.id, text: 'one' });
    await call(client, 'chat.update', { channel: desk.id, ts, text: 'two' });
    await settled(room());
    const own = { user: TEAM.botUser, bot_id: TEAM.botId };
    expect(eventsOf(room())).toMatchObject([
      { type: 'message', ts, text: 'one', ...own },
      { subtype: 'message_changed', message: { ts, text: 'two', ...own } },
    ]);
  });

  it('is seen by one person, and told to nobody, where it is ephemeral', async () => {
    const { client, slack, desk, reporter, officer } = room();
    const body = { channel: desk.id, user: reporter.id, text: 'for you' };
    const { message_ts: ts } = await call(client, 'chat.postEphemeral', body);
    await settled(room());
    const seen = (person: string) => slack.workspace.messages.seenBy(person, desk.id);
    expect(seen(reporter.id)).toMatchObject([{ ts, text: 'for you', visibleTo: reporter.id }]);
    expect(seen(officer.id)).toEqual([]);
    expect(eventsOf(room())).toEqual([]);
    const gone = await call(client, 'chat.update', { channel: desk.id, ts, text: 'x' });
    expect(gone).toMatchObject({ error: 'message_not_found' });
  });

  it('loses its blocks where it is changed to a text alone', async () => {
    const { client, slack, desk } = room();
    const body = { channel: desk.id, text: 'one', blocks: [section('one')] };
    const { ts } = await call(client, 'chat.postMessage', body);
    const [before] = slack.workspace.messages.in(desk.id);
    expect(textAt(before?.blocks[0], 'block_id')).not.toBe('');
    await call(client, 'chat.update', { channel: desk.id, ts, text: 'two' });
    expect(slack.workspace.messages.find(desk.id, String(ts))?.blocks).toEqual([]);
  });

  it('goes to a person’s direct message where it is sent to the person', async () => {
    const { client, slack, officer } = room();
    const { channel } = await call(client, 'chat.postMessage', { channel: officer.id, text: 'x' });
    expect(channel).toBe(slack.workspace.directMessage(officer.id).id);
    const opened = await call(client, 'conversations.open', { users: officer.id });
    expect(opened).toMatchObject({ ok: true, channel: { id: channel } });
  });
});

describe('what is read again', () => {
  const room = useNewsroom();

  it('comes page by page, newest first, with metadata only where they are asked for', async () => {
    const { client, desk } = room();
    const metadata = { event_type: 'enquiry', event_payload: { id: 7 } };
    for (const text of ['one', 'two', 'three']) {
      await call(client, 'chat.postMessage', { channel: desk.id, text, metadata });
    }
    const first = await call(client, 'conversations.history', { channel: desk.id, limit: 2 });
    expect(first).toMatchObject({ has_more: true, messages: [{ text: 'three' }, { text: 'two' }] });
    expect(JSON.stringify(first)).not.toContain('enquiry');
    const { next_cursor: cursor } = first.response_metadata as Record<string, string>;
    const rest = { channel: desk.id, cursor, include_all_metadata: true };
    expect(await call(client, 'conversations.history', rest)).toMatchObject({
      has_more: false,
      messages: [{ text: 'one', metadata }],
    });
  });

  it('gives a thread with its root first, and the root’s count of replies', async () => {
    const { client, slack, desk, reporter } = room();
    const { message: root } = slack.people.say(reporter.id, desk.id, 'root');
    slack.people.say(reporter.id, desk.id, 'reply', { threadTs: root.ts });
    const body = { channel: desk.id, ts: root.ts };
    expect(await call(client, 'conversations.replies', body)).toMatchObject({
      messages: [
        { text: 'root', reply_count: 1 },
        { text: 'reply', parent_user_id: reporter.id },
      ],
    });
    const history = await call(client, 'conversations.history', { channel: desk.id });
    expect(history.messages).toHaveLength(1);
  });

  it('gives members, channels, people with their zone, and addresses of messages', async () => {
    const { client, slack, desk, reporter, officer } = room();
    const { message } = slack.people.say(reporter.id, desk.id, 'x');
    const members = [reporter.id, officer.id, TEAM.botUser];
    expect(await call(client, 'conversations.members', { channel: desk.id })).toMatchObject({
      members,
    });
    expect(await call(client, 'conversations.info', { channel: desk.id })).toMatchObject({
      channel: { name: 'desk', is_member: true, is_private: false },
    });
    expect(await call(client, 'users.info', { user: reporter.id })).toMatchObject({
      user: { real_name: 'Ravi', tz: 'Europe/London' },
    });
    const place = { channel: desk.id, message_ts: message.ts };
    expect(await call(client, 'chat.getPermalink', place)).toMatchObject({
      permalink: `${TEAM.url}archives/${desk.id}/p${message.ts.replace('.', '')}`,
    });
  });

  it.each([
    ['2026-01-15T12:00:00Z', 0],
    ['2026-07-15T12:00:00Z', 3600],
  ])('knows how far London is from universal time by the clock: %s', async (at, offset) => {
    const other = await openNewsroom({ now: () => Date.parse(at) });
    try {
      const { user } = await call(other.client, 'users.info', { user: other.reporter.id });
      expect(user).toMatchObject({ tz_offset: offset });
      const { message } = other.slack.people.say(other.reporter.id, other.desk.id, 'x');
      expect(Math.floor(Number(message.ts))).toBe(Date.parse(at) / 1000);
    } finally {
      await other.close();
    }
  });
});

describe('the feed of changes', () => {
  const room = useNewsroom();

  it('tells everything in one order: messages, deliveries with their receipts, calls', async () => {
    const { client, slack, desk, reporter } = room();
    const changes: Change[] = [];
    const stop = slack.onChange((change) => changes.push(change));
    await slack.people.say(reporter.id, desk.id, 'hello').outcome;
    await call(client, 'chat.postMessage', { channel: desk.id, text: 'hello yourself' });
    await settled(room());
    stop();
    await call(client, 'auth.test');
    expect(changes.slice(0, 4).map(({ kind }) => kind)).toEqual([
      'message',
      'delivery',
      'delivery',
      'message',
    ]);
    expect(changes[2]).toMatchObject({ delivery: { receipt: { acked: true } } });
    expect(changes.filter(({ kind }) => kind === 'call')).toHaveLength(1);
    const orders = changes
      .filter(({ kind }) => kind === 'message' || kind === 'call')
      .map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((one, other) => one - other));
  });
});
