import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Block } from '../../protocol.ts';
import { useBlockEnv } from './block-env.ts';
import { Field } from './field.tsx';
import { readBlock, readNumber, readString, readText } from './read.ts';
import { plainWords } from './rich-words.tsx';
import { heldField, stateOf, tellsOn } from './values.ts';

interface Note {
  readonly key: string;
  readonly class: 'error' | 'hint';
  readonly text: string;
}

/** An input of a modal: its label, the field, a hint, how long it may be, and what is wrong. */
export function InputBlock({ block }: { readonly block: Block }): JSX.Element | null {
  const id = useId();
  const element = readBlock(block.element);
  const notes = useNotes(block, element);
  if (element === undefined) return null;
  const blockId = readString(block.block_id) ?? '';
  const describedBy = notes.map(({ key }) => `${id}-${key}`).join(' ');
  return (
    <div class="block input" data-block={blockId}>
      <Label id={id} block={block} group={isGroup(element)} />
      <Field
        element={element}
        blockId={blockId}
        id={id}
        describedBy={describedBy || undefined}
        invalid={notes.some((note) => note.class === 'error')}
        required={block.optional !== true}
        acts={block.dispatch_action === true}
      />
      {notes.map((note) => (
        <p key={note.key} id={`${id}-${note.key}`} class={note.class}>
          {note.text}
        </p>
      ))}
    </div>
  );
}

function isGroup({ type }: Block): boolean {
  return type === 'radio_buttons' || type === 'checkboxes';
}

/** What describes the field: what is wrong with it comes first. */
function useNotes(block: Block, element: Block | undefined): Note[] {
  const { values, errors } = useBlockEnv();
  const blockId = readString(block.block_id) ?? '';
  const notes: Note[] = [];
  const error = errors[blockId];
  if (error !== undefined) notes.push({ key: 'error', class: 'error', text: error });
  const hint = readText(block.hint);
  if (hint) notes.push({ key: 'hint', class: 'hint', text: plainWords(hint) });
  if (element && block.dispatch_action === true && tellsOn(element).includes('enter')) {
    notes.push({ key: 'enter', class: 'hint', text: 'Press Enter to have this looked at.' });
  }
  const most = readNumber(element?.max_length);
  if (element && most !== undefined) {
    const typed = stateOf(values, blockId, element)[heldField(element.type) ?? ''];
    const length = readString(typed)?.length ?? 0;
    notes.push({ key: 'most', class: 'hint', text: `${length} of at most ${most} characters` });
  }
  return notes;
}

interface LabelProps {
  readonly id: string;
  readonly block: Block;
  /** True where several controls share the label. */
  readonly group: boolean;
}

function Label({ id, block, group }: LabelProps): JSX.Element {
  const label = readText(block.label);
  const words = (
    <>
      {label && plainWords(label)}
      {block.optional === true && <span class="optional"> (optional)</span>}
    </>
  );
  return group ? (
    <span class="label" id={id}>
      {words}
    </span>
  ) : (
    <label class="label" for={id}>
      {words}
    </label>
  );
}
