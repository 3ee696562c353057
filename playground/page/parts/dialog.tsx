import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { focusAgain } from './focus-again.ts';
import { CrossIcon } from './icons.tsx';

interface DialogProps {
  readonly title: string;
  /** "alertdialog" for a question that must be answered first. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog: focus stays inside, Escape closes, and focus returns to where it was. */
export function Dialog({ title, role = 'dialog', onClose, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      leaving.current = true;
      dialog.current?.close();
      focusAgain(before);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      role={role === 'dialog' ? undefined : role}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (!leaving.current) onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="button quiet" aria-label="Dismiss" onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      {children}
    </dialog>
  );
}
