/** What a JSON document may hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The document, or `undefined` where the text is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The object under a key; an empty one where there is none. */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

/** The objects of the list under a key; an empty list where there is none. */
export function objectsAt(value: Json | undefined, key: string): readonly JsonObject[] {
  const found = isObject(value) ? value[key] : undefined;
  return isList(found) ? found.filter(isObject) : [];
}

/** The list under a key; an empty one where there is none. */
export function listAt(value: Json | undefined, key: string): readonly Json[] {
  const found = isObject(value) ? value[key] : undefined;
  return isList(found) ? found : [];
}

/** The words under a key; empty where there are none. */
export function textAt(value: Json | undefined, key: string): string {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : '';
}

/** Every string of a document, however deep, in its order. */
export function stringsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap(stringsIn);
  return isObject(value) ? Object.values(value).flatMap(stringsIn) : [];
}

/** Every object of a document, however deep, outermost first. */
export function objectsIn(value: Json | undefined): JsonObject[] {
  if (isList(value)) return value.flatMap(objectsIn);
  if (!isObject(value)) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
