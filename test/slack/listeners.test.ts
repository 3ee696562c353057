import { describe, expect, it } from 'vitest';
import { ACTION_IDS, CALLBACK_IDS, choiceActionId } from '../../src/slack/action-ids.ts';
import { buttonValue } from '../../src/slack/button-value.ts';
import { fakePressOffice } from '../support/fake-press-office.ts';
import { bench, type Call } from './bench.ts';
import { messageFaults, type Sent, viewFaults } from './block-rules.ts';

const KEY = 'made-up/widgets';
const USER = { id: 'U1' };

function pressed(value: string, container: object = {}) {
  const ids = { channel_id: 'C1', message_ts: '1.1' };
  return {
    action: { value },
    body: {
      user: USER,
      trigger_id: 'T1',
      channel: { id: 'C1' },
      container: { ...ids, ...container },
    },
  };
}

const PRIVATE = pressed(buttonValue({ entryKey: KEY, question: 'how <many>?' }), {
  is_ephemeral: true,
});

function payloadOf(call: Call | undefined): Record<string, unknown> {
  return call?.[1] ?? {};
}

function mention(over: object = {}) {
  return { event: { channel: 'C1', ts: '1.1', user: 'U1', text: '<@B> how many?', ...over } };
}

function direct(over: object = {}) {
  return {
    event: { channel: 'D1', channel_type: 'im', ts: '1.1', user: 'U1', text: 'how many?', ...over },
  };
}

describe('the slash command', () => {
  const command = { command: { text: 'how many widgets?' } };

  it('is acknowledged first, then answered privately', async () => {
    const { run, calls } = bench();
    await run('command', '/hmicfrs', command);
    expect(calls.map(([name]) => name)).toEqual(['ack', 'respond']);
    expect(calls[1]?.[1]).toMatchObject({ response_type: 'ephemeral' });
    expect(messageFaults(payloadOf(calls[1]) as unknown as Sent)).toEqual([]);
  });

  it('is answered even where it could not be acknowledged', async () => {
    const { run, fail, sent, lines } = bench();
    fail('ack');
    await run('command', '/hmicfrs', command);
    expect(sent()).toHaveLength(1);
    expect(lines.map((line) => line.level)).toEqual(['warn']);
  });

  it('gets the number to ring where something of ours goes wrong, and the log no question', async () => {
    const pressOffice = fakePressOffice({
      ask: () => {
        throw new TypeError('it broke on: how many widgets?');
      },
    });
    const { run, sent, lines } = bench({ pressOffice });
    await run('command', '/hmicfrs', command);
    expect(sent()[0]?.[1]).toMatchObject({ text: expect.stringContaining('020 0000 0001') });
    expect(lines[0]).toMatchObject({
      level: 'error',
      fields: { error: 'TypeError', surface: 'command' },
    });
    expect(JSON.stringify(lines)).not.toContain('how many');
  });

  it('gets both numbers where it cannot even be told whether the office is open', async () => {
    const broken = () => {
      throw new Error('no calendar');
    };
    const { run, sent } = bench({ pressOffice: fakePressOffice({ ask: broken, hours: broken }) });
    await run('command', '/hmicfrs', command);
    expect(sent()[0]?.[1]).toMatchObject({
      text: expect.stringMatching(/020 0000 0001.*07000 000002/),
    });
  });
});

