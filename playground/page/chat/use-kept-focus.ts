import { useLayoutEffect, useRef } from 'preact/hooks';

interface FocusEvents {
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onFocusOut: (event: FocusEvent) => void;
}

/**
 * Keeps the focus near where it was when the button that had it goes: an answer takes the place of
 * the choices that it was chosen from. It goes to the message, or to the list where that is gone.
 */
export function useKeptFocus(list: { readonly current: HTMLElement | null }): FocusEvents {
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (last.current === null || document.activeElement !== document.body) return;
    const articles = [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])];
    const article = articles.find(({ dataset }) => dataset.ts === last.current);
    (article ?? list.current)?.focus({ preventScroll: true });
  });
  return {
    onFocusIn: ({ target }) => {
      const article = target instanceof Element ? target.closest('article') : null;
      last.current = article?.dataset.ts ?? null;
    },
    onFocusOut: ({ relatedTarget }) => {
      // Not at once: an element that is taken away loses the focus before the layout effect runs.
      const left = last.current;
      setTimeout(() => {
        if (relatedTarget === null && last.current === left && !hasFocus(list.current)) {
          last.current = null;
        }
      });
    },
  };
}

function hasFocus(list: HTMLElement | null): boolean {
  return list?.contains(document.activeElement) ?? false;
}
