import { useRef } from 'preact/hooks';
import type { Snapshot } from '../../protocol.ts';

/** For each channel the order of the newest message in it that this page has shown. */
export type Read = ReadonlyMap<string, number>;

/** How much each channel holds that this page hasn't shown, of what others said; pure. */
export function unreadIn({ me, messages }: Snapshot, read: Read): ReadonlyMap<string, number> {
  const unread = new Map<string, number>();
  for (const { channel, order, author } of messages) {
    if (author.id === me || order <= (read.get(channel) ?? -1)) continue;
    unread.set(channel, (unread.get(channel) ?? 0) + 1);
  }
  return unread;
}

/** All that is there now as read, in every channel; pure. */
export function allRead({ messages }: Snapshot): Map<string, number> {
  const read = new Map<string, number>();
  for (const { channel, order } of messages) {
    read.set(channel, Math.max(order, read.get(channel) ?? -1));
  }
  return read;
}

/** What is unread on this page: all that came since it was opened, but for the channel that is shown. */
export function useUnread(world: Snapshot, shown: string | undefined): ReadonlyMap<string, number> {
  const kept = useRef<{ readonly of: string; readonly read: Map<string, number> }>(null);
  const of = `${world.instance} ${world.me}`;
  if (kept.current?.of !== of) kept.current = { of, read: allRead(world) };
  const { read } = kept.current;
  const now = shown === undefined ? undefined : allRead(world).get(shown);
  if (shown !== undefined && now !== undefined) read.set(shown, now);
  return unreadIn(world, read);
}
