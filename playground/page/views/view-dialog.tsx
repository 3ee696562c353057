import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Values, View } from '../../protocol.ts';
import { BlockArea } from '../blocks/block-area.tsx';
import { Blocks } from '../blocks/blocks.tsx';
import { allValues, problemsIn } from '../blocks/values.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ScrollArea } from '../parts/scroll-area.tsx';
import { usePlay } from '../state/play.ts';

const FIELDS = 'input, textarea, select';

type Errors = Readonly<Record<string, string>>;

/** One modal of the app: its blocks, its fields, and what the app finds wrong with them. */
export function ViewDialog({ view }: { readonly view: View }): JSX.Element {
  const { closeView } = usePlay();
  const state = useState<Values>({});
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, []);
  const { errors, problem, busy, submit } = useSubmit(view, state[0]);
  useLayoutEffect(() => {
    const [first] = Object.keys(errors);
    if (first === undefined) return;
    const block = form.current?.querySelector(`[data-block="${CSS.escape(first)}"]`);
    block?.querySelector<HTMLElement>(FIELDS)?.focus();
  }, [errors]);
  const close = (): void => closeView(view.id);
  return (
    <Dialog title={view.title ?? 'Window'} onClose={close}>
      <form
        ref={form}
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ScrollArea class="dialog-body" label="Content">
          <BlockArea place={{ kind: 'view', viewId: view.id }} errors={errors} state={state}>
            <Blocks of={view.blocks} />
          </BlockArea>
        </ScrollArea>
        <div role="alert">{problem && <p class="error">{problem}</p>}</div>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={close}>
            {view.close ?? (view.submit === undefined ? 'Close' : 'Cancel')}
          </button>
          {view.submit !== undefined && (
            <button type="submit" class="button primary" aria-busy={busy}>
              {view.submit}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

function useSubmit(view: View, typed: Values) {
  const { act } = usePlay();
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    const values = allValues(view.blocks, typed);
    const answer = await act({ kind: 'submit', viewId: view.id, values });
    setBusy(false);
    if (answer.ok) return;
    setErrors(answer.errors ?? {});
    setProblem(answer.errors === undefined ? answer.problem : '');
  };
  const submit = (): void => {
    if (busy) return;
    const found = problemsIn(view.blocks, typed);
    setErrors(found);
    if (Object.keys(found).length === 0) void send();
  };
  return { errors, problem, busy, submit };
}
