import type { ComponentChildren, JSX } from 'preact';
import { createContext } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';
import { isRecord, readString, readText } from '../blocks/read.ts';
import { Dialog } from './dialog.tsx';

/** Runs `then` at once, or after a yes where `question` is a confirmation dialog of Block Kit. */
type Confirm = (question: unknown, then: () => void) => void;

const ConfirmContext = createContext<Confirm>((_, then) => then());

export function useConfirm(): Confirm {
  return useContext(ConfirmContext);
}

interface Asked {
  readonly question: Readonly<Record<string, unknown>>;
  readonly then: () => void;
}

export function ConfirmProvider({
  children,
}: {
  readonly children: ComponentChildren;
}): JSX.Element {
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirm: Confirm = useCallback((question, then) => {
    if (isRecord(question)) setAsked({ question, then });
    else then();
  }, []);
  return (
    <ConfirmContext.Provider value={confirm}>
      {children}
      {asked && <Question asked={asked} close={() => setAsked(null)} />}
    </ConfirmContext.Provider>
  );
}

function Question({ asked, close }: { readonly asked: Asked; readonly close: () => void }) {
  const { question, then } = asked;
  const words = (field: string): string | undefined => readText(question[field])?.text;
  const danger = readString(question.style) === 'danger' ? 'danger' : 'primary';
  return (
    <Dialog role="alertdialog" title={words('title') ?? 'Are you sure?'} onClose={close}>
      <p class="dialog-body">{words('text')}</p>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          {words('deny') ?? 'No'}
        </button>
        <button
          type="button"
          class={`button ${danger}`}
          onClick={() => {
            close();
            then();
          }}
        >
          {words('confirm') ?? 'Yes'}
        </button>
      </footer>
    </Dialog>
  );
}
