import type { Changes } from './changes.ts';
import type { JsonObject } from './json.ts';
import { keptState, makeView, stateOf } from './make-view.ts';
import type { Values, View } from './model.ts';
import { newId } from './names.ts';

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
  /** Keeps what was typed and chosen, block by block. */
  keepState(id: string, values: Values): View | undefined;
  /** Closes one modal. */
  close(id: string): void;
  closeAll(person: string): void;
}

interface Shown {
  readonly stacks: Map<string, readonly View[]>;
  readonly homes: Map<string, View>;
  show(person: string, views: readonly View[]): void;
  showHome(person: string, view: View): void;
}

export function createViews(changes: Changes): Views {
  const stacks = new Map<string, readonly View[]>();
  const homes = new Map<string, View>();
  const shown: Shown = {
    stacks,
    homes,
    show(person, views) {
      stacks.set(person, views);
      changes.tell({ kind: 'views', person, views });
    },
    showHome(person, view) {
      homes.set(person, view);
      changes.tell({ kind: 'home', person, view });
    },
  };
  return { ...reading(shown), ...writing(shown, reading(shown)) };
}

type Reading = Pick<Views, 'of' | 'home' | 'find' | 'findExternal' | 'ownerOf'>;

function reading({ stacks, homes }: Shown): Reading {
  const all = (): View[] => [...[...stacks.values()].flat(), ...homes.values()];
  return {
    of: (person) => stacks.get(person) ?? [],
    home: (person) => homes.get(person),
    find: (id) => all().find((view) => view.id === id),
    findExternal: (id) => all().find((view) => id !== '' && view.external_id === id),
    ownerOf: (id) =>
      [...stacks].find(([, views]) => views.some((view) => view.id === id))?.[0] ??
      [...homes].find(([, view]) => view.id === id)?.[0],
  };
}

function writing(shown: Shown, { of, home, find, ownerOf }: Reading): Omit<Views, keyof Reading> {
  const replace = (changed: View): View => {
    const person = ownerOf(changed.id);
    if (person === undefined) return changed;
    if (changed.type === 'home') shown.showHome(person, changed);
    else
      shown.show(
        person,
        of(person).map((view) => (view.id === changed.id ? changed : view)),
      );
    return changed;
  };
  return {
    open(person, view) {
      const made = makeView(view);
      shown.show(person, [made]);
      return made;
    },
    push(person, view) {
      const under = of(person);
      if (under.length >= MOST_VIEWS) return undefined;
      const made = makeView(view, under);
      shown.show(person, [...under, made]);
      return made;
    },
    update(id, view) {
      const old = find(id);
      if (!old) return undefined;
      const { root_view_id, previous_view_id } = old;
      const made = makeView(view);
      const state = { values: keptState(old, made) };
      return replace({ ...made, id, root_view_id, previous_view_id, state });
    },
    publish(person, view) {
      const made: View = { ...makeView(view), id: home(person)?.id ?? newId('V') };
      shown.showHome(person, made);
      return made;
    },
    keepState(id, values) {
      const view = find(id);
      return view && replace({ ...view, state: { values: { ...stateOf(view), ...values } } });
    },
    close(id) {
      const person = ownerOf(id);
      if (person === undefined || find(id)?.type === 'home') return;
      shown.show(
        person,
        of(person).filter((view) => view.id !== id),
      );
    },
    closeAll: (person) => shown.show(person, []),
  };
}