describe('a mention', () => {
  it.each`
    over                    | thread   | why
    ${{}}                   | ${'1.1'} | ${'in a channel: a thread of its own'}
    ${{ thread_ts: '0.9' }} | ${'0.9'} | ${'in a thread: that one'}
  `('is answered $why', async ({ over, thread }) => {
    const { run, sent } = bench();
    await run('event', 'app_mention', mention(over));
    expect(sent()).toEqual([
      ['post', expect.objectContaining({ channel: 'C1', thread_ts: thread })],
    ]);
  });

  it.each`
    over                                   | why
    ${{ bot_id: 'B2' }}                    | ${'of another bot'}
    ${{ subtype: 'bot_message' }}          | ${'with a subtype'}
    ${{ edited: { ts: '2', user: 'U1' } }} | ${'that was edited'}
    ${{ user: undefined }}                 | ${'of nobody'}
  `('$why is left alone', async ({ over }) => {
    const { run, sent } = bench();
    await run('event', 'app_mention', mention(over));
    expect(sent()).toEqual([]);
  });

  it('and a message of the same text are answered once', async () => {
    const { run, sent } = bench();
    await run('event', 'app_mention', mention({ channel: 'D1' }));
    await run('event', 'message.im', direct());
    expect(sent()).toHaveLength(1);
  });

  it('that can’t be answered gets the number all the same', async () => {
    const { run, fail, sent } = bench();
    fail('post');
    await run('event', 'app_mention', mention());
    expect(sent()[1]?.[1]).toMatchObject({
      thread_ts: '1.1',
      text: expect.stringContaining('Sorry'),
    });
  });

  it('that can’t even be told so ends in the log, and nowhere else', async () => {
    const { run, fail, lines } = bench();
    fail('post', 2);
    await run('event', 'app_mention', mention());
    expect(lines.map((line) => line.message)).toEqual([
      'A listener failed',
      'Nobody could be told of it',
    ]);
  });
});

describe('a message', () => {
  it.each`
    over                         | thread       | why
    ${{}}                        | ${undefined} | ${'where it was written'}
    ${{ thread_ts: '0.9' }}      | ${'0.9'}     | ${'in its thread'}
    ${{ subtype: 'file_share' }} | ${undefined} | ${'with a file'}
    ${{ text: undefined }}       | ${undefined} | ${'without words'}
  `('to the bot is answered $why', async ({ over, thread }) => {
    const { run, sent } = bench();
    await run('event', 'message.im', direct(over));
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.[1].thread_ts).toBe(thread);
  });

  it.each`
    over                              | why
    ${{ channel_type: 'channel' }}    | ${'in a channel'}
    ${{ channel_type: 'group' }}      | ${'in a private channel'}
    ${{ channel_type: 'mpim' }}       | ${'in a group of people'}
    ${{ subtype: 'message_changed' }} | ${'that was edited'}
    ${{ subtype: 'message_deleted' }} | ${'that was deleted'}
    ${{ subtype: 'bot_message' }}     | ${'of a bot, old style'}
    ${{ bot_id: 'B2' }}               | ${'of a bot'}
    ${{ user: undefined }}            | ${'of nobody'}
  `('$why is left alone', async ({ over }) => {
    const { run, sent } = bench();
    await run('event', 'message.im', direct(over));
    expect(sent()).toEqual([]);
  });
});

describe('the home tab', () => {
  it.each`
    tab           | published
    ${'home'}     | ${1}
    ${undefined}  | ${1}
    ${'messages'} | ${0}
  `('is drawn $published times when $tab is opened', async ({ tab, published }) => {
    const { run, sent } = bench();
    await run('event', 'app_home_opened', { event: { user: 'U1', tab } });
    expect(sent()).toHaveLength(published);
  });
});

describe('a button under an answer', () => {
  it.each([...Object.values(ACTION_IDS), choiceActionId(0)])(
    '%s says so where its entry may not be served any more, or the value is garbage',
    async (id) => {
      for (const value of [buttonValue({ entryKey: 'made-up/gone' }), 'garbage']) {
        const { run, sent } = bench();
        await run('action', id, pressed(value));
        const text = expect.stringMatching(/can’t be given any more(?:.|\n)*020 0000 0001/);
        expect(sent()).toEqual([
          ['respond', expect.objectContaining({ response_type: 'ephemeral', text })],
        ]);
      }
    },
  );

  it.each([ACTION_IDS.place, ACTION_IDS.copy, ACTION_IDS.report])(
    '%s opens a modal at once',
    async (id) => {
      const { run, calls } = bench();
      await run('action', id, PRIVATE);
      expect(calls.map(([name]) => name)).toEqual(['ack', 'open']);
      const { trigger_id: trigger, view } = payloadOf(calls[1]);
      expect([trigger, viewFaults(view as object)]).toEqual(['T1', []]);
    },
  );

  it('shares the answer once, names who did, and then goes', async () => {
    const { run, sent } = bench();
    await run('action', ACTION_IDS.share, PRIVATE);
    await run('action', ACTION_IDS.share, PRIVATE);
    expect(sent()).toHaveLength(2);
    expect(sent()[0]?.[1]).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(JSON.stringify(sent()[0])).toContain('Shared by <@U1>');
    expect(messageFaults(payloadOf(sent()[0]) as unknown as Sent)).toEqual([]);
    expect(sent()[1]?.[1]).toMatchObject({ replace_original: true });
    expect(JSON.stringify(sent())).not.toContain(ACTION_IDS.share);
  });

  it('can share again what could not be shared', async () => {
    const { run, fail, sent } = bench();
    fail('respond');
    await run('action', ACTION_IDS.share, PRIVATE);
    await run('action', ACTION_IDS.share, PRIVATE);
    const types = sent().map(([, payload]) => payload.response_type);
    expect(types).toEqual(['in_channel', 'ephemeral', 'in_channel', undefined]);
  });
});

