import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useBlockEnv } from './block-env.ts';
import type { FieldProps } from './field.tsx';
import { isSameOption, nameOf, type Option, readOptions } from './read.ts';

interface GroupProps extends FieldProps {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

/** Radio buttons or checkboxes; `id` is the id of the label that names the group. */
export function OptionGroup({
  element,
  id,
  describedBy,
  invalid,
  value,
  set,
}: GroupProps): JSX.Element {
  const { disabled } = useBlockEnv();
  const name = useId();
  const several = element.type === 'checkboxes';
  const chosen: readonly unknown[] = several ? (Array.isArray(value) ? value : []) : [value];
  const isChosen = (option: Option): boolean =>
    chosen.some((each) => isSameOption(each, option.raw));
  const change = (option: Option, on: boolean): void => {
    const others = chosen.filter((each) => !isSameOption(each, option.raw));
    if (!several) set(option.raw);
    else set(on ? [...others, option.raw] : others);
  };
  return (
    <fieldset
      class="options"
      aria-labelledby={id}
      aria-label={id === undefined ? nameOf(element) : undefined}
      aria-describedby={describedBy}
      data-invalid={invalid ? 'true' : undefined}
    >
      {readOptions(element).map((option, index) => (
        <label key={`option${index}`} class="option">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={isChosen(option)}
            disabled={disabled}
            onChange={(event) => change(option, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.description && <small>{option.description}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
