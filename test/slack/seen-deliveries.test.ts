import { describe, expect, it } from 'vitest';
import { deliveryKey, textKey } from '../../src/slack/drop-duplicates.ts';
import { createSeenDeliveries, TIME_TO_LIVE_MS } from '../../src/slack/seen-deliveries.ts';

function seenAt(limit?: number) {
  const time = { now: 1_000_000 };
  return { time, seen: createSeenDeliveries(() => time.now, limit) };
}

describe('deliveries that were seen', () => {
  it('takes each up once', () => {
    const { seen } = seenAt();
    expect([seen.takeUp('a'), seen.takeUp('b'), seen.takeUp('a')]).toEqual([true, true, false]);
  });

  it('remembers for ten minutes from the first copy on, and no longer', () => {
    const { seen, time } = seenAt();
    seen.takeUp('a');
    time.now += TIME_TO_LIVE_MS - 1;
    expect(seen.takeUp('a')).toBe(false);
    time.now += 1;
    expect(seen.takeUp('a')).toBe(true);
  });

  it('holds no more than its limit, and lets the oldest go', () => {
    const { seen } = seenAt(2);
    for (const key of ['a', 'b', 'c']) seen.takeUp(key);
    expect([seen.takeUp('b'), seen.takeUp('c'), seen.takeUp('a')]).toEqual([false, false, true]);
  });

  it('forgets what came to nothing', () => {
    const { seen } = seenAt();
    seen.takeUp('a');
    seen.forget('a');
    expect(seen.takeUp('a')).toBe(true);
  });
});

describe('what names a delivery', () => {
  it.each`
    body                                      | key
    ${{ event_id: 'Ev1', event: {} }}         | ${'event:Ev1'}
    ${{ command: '/x', trigger_id: '1.2.a' }} | ${'trigger:1.2.a'}
    ${{ type: 'block_actions' }}              | ${undefined}
    ${{ event_id: 7, trigger_id: null }}      | ${undefined}
  `('is $key', ({ body, key }) => {
    expect(deliveryKey(body)).toBe(key);
  });

  it('tells a text of one channel from that of another', () => {
    expect(textKey('C1', '1.2')).not.toBe(textKey('C2', '1.2'));
  });
});
