import { describe, expect, it } from 'vitest';
import { allRead, unreadIn } from '../../../playground/page/state/unread.ts';
import { aMessage, aSnapshot, aTyped } from '../../browser/support/fixtures.ts';

describe('what is unread', () => {
  const before = aMessage();
  const after = aMessage({ channel: 'D0BOT' });
  const own = aTyped('mine', { channel: 'D0BOT' });

  it('is what others said in a channel since it was shown', () => {
    const read = allRead(aSnapshot({ messages: [before] }));
    const world = aSnapshot({ messages: [before, after, own, aMessage()] });
    expect([...unreadIn(world, read)]).toEqual([
      ['D0BOT', 1],
      ['C0NEWS', 1],
    ]);
  });

  it('is nothing where all was shown, or where an old message has changed', () => {
    const read = allRead(aSnapshot({ messages: [before, after] }));
    const world = aSnapshot({ messages: [{ ...before, text: 'changed', edited: true }, after] });
    expect([...unreadIn(world, read)]).toEqual([]);
  });
});
