import { useState } from 'preact/hooks';

const drafts = new Map<string, string>();

/**
 * What is typed and not yet sent, by where it is typed: it is still there after a look elsewhere,
 * and where sending failed.
 */
export function useDraft(place: string): [string, (text: string) => void] {
  const [, redraw] = useState(0);
  const set = (text: string): void => {
    if (text === '') drafts.delete(place);
    else drafts.set(place, text);
    redraw((count) => count + 1);
  };
  return [drafts.get(place) ?? '', set];
}

/** What is typed there now. */
export function draftAt(place: string): string {
  return drafts.get(place) ?? '';
}
