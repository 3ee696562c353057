import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusAgain } from './focus-again.ts';
import { CrossIcon } from './icons.tsx';

interface PaneHeadProps {
  readonly title: string;
  readonly detail: string;
  readonly onClose: () => void;
  /** Whether the focus comes here when the pane opens; on a narrow screen it always does. */
  readonly focus?: boolean;
}

/** Up to this width, in CSS pixels, a pane fills the screen; style.css has the same figure. */
const NARROW = '(max-width: 760px)';

/** The head of a pane at the side: Escape in the pane, or the button, closes it. */
export function PaneHead({ title, detail, onClose, focus = false }: PaneHeadProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const pane = heading.current?.closest('section');
    const before = document.activeElement;
    if (focus || matchMedia(NARROW).matches) heading.current?.focus();
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    pane?.addEventListener('keydown', closeOnEscape);
    return () => {
      pane?.removeEventListener('keydown', closeOnEscape);
      const inside = pane?.contains(document.activeElement) === true;
      if (inside || document.activeElement === document.body) focusAgain(before);
    };
  }, []);
  return (
    <header class="pane-head">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{detail}</p>
      <button type="button" class="button quiet close" onClick={onClose}>
        <span class="wide-only">
          <CrossIcon />
          <span class="unseen">Hide {title.toLowerCase()}</span>
        </span>
        <span class="narrow-only">
          <span aria-hidden="true">← </span>Back
          <span class="unseen"> from {title.toLowerCase()}</span>
        </span>
      </button>
    </header>
  );
}
