import { withBlockIds } from './block-ids.ts';
import type { Changes } from './changes.ts';
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from './json.ts';
import type { Values, View } from './model.ts';
import { newId, TEAM } from './names.ts';

/** How many modals may lie upon each other. */
const MOST_VIEWS = 3;

/** The modals and home tabs of everybody. */
export interface Views {
  /** Open modals of a person, the topmost last. */
  of(person: string): readonly View[];
  home(person: string): View | undefined;
  find(id: string): View | undefined;
  findExternal(externalId: string): View | undefined;
  /** Whose view it is. */
  ownerOf(id: string): string | undefined;
  /** Shows a modal alone. */
  open(person: string, view: JsonObject): View;
  /** Lays a modal upon the others; `undefined` where three lie there already. */
  push(person: string, view: JsonObject): View | undefined;
  update(id: string, view: JsonObject): View | undefined;
  publish(person: string, view: JsonObject): View;
  /** What was typed and chosen so far, for the payloads. */
  keepState(id: string, values: Values): void;
  /** Closes one modal, or all of a person. */
  close(id: string): void;
  closeAll(person: string): void;
}

export function createViews(changes: Changes): Views {
  const stacks = new Map<string, readonly View[]>();
  const homes = new Map<string, View>();
  const all = (): View[] => [...[...stacks.values()].flat(), ...homes.values()];
  const find = (id: string): View | undefined => all().find((view) => view.id === id);
  const ownerOf = (id: string): string | undefined =>
    [...stacks].find(([, views]) => views.some((view) => view.id === id))?.[0] ??
    [...homes].find(([, view]) => view.id === id)?.[0];
  const show = (person: string, views: readonly View[]): void => {
    stacks.set(person, views);
    changes.tell({ kind: 'views', person, views });
  };
  const replace = (changed: View): void => {
    const person = ownerOf(changed.id);
    if (person === undefined) return;
    if (changed.type === 'home') {
      homes.set(person, changed);
      changes.tell({ kind: 'home', person, view: changed });
    } else {
      const views = stacks.get(person) ?? [];
      show(
        person,
        views.map((view) => (view.id === changed.id ? changed : view)),
      );
    }
  };
  const of = (person: string): readonly View[] => stacks.get(person) ?? [];
  return {
    of,
    home: (person) => homes.get(person),
    find,
    findExternal: (id) => all().find((view) => id !== '' && view.external_id === id),
    ownerOf,
    open(person, view) {
      const made = make(view);
      show(person, [made]);
      return made;
    },
    push(person, view) {
      const under = of(person);
      const made = make(view, under);
      if (under.length >= MOST_VIEWS) return undefined;
      show(person, [...under, made]);
      return made;
    },
    update(id, view) {
      const old = find(id);
      if (!old) return undefined;
      const made = make(view);
      const { root_view_id, previous_view_id } = old;
      const next: View = { ...made, id, root_view_id, previous_view_id };
      replace(next);
      return next;
    },
    publish(person, view) {
      const made: View = { ...make(view), id: homes.get(person)?.id ?? newId('V') };
      homes.set(person, made);
      changes.tell({ kind: 'home', person, view: made });
      return made;
    },
    keepState(id, values) {
      const view = find(id);
      if (view) replace({ ...view, state: { values: { ...stateOf(view), ...values } } });
    },
    close(id) {
      const person = ownerOf(id);
      if (person === undefined || !of(person).some((view) => view.id === id)) return;
      show(
        person,
        of(person).filter((view) => view.id !== id),
      );
    },
    closeAll: (person) => show(person, []),
  };
}

/** What Slack makes of the view that an app sends. */
function make(view: JsonObject, under: readonly View[] = []): View {
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

function stateOf(view: View): Record<string, JsonObject> {
  const values = objectAt(view.state, 'values');
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (isObject(value) ? [[id, value]] : [])),
  );
}

/** The value of every input as long as nobody has touched it. */
export function firstValues(blocks: readonly JsonObject[]): Values {
  const pairs = blocks.flatMap((block): [string, Record<string, JsonObject>][] => {
    const inputs = [block.element, block.accessory, ...objectsAt(block, 'elements')]
      .filter((element) => isObject(element))
      .filter((element) => VALUE_OF[textAt(element, 'type')] !== undefined);
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
