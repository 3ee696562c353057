import { isList, type Json, type JsonObject, objectAt, textAt } from './json.ts';

/** How a text came to be in its field: Enter was pressed, or a character more or less is there. */
export type Typing = 'enter' | 'character';

const TRIGGER: Readonly<Record<Typing, string>> = {
  enter: 'on_enter_pressed',
  character: 'on_character_entered',
};

const TYPED_INTO: readonly string[] = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
];

/**
 * True where the app is told at once. An input block waits for the whole to be sent off unless its
 * `dispatch_action` is true; a text in it is told on Enter unless `dispatch_action_config` says
 * otherwise (docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object).
 * @param how undefined for whatever way the element asks for.
 */
export function isToldAtOnce(block: JsonObject, element: JsonObject, how?: Typing): boolean {
  if (block.type !== 'input') return true;
  if (block.dispatch_action !== true) return false;
  if (how === undefined || !TYPED_INTO.includes(textAt(element, 'type'))) return true;
  return triggersOf(element).includes(TRIGGER[how]);
}

function triggersOf(element: JsonObject): readonly Json[] {
  const on = objectAt(element, 'dispatch_action_config').trigger_actions_on;
  return isList(on) ? on : [TRIGGER.enter];
}
