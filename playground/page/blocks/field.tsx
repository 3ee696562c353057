import type { JSX } from 'preact';
import type { Block } from '../../protocol.ts';
import { usePlay } from '../state/play.ts';
import { useBlockEnv } from './block-env.ts';
import { OptionGroup } from './option-group.tsx';
import { isSameOption, nameOf, readOptions, readString, readText } from './read.ts';
import { UnknownBlock } from './unknown-block.tsx';
import { heldField, stateOf, tellsOn } from './values.ts';

export interface FieldProps {
  readonly element: Block;
  readonly blockId: string;
  /** The id that a label names; without one the element names itself. */
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean;
  /** True where a change is told to the app before anything is sent off; of a text, see `tellsOn`. */
  readonly acts?: boolean;
}

/** What every control of a field is given. */
interface Control {
  readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  /** Enter in a text field that tells the app then; undefined where it sends the form off. */
  readonly onKeyDown: ((event: KeyboardEvent) => void) | undefined;
}

/** Preact's types tell each kind of input from the others; which it is shows when the page runs. */
const INPUT_TYPES: Readonly<Record<string, 'text'>> = {
  plain_text_input: 'text',
  datepicker: 'date' as 'text',
  timepicker: 'time' as 'text',
  email_text_input: 'email' as 'text',
  url_text_input: 'url' as 'text',
  number_input: 'number' as 'text',
};

/** An element that holds a value: text, a date, a time, a choice. */
export function Field(props: FieldProps): JSX.Element {
  const { element, blockId, id, acts } = props;
  const env = useBlockEnv();
  const state = stateOf(env.values, blockId, element);
  const held = heldField(element.type) ?? 'value';
  const on = acts ? tellsOn(element) : [];
  const action_id = readString(element.action_id) ?? '';
  const tell = (now: Block): void => env.use({ ...now, block_id: blockId, action_id });
  const set = (value: unknown): void => {
    const next = { type: element.type, [held]: value };
    env.setValue(blockId, action_id, next);
    if (on.includes('change')) tell(next);
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    tell(state);
  };
  if (element.type === 'radio_buttons' || element.type === 'checkboxes') {
    return <OptionGroup {...props} value={state[held]} set={set} />;
  }
  const attributes = {
    id,
    'aria-label': id === undefined ? nameOf(element) : undefined,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid ? 'true' : undefined,
    'aria-required': props.required ? 'true' : undefined,
    disabled: env.disabled,
  } as const;
  const onKeyDown = on.includes('enter') ? enter : undefined;
  const control = { attributes, value: state[held], set, onKeyDown };
  return <OneControl element={element} control={control} />;
}

function OneControl({ element, control }: { readonly element: Block; readonly control: Control }) {
  const { type } = element;
  if (type === 'static_select' || type === 'users_select') {
    return <Select element={element} control={control} />;
  }
  if (type === 'plain_text_input' && element.multiline === true) {
    return (
      <textarea
        {...control.attributes}
        class="field"
        rows={5}
        placeholder={readText(element.placeholder)?.text}
        value={readString(control.value) ?? ''}
        onInput={(event) => control.set(event.currentTarget.value)}
        onKeyDown={control.onKeyDown}
      />
    );
  }
  const inputType = INPUT_TYPES[type];
  if (inputType === undefined) return <UnknownBlock type={type} what="element" />;
  return (
    <input
      {...control.attributes}
      type={inputType}
      class="field"
      placeholder={readText(element.placeholder)?.text}
      value={readString(control.value) ?? ''}
      onInput={(event) => control.set(event.currentTarget.value || null)}
      onKeyDown={control.onKeyDown}
    />
  );
}

function Select({ element, control }: { readonly element: Block; readonly control: Control }) {
  const { world } = usePlay();
  const people = element.type === 'users_select';
  const options = readOptions(element);
  const items = people
    ? world.people.map(({ id, name }) => ({ key: id, label: name, held: id as unknown }))
    : options.map(({ label, raw }, index) => ({ key: `${index}`, label, held: raw as unknown }));
  const chosen = items.find(
    ({ held }) => held === control.value || isSameOption(held, control.value),
  );
  return (
    <select
      {...control.attributes}
      class="field"
      value={chosen?.key ?? ''}
      onChange={({ currentTarget }) =>
        control.set(items.find(({ key }) => key === currentTarget.value)?.held ?? null)
      }
    >
      <option value="">{readText(element.placeholder)?.text ?? 'Please choose'}</option>
      {items.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}
