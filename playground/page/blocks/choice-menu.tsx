import type { JSX } from 'preact';
import type { Block } from '../../protocol.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { MenuButton } from '../parts/menu-button.tsx';
import { usePlay } from '../state/play.ts';
import { useBlockEnv } from './block-env.ts';
import type { ElementProps } from './element.tsx';
import { isRecord, nameOf, type Option, readOptions, readString, readText } from './read.ts';
import { stateOf } from './values.ts';

/** A select menu that acts on a choice: of the app's options, or of people. */
export function ChoiceMenu({ element, blockId }: ElementProps): JSX.Element {
  const env = useBlockEnv();
  const confirm = useConfirm();
  const { world } = usePlay();
  const people = element.type === 'users_select';
  const state = stateOf(env.values, blockId, element);
  const options = readOptions(element);
  const items = people
    ? [...world.people, { ...world.bot, role: 'App' }].map(({ id, name }) => ({
        key: id,
        label: name,
      }))
    : options.map(({ label, description }, index) => ({ key: `${index}`, label, description }));
  const choose = (key: string): void =>
    confirm(element.confirm, () => {
      const chosen: Block = people
        ? { type: element.type, selected_user: key }
        : { type: element.type, selected_option: options[Number(key)]?.raw };
      const action_id = readString(element.action_id) ?? '';
      env.setValue(blockId, action_id, chosen);
      env.use({ ...chosen, block_id: blockId, action_id });
    });
  return (
    <MenuButton
      class="button select"
      name={nameOf(element)}
      content={chosenLabel(state, world.people) ?? nameOf(element)}
      items={items}
      disabled={env.disabled}
      onChoose={choose}
    />
  );
}

function chosenLabel(
  state: Block,
  people: readonly { readonly id: string; readonly name: string }[],
): string | undefined {
  if (isRecord(state.selected_option)) return readText(state.selected_option.text)?.text;
  const user = readString(state.selected_user);
  return people.find(({ id }) => id === user)?.name ?? user;
}

/** The "…" menu of a section. */
export function OverflowMenu({ element, blockId }: ElementProps): JSX.Element {
  const { use, disabled } = useBlockEnv();
  const confirm = useConfirm();
  const options: readonly Option[] = readOptions(element);
  return (
    <MenuButton
      class="button quiet"
      name="More choices"
      content="⋯"
      disabled={disabled}
      items={options.map(({ label, description }, index) => ({
        key: `${index}`,
        label,
        description,
      }))}
      onChoose={(key) =>
        confirm(element.confirm, () =>
          use({
            type: 'overflow',
            block_id: blockId,
            action_id: element.action_id,
            selected_option: options[Number(key)]?.raw,
          }),
        )
      }
    />
  );
}
