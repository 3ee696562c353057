import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Place, Values } from '../../protocol.ts';
import { usePlay } from '../state/play.ts';
import { type BlockEnv, BlockEnvProvider } from './block-env.ts';
import { withValue } from './values.ts';

interface AreaProps {
  readonly place: Place;
  readonly disabled?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
  /** Where what is typed is wanted outside as well: a modal's submit. */
  readonly state?: readonly [Values, (change: (values: Values) => Values) => void];
  readonly children: ComponentChildren;
}

const NO_ERRORS = {};

/** Gives the blocks inside what they share: what is typed, and whom to tell of a click. */
export function BlockArea({
  place,
  disabled = false,
  errors = NO_ERRORS,
  state,
  children,
}: AreaProps): JSX.Element {
  const { act } = usePlay();
  const own = useState<Values>({});
  const [values, setValues] = state ?? own;
  const env: BlockEnv = {
    values,
    errors,
    disabled,
    setValue: (blockId, actionId, value) =>
      setValues((before) => withValue(before, blockId, actionId, value)),
    use: (action) => {
      void act({ kind: 'use', place, action, values });
    },
  };
  return <BlockEnvProvider value={env}>{children}</BlockEnvProvider>;
}
