import { afterEach, beforeEach } from 'vitest';
import type { LocalSlackOptions } from '../../../local-slack/local-slack.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** A newsroom of its own for each test. */
export function useNewsroom(options: LocalSlackOptions = {}): () => Newsroom {
  let room: Newsroom | undefined;
  beforeEach(async () => {
    room = await openNewsroom(options);
  });
  afterEach(() => room?.close());
  return () => {
    if (!room) throw new Error('no test is running');
    return room;
  };
}
