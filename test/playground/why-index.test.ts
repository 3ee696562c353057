import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../local-slack/json.ts';
import type { Delivery, Recorded } from '../../local-slack/model.ts';
import type { WhyQuestion } from '../../playground/protocol.ts';
import type { Decision } from '../../playground/why/decisions.ts';
import { createWhyIndex, whyInWords } from '../../playground/why/why-index.ts';

const CHANNEL = 'C0';
const RECEIPT = { acked: true, status: 200, payload: undefined, afterMs: 3, order: 0 };

function question(asked: string): WhyQuestion {
  const verdict = `So: ${asked}.`;
  return { asked, understood: [], candidates: [], evidence: [], confidence: 1, verdict };
}

function decision(text: string, over: Partial<Decision> = {}): Decision {
  return {
    by: 'question',
    text,
    conversation: undefined,
    lines: [`About ${text}`],
    questions: [question(text)],
    ...over,
  };
}

/** A workspace in miniature: what it tells the index, in the order in which it is told. */
function make() {
  let real = 0;
  let order = 0;
  const index = createWhyIndex(() => real);
  const at = (): { order: number; at: number } => {
    order += 1;
    return { order, at: real };
  };
  const deliver = (kind: Delivery['kind'], what: string, payload: JsonObject): Delivery => {
    const delivery: Delivery = { ...at(), kind, what, payload, receipt: RECEIPT };
    index.happened({ ...at(), kind: 'delivery', delivery });
    return delivery;
  };
  return {
    index,
    deliver,
    later: (ms: number) => {
      real += ms;
    },
    mention: (text: string, ts: string, eventId = ts) =>
      deliver('events_api', 'app_mention', {
        event_id: eventId,
        event: { type: 'app_mention', channel: CHANNEL, ts, text: `<@U0BOT> ${text}` },
      }),
    direct: (text: string, ts: string) =>
      deliver('events_api', 'message', {
        event_id: ts,
        event: { type: 'message', channel: CHANNEL, ts, text },
      }),
    /** A request of the app; `ts` is that of the message that came of it. */
    call: (ts: string | undefined, body: JsonObject, more: Partial<Recorded> = {}) => {
      const message = ts === undefined ? {} : { message: { channel: CHANNEL, ts } };
      const call: Recorded = { ...at(), method: 'chat.postMessage', body, ...message, ...more };
      index.happened({ ...at(), kind: 'call', call });
    },
    why: (ts: string) => index.why(CHANNEL, ts),
    asked: (ts: string) => index.why(CHANNEL, ts)?.questions.map((each) => each.asked),
  };
}

