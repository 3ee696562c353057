import { isList, isObject, type Json, type JsonObject, objectsAt } from './json.ts';

/** True unless something else than what an element offers was chosen in it. */
export function isOffered(element: JsonObject, chosen: Json | undefined): boolean {
  const options = optionsOf(element);
  if (options.length === 0) return true;
  const all = isList(chosen) ? chosen : [chosen ?? null];
  return all
    .filter((each) => isObject(each))
    .every(({ value }) => options.some((option) => option.value === value));
}

function optionsOf(element: JsonObject): readonly JsonObject[] {
  return [
    ...objectsAt(element, 'options'),
    ...objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options')),
  ];
}
