/** A field of a raw item where it is text of that form: an item with other mistakes still has its name. */
export function textOf(raw: unknown, field: string, form: RegExp): string | undefined {
  const value = fieldOf(raw, field);
  return typeof value === 'string' && form.test(value) ? value : undefined;
}

/** A field that is a list, with an empty text for each thing in it that is none. */
export function textsOf(raw: unknown, field: string): string[] {
  const value = fieldOf(raw, field);
  return Array.isArray(value) ? value.map((text) => (typeof text === 'string' ? text : '')) : [];
}

function fieldOf(raw: unknown, field: string): unknown {
  return new Map(Object.entries(raw ?? {})).get(field);
}