describe('a choice', () => {
  const id = choiceActionId(1);
  const value = (keep: boolean) => buttonValue({ entryKey: KEY, ...(keep ? { keep } : {}) });

  it.each`
    where                              | args                                            | sends
    ${'private'}                       | ${PRIVATE}                                      | ${['respond', { replace_original: true }]}
    ${'public'}                        | ${pressed(value(false))}                        | ${['respond', { replace_original: true }]}
    ${'private, beside other answers'} | ${pressed(value(true), { is_ephemeral: true })} | ${['respond', { replace_original: false, response_type: 'ephemeral' }]}
    ${'public, beside other answers'}  | ${pressed(value(true))}                         | ${['post', { channel: 'C1' }]}
  `('brings its answer: $where', async ({ args, sends }) => {
    const { run, sent } = bench();
    await run('action', id, args);
    expect(sent()).toEqual([[sends[0], expect.objectContaining(sends[1])]]);
  });

  it('can be shared on a private answer only', async () => {
    const { run, sent } = bench();
    await run('action', id, PRIVATE);
    await run('action', id, pressed(value(false)));
    const shares = sent().map((each) => JSON.stringify(each).includes(ACTION_IDS.share));
    expect(shares).toEqual([true, false]);
  });
});

describe('a report', () => {
  const report = (reason: string | null) => ({
    body: { user: USER },
    view: {
      private_metadata: buttonValue({ entryKey: KEY }),
      state: { values: { reason: { reason_text: { value: reason } } } },
    },
  });

  it('is written down for the office, and thanked for with the number', async () => {
    const { run, calls, lines } = bench();
    await run('view', CALLBACK_IDS.report, report(' The sum is wrong. '));
    expect(lines).toEqual([
      {
        level: 'warn',
        message: 'A reader reported an answer',
        fields: { entry: KEY, user: 'U1', reason: 'The sum is wrong.' },
      },
    ]);
    expect(calls).toEqual([['ack', expect.objectContaining({ response_action: 'update' })]]);
    const { view } = payloadOf(calls[0]);
    expect([viewFaults(view as object), JSON.stringify(view)]).toEqual([
      [],
      expect.stringContaining('020 0000 0001'),
    ]);
  });

  it.each([null, '', ' \n '])('without a reason (%j) is asked for one', async (reason) => {
    const { run, calls, lines } = bench();
    await run('view', CALLBACK_IDS.report, report(reason));
    expect(calls[0]?.[1]).toMatchObject({
      response_action: 'errors',
      errors: { reason: expect.any(String) },
    });
    expect(lines).toEqual([]);
  });

  it('is cut at 500 characters', async () => {
    const { run, lines } = bench();
    await run('view', CALLBACK_IDS.report, report('a'.repeat(900)));
    expect(String(lines[0]?.fields.reason)).toHaveLength(500);
  });
});

describe('the field to copy from', () => {
  it('closes when it is done with', async () => {
    const { run, calls } = bench();
    await run('view', CALLBACK_IDS.copy, { view: {} });
    expect(calls).toEqual([['ack', {}]]);
  });
});
