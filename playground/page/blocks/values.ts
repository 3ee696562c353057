import type { Block, Values } from '../../protocol.ts';
import { isRecord, readBlock, readBlocks, readNumber, readString } from './read.ts';

/** For each element that holds a value: which field of its state holds it, and where it begins. */
const HOLDS: Readonly<Record<string, { readonly field: string; readonly initial: string }>> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  email_text_input: { field: 'value', initial: 'initial_value' },
  url_text_input: { field: 'value', initial: 'initial_value' },
  number_input: { field: 'value', initial: 'initial_value' },
  static_select: { field: 'selected_option', initial: 'initial_option' },
  radio_buttons: { field: 'selected_option', initial: 'initial_option' },
  checkboxes: { field: 'selected_options', initial: 'initial_options' },
  users_select: { field: 'selected_user', initial: 'initial_user' },
  datepicker: { field: 'selected_date', initial: 'initial_date' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
};

/** The field of an element's state that holds its value; undefined for one that holds none. */
export function heldField(type: string): string | undefined {
  return HOLDS[type]?.field;
}

const TYPED = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input'];

/**
 * When an input with `dispatch_action` tells the app: a choice as it is made, a text on Enter unless
 * its `dispatch_action_config` says otherwise
 * (docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object).
 */
export function tellsOn(element: Block): readonly ('enter' | 'change')[] {
  if (!TYPED.includes(element.type)) return ['change'];
  const config = element.dispatch_action_config;
  const given = isRecord(config) ? config.trigger_actions_on : undefined;
  if (!Array.isArray(given)) return ['enter'];
  return [
    ...(given.includes('on_enter_pressed') ? (['enter'] as const) : []),
    ...(given.includes('on_character_entered') ? (['change'] as const) : []),
  ];
}

/** An element's state before anybody has touched it. */
export function initialState(element: Block): Block {
  const holds = HOLDS[element.type];
  if (holds === undefined) return { type: element.type };
  const empty = element.type === 'checkboxes' ? [] : null;
  return { type: element.type, [holds.field]: element[holds.initial] ?? empty };
}

/** An element's state now. */
export function stateOf(values: Values, blockId: string, element: Block): Block {
  const actionId = readString(element.action_id) ?? '';
  return values[blockId]?.[actionId] ?? initialState(element);
}

export function withValue(values: Values, blockId: string, actionId: string, value: Block): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } };
}

/** Everything that stands in a view's fields, touched or not, as Slack's `state.values`. */
export function allValues(blocks: readonly Block[], typed: Values): Values {
  let all: Values = {};
  for (const { blockId, element } of fieldsOf(blocks)) {
    const actionId = readString(element.action_id);
    if (actionId === undefined || heldField(element.type) === undefined) continue;
    all = withValue(all, blockId, actionId, stateOf(typed, blockId, element));
  }
  return all;
}

/** What Slack itself finds wrong before the app is asked: a sentence each, by block_id. */
export function problemsIn(blocks: readonly Block[], typed: Values): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const block of blocks.filter(({ type }) => type === 'input')) {
    const element = readBlock(block.element);
    const blockId = readString(block.block_id) ?? '';
    if (element === undefined) continue;
    const problem = problemOf(block, element, stateOf(typed, blockId, element));
    if (problem !== undefined) problems[blockId] = problem;
  }
  return problems;
}

function problemOf(block: Block, element: Block, state: Block): string | undefined {
  const value = state[heldField(element.type) ?? ''];
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return block.optional === true ? undefined : 'Please complete this required field.';
  const length = typeof value === 'string' ? value.length : 0;
  const most = readNumber(element.max_length);
  const least = readNumber(element.min_length);
  if (most !== undefined && length > most) {
    return `Please shorten this to ${most} characters; it has ${length}.`;
  }
  if (least !== undefined && length > 0 && length < least) {
    return `Please write at least ${least} characters.`;
  }
  return undefined;
}

function fieldsOf(blocks: readonly Block[]): { blockId: string; element: Block }[] {
  return blocks.flatMap((block) => {
    const blockId = readString(block.block_id) ?? '';
    const lone = [readBlock(block.element), readBlock(block.accessory)].filter(
      (element) => element !== undefined,
    );
    const elements = block.type === 'actions' ? readBlocks(block.elements) : lone;
    return elements.map((element) => ({ blockId, element }));
  });
}
