import type { FunctionComponent, JSX } from 'preact';
import type { Block } from '../../protocol.ts';
import { BlockButton } from './block-button.tsx';
import { ChoiceMenu, OverflowMenu } from './choice-menu.tsx';
import { Field } from './field.tsx';
import { readString } from './read.ts';
import { UnknownBlock } from './unknown-block.tsx';
import { heldField } from './values.ts';

export interface ElementProps {
  readonly element: Block;
  readonly blockId: string;
}

const DRAWN: Readonly<Record<string, FunctionComponent<ElementProps>>> = {
  button: BlockButton,
  static_select: ChoiceMenu,
  users_select: ChoiceMenu,
  overflow: OverflowMenu,
  image: Thumbnail,
};

/** An element that acts as soon as it is used: in actions, or beside a section. */
export function Element(props: ElementProps): JSX.Element {
  const { type } = props.element;
  const Drawn = DRAWN[type];
  if (Drawn) return <Drawn {...props} />;
  if (heldField(type) !== undefined) return <Field {...props} acts />;
  return <UnknownBlock type={type} what="element" />;
}

function Thumbnail({ element }: ElementProps): JSX.Element {
  return <span class="thumbnail">Picture: {readString(element.alt_text)}</span>;
}
