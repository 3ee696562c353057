import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePlay } from '../state/play.ts';
import type { Shown } from '../state/screen.ts';

/** Near the end, in CSS pixels: who is reading further up is left there. */
const NEAR = 160;
/** At the end, but for what rounding leaves. */
const AT_END = 2;

/**
 * Brings what is new into view; keeps the end in view where a message grows, or the list shrinks
 * because something opens beside it.
 */
export function useScrollToNew(
  list: { readonly current: HTMLElement | null },
  items: readonly Shown[],
): void {
  const { world } = usePlay();
  /** How much was out of view below when it was last looked at: after a change, or a scroll. */
  const below = useRef(0);
  const count = useRef(0);
  useLayoutEffect(() => {
    const pane = list.current;
    const isMine = items.at(-1)?.message.author.id === world.me;
    const isNew = items.length > count.current;
    count.current = items.length;
    if (!pane) return;
    const isWanted = isNew ? isMine || below.current < NEAR : below.current < AT_END;
    if (isWanted) showNewest(pane);
    below.current = belowIn(pane);
  }, [items, list, world.me]);
  useLayoutEffect(() => {
    const pane = list.current;
    if (!pane) return undefined;
    const look = (): void => {
      below.current = belowIn(pane);
    };
    const observer = new ResizeObserver(() => {
      if (below.current < AT_END) showNewest(pane);
      look();
    });
    observer.observe(pane);
    pane.addEventListener('scroll', look);
    return () => {
      observer.disconnect();
      pane.removeEventListener('scroll', look);
    };
  }, [list]);
}

function belowIn(pane: HTMLElement): number {
  return pane.scrollHeight - pane.scrollTop - pane.clientHeight;
}

/** The beginning of an answer that is longer than the pane is what is read first. */
function showNewest(pane: HTMLElement): void {
  const newest = [...pane.querySelectorAll<HTMLElement>('.message-row')].at(-1);
  if (newest) pane.scrollTop = newest.offsetTop - pane.offsetTop;
}
