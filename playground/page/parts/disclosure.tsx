import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { usePopup } from './use-popup.ts';

/** A button of the top bar with a small panel below. */
export function Disclosure({
  label,
  children,
}: {
  readonly label: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { root, opener, open, setOpen } = usePopup<HTMLDivElement>();
  const id = useId();
  return (
    <div class="disclosure" ref={root}>
      <button
        ref={opener}
        type="button"
        class="bar-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div class="panel" id={id}>
          {children}
        </div>
      )}
    </div>
  );
}
