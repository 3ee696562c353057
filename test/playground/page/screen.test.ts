import { describe, expect, it } from 'vitest';
import {
  changed,
  EMPTY_SCREEN,
  type Screen,
  saidIn,
} from '../../../playground/page/state/screen.ts';
import type { Happening } from '../../../playground/protocol.ts';
import { aMessage, aSnapshot, aTyped } from '../../browser/support/fixtures.ts';

function screenAfter(...happenings: readonly Happening[]): Screen {
  return happenings.reduce(
    (screen, happening) => changed(screen, { kind: 'happening', happening }),
    EMPTY_SCREEN,
  );
}

function said(screen: Screen): string[] {
  return saidIn(screen, 'C0NEWS').map(({ message, instance }) => `${instance}: ${message.text}`);
}

describe('the screen', () => {
  const one = aTyped('one');
  const two = aMessage({ text: 'two' });

  it('shows messages in the order in which they happened, whatever the order of the news', () => {
    const screen = screenAfter(
      { kind: 'snapshot', snapshot: aSnapshot({ messages: [two] }) },
      { kind: 'message', message: one },
    );
    expect(said(screen)).toEqual(['first: one', 'first: two']);
  });

  it('puts a changed message in the place of what it was, and takes one away that is gone', () => {
    const screen = screenAfter(
      { kind: 'snapshot', snapshot: aSnapshot({ messages: [one, two] }) },
      { kind: 'message', message: { ...two, text: 'three' } },
      { kind: 'message-gone', channel: one.channel, ts: one.ts },
    );
    expect(said(screen)).toEqual(['first: three']);
  });

  it('keeps what an older server left, before what the new one says', () => {
    const screen = screenAfter(
      { kind: 'snapshot', snapshot: aSnapshot({ messages: [one, two] }) },
      { kind: 'snapshot', snapshot: aSnapshot({ instance: 'second' }) },
      { kind: 'message', message: one },
    );
    expect(said(screen)).toEqual(['first: one', 'first: two', 'second: one']);
    expect(screen.announcement.text).toBe('The playground was restarted.');
  });

  it('announces what others say, and not what one says oneself', () => {
    const start = screenAfter({ kind: 'snapshot', snapshot: aSnapshot() });
    const mine = changed(start, {
      kind: 'happening',
      happening: { kind: 'message', message: one },
    });
    expect(mine.announcement).toEqual(start.announcement);
    const bots = changed(mine, { kind: 'happening', happening: { kind: 'message', message: two } });
    expect(bots.announcement).toEqual({ text: 'hmicfrs: two', count: 1 });
  });
});
