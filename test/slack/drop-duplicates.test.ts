import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { deliveryKey, dropDuplicates, textKey } from '../../src/slack/drop-duplicates.ts';
import { recordingLogger, seenInMemory } from '../support/fake-press-office.ts';

type Args = AnyMiddlewareArgs & AllMiddlewareArgs;

/** How often a delivery went on, and how often it was acknowledged here. */
async function delivered(...bodies: readonly object[]): Promise<{ next: number; acked: number }> {
  const drop = dropDuplicates(seenInMemory(), recordingLogger());
  const count = { next: 0, acked: 0 };
  for (const body of bodies) {
    const args = {
      body,
      context: {},
      next: async () => {
        count.next += 1;
      },
      ack: async () => {
        count.acked += 1;
      },
    };
    await drop(args as unknown as Args);
  }
  return count;
}

describe('a delivery', () => {
  it('goes on once, and its second copy is acknowledged all the same', async () => {
    const body = { event_id: 'Ev1' };
    expect(await delivered(body, body)).toEqual({ next: 1, acked: 1 });
  });

  it('goes on each time where nothing names it', async () => {
    const body = { type: 'block_actions' };
    expect(await delivered(body, body)).toEqual({ next: 2, acked: 0 });
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