describe('why a message is as it is', () => {
  it('has the question behind a mention, and what went each way for it alone', () => {
    const { index, mention, call, why } = make();
    mention('cost', '1');
    mention('count', '2');
    index.decided(decision('cost', { conversation: `${CHANNEL} 1` }));
    index.decided(decision('count', { conversation: `${CHANNEL} 2` }));
    call('11', { channel: CHANNEL, thread_ts: '1', text: 'About cost\nand more' });
    call('12', { channel: CHANNEL, thread_ts: '2', text: 'About count' });
    expect(why('11')?.questions).toEqual([question('cost')]);
    expect(why('11')?.exchanges.map(({ way, what }) => [way, what])).toEqual([
      ['to the bot', 'app_mention'],
      ['from the bot', 'chat.postMessage'],
    ]);
    expect(JSON.stringify(why('11')?.exchanges)).not.toContain('count');
  });

  it('tells two direct questions apart, though neither has a thread', () => {
    const { index, direct, call, asked, why } = make();
    direct('cost &amp; price', '1');
    direct('count', '2');
    for (const text of ['cost & price', 'count']) {
      index.decided(decision(text, { conversation: `${CHANNEL} `, lines: [`About ${text}`] }));
    }
    call('11', { channel: CHANNEL, text: 'About cost &amp; price' });
    call('12', { channel: CHANNEL, text: 'About count' });
    expect([asked('11'), asked('12')]).toEqual([['cost & price'], ['count']]);
    expect(JSON.stringify(why('11')?.exchanges[0])).toContain('cost &amp; price');
  });

  it('gives two alike replies their own questions, in their order', () => {
    const { index, direct, call, asked } = make();
    for (const [ts, text] of Object.entries({ 1: 'one', 2: 'two' })) {
      direct(text, ts);
      index.decided(decision(text, { conversation: `${CHANNEL} `, lines: ['I don’t know.'] }));
    }
    call('11', { channel: CHANNEL, text: 'I don’t know.' });
    call('12', { channel: CHANNEL, text: 'I don’t know.' });
    expect([asked('11'), asked('12')]).toEqual([['one'], ['two']]);
  });

  it('does not take the reason of a reply that never reached Slack', () => {
    const { index, direct, call, asked, later } = make();
    direct('lost', '1');
    index.decided(decision('lost', { conversation: `${CHANNEL} `, lines: ['I don’t know.'] }));
    later(60_000);
    direct('kept', '2');
    index.decided(decision('kept', { conversation: `${CHANNEL} `, lines: ['I don’t know.'] }));
    call('12', { channel: CHANNEL, text: 'I don’t know.' });
    expect(asked('12')).toEqual(['kept']);
  });

  it('says that a button was pressed where one was', () => {
    const { index, deliver, call, asked } = make();
    index.decided(decision('asked', { lines: ['About cost'] }));
    const pressed = deliver('interactive', 'block_actions', { trigger_id: 't' });
    index.decided(
      decision('', { by: 'button', lines: ['About cost'], questions: [question('b')] }),
    );
    call('11', { text: 'About cost' }, { method: 'response_url', because: pressed.order });
    expect(asked('11')).toEqual(['b']);
  });

  it('has every copy of the delivery, and what failed', () => {
    const { index, mention, call, why } = make();
    mention('cost', '1', 'Ev1');
    mention('cost', '1', 'Ev1');
    index.decided(decision('cost', { conversation: `${CHANNEL} 1` }));
    const body = { channel: CHANNEL, thread_ts: '1', text: 'About cost' };
    call(undefined, body, { failed: 'status 500' });
    call('11', body);
    const { exchanges = [] } = why('11') ?? {};
    expect(exchanges.map(({ what }) => what)).toEqual([
      'app_mention',
      'app_mention',
      'chat.postMessage',
      'chat.postMessage',
    ]);
    expect(exchanges[2]?.answer).toMatchObject({ failed: 'status 500' });
  });

  it('leaves tokens out, wherever they stand', () => {
    const { deliver, call, why } = make();
    const sent = deliver('slash_commands', '/hmicfrs', {
      token: 'secret-of-old',
      list: [{ text: 'xoxb-1-2-three' }],
    });
    call('11', { text: 'x', token: 'xoxb-4' }, { method: 'response_url', because: sent.order });
    const told = JSON.stringify(why('11'));
    expect(told).not.toMatch(/secret-of-old|xox/);
    expect(told).toContain('(left out)');
  });

  it('is not known of a message that the bot did not write', () => {
    const { index, why } = make();
    expect(why('99')).toBeUndefined();
    expect(whyInWords(index, CHANNEL, '99')).toBe('Nothing is known about this message.');
  });

  it('is kept for the last thousand messages, and said to be kept no longer for older ones', () => {
    const { index, call, why } = make();
    for (let ts = 1; ts <= 1_001; ts += 1) call(String(ts), { text: 'x' });
    expect(why('1')).toBeUndefined();
    expect(whyInWords(index, CHANNEL, '1')).toMatch(/no longer kept.* last 1,000 messages/);
    expect(whyInWords(index, CHANNEL, '2')).toMatchObject({ exchanges: [{ way: 'from the bot' }] });
  });
});
