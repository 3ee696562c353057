import { withBlockIds } from './block-ids.ts';
import { isObject, type JsonObject, objectsAt, textAt } from './json.ts';
import type { Values, View } from './model.ts';
import { newId, TEAM } from './names.ts';
import { isOffered } from './offered.ts';

/** What Slack makes of the view that an app sends. */
export function makeView(view: JsonObject, under: readonly View[] = []): View {
  const id = newId('V');
  const blocks = withBlockIds(objectsAt(view, 'blocks'));
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...view,
    id,
    type: view.type === 'home' ? 'home' : 'modal',
    team_id: TEAM.id,
    app_id: TEAM.appId,
    bot_id: TEAM.botId,
    app_installed_team_id: TEAM.id,
    root_view_id: under[0]?.id ?? id,
    previous_view_id: under.at(-1)?.id ?? null,
    hash: newId('H'),
    blocks,
    state: { values: firstValues(blocks) },
  };
}

/** What was typed and chosen so far. */
export function stateOf(view: View): Values {
  const { values } = isObject(view.state) ? view.state : {};
  // Nothing but this file and what people choose is ever written there.
  return (isObject(values) ? values : {}) as Values;
}

/** Everything in a block that could be used. */
export function elementsOf(block: JsonObject): readonly JsonObject[] {
  return [block.element, block.accessory, ...objectsAt(block, 'elements')].filter((element) =>
    isObject(element),
  );
}

export function valueIn(
  values: Values,
  block: JsonObject,
  element: JsonObject,
): JsonObject | undefined {
  return values[textAt(block, 'block_id')]?.[textAt(element, 'action_id')];
}

/**
 * What stays of an old view in the one that takes its place: Slack keeps what somebody has typed or
 * chosen in an element whose block_id and action_id are the same in both, whatever its initial value
 * (docs.slack.dev/surfaces/modals, "Updating views"). What was not touched begins anew.
 */
export function keptState(old: View, next: View): Values {
  const before = stateOf(old);
  const untouched = firstValues(objectsAt(old, 'blocks'));
  const fresh = stateOf(next);
  const pairs = objectsAt(next, 'blocks').flatMap((block): [string, Values[string]][] => {
    const kept = elementsOf(block).flatMap((element): [string, JsonObject][] => {
      const value = valueIn(before, block, element);
      const { type, ...chosen } = value ?? {};
      const touched = JSON.stringify(value) !== JSON.stringify(valueIn(untouched, block, element));
      const fits =
        type === element.type && Object.values(chosen).every((each) => isOffered(element, each));
      return value && touched && fits ? [[textAt(element, 'action_id'), value]] : [];
    });
    const id = textAt(block, 'block_id');
    return kept.length === 0 ? [] : [[id, { ...fresh[id], ...Object.fromEntries(kept) }]];
  });
  return { ...fresh, ...Object.fromEntries(pairs) };
}

/** The value of every input as long as nobody has touched it. */
export function firstValues(blocks: readonly JsonObject[]): Values {
  const pairs = blocks.flatMap((block): [string, Record<string, JsonObject>][] => {
    const inputs = elementsOf(block).filter(
      (element) => VALUE_OF[textAt(element, 'type')] !== undefined,
    );
    if (inputs.length === 0) return [];
    const values = inputs.map((element): [string, JsonObject] => [
      textAt(element, 'action_id'),
      firstValue(element),
    ]);
    return [[textAt(block, 'block_id'), Object.fromEntries(values)]];
  });
  return Object.fromEntries(pairs);
}

function firstValue(element: JsonObject): JsonObject {
  const type = textAt(element, 'type');
  const field = VALUE_OF[type] ?? 'value';
  const first = element[`initial_${field.replace(/^selected_/, '')}`];
  const none = field.endsWith('s') ? [] : null;
  return { type, [field]: first ?? none };
}

/** Under which field the state of an element stands, by the element's type. */
const VALUE_OF: Readonly<Record<string, string | undefined>> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
};
