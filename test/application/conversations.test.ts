import { describe, expect, it } from 'vitest';
import { createConversations } from '../../src/application/conversations.ts';

const MINUTE = 60_000;
const COST = { entryKey: 'made-up/cost', title: 'What widgets cost' };
const COUNT = { entryKey: 'made-up/count', title: 'How many widgets there are' };

describe('what a conversation was about', () => {
  it.each([
    ['at once', 0, COST],
    ['after a minute', MINUTE, COST],
    ['after ten minutes', 10 * MINUTE, COST],
    ['after more', 10 * MINUTE + 1, undefined],
    ['before it was said', -1, undefined],
  ])('is known %s: %#', (_, later, topic) => {
    const conversations = createConversations();
    conversations.remember('a', COST, 1_000_000);
    expect(conversations.topic('a', 1_000_000 + later)).toEqual(topic);
  });

  it('is the last answer, of that conversation alone', () => {
    const conversations = createConversations();
    conversations.remember('a', COST, 0);
    conversations.remember('b', COUNT, 0);
    expect(conversations.topic('a', 1)).toEqual(COST);
    conversations.remember('a', COUNT, 9 * MINUTE);
    expect(conversations.topic('a', 15 * MINUTE)).toEqual(COUNT);
    expect(conversations.topic('c', 1)).toBeUndefined();
  });

  it('is forgotten of the one longest silent, once there are two thousand others', () => {
    const conversations = createConversations();
    const remember = (name: string) => conversations.remember(name, COST, 0);
    for (let each = 0; each < 2_000; each += 1) remember(`c${each}`);
    expect(conversations.topic('c0', 1)).toEqual(COST);
    remember('c0');
    remember('new');
    expect(conversations.topic('c0', 1)).toEqual(COST);
    expect(conversations.topic('c1', 1)).toBeUndefined();
    expect(conversations.topic('c2', 1)).toEqual(COST);
  });
});
