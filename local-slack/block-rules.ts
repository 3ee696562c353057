import { isObject, type Json, type JsonObject, objectsAt } from './json.ts';

/** One thing that Slack refuses, and where: a JSON pointer into the call's arguments. */
export interface Flaw {
  readonly says: string;
  readonly path: string;
}

/** Looks at a thing of Block Kit that stands at a path. */
export type Rule = (thing: JsonObject, path: string) => readonly Flaw[];

/** How Slack words a flaw in `response_metadata.messages`. */
export function inSlacksWords({ says, path }: Flaw): string {
  return `[ERROR] ${says} [json-pointer:${path}]`;
}

/** Rules that all hold. */
export function all(...rules: readonly Rule[]): Rule {
  return (thing, path) => rules.flatMap((rule) => rule(thing, path));
}

export const anything: Rule = () => [];

/** A text object under a key, of one of the types. */
export function textObject(
  key: string,
  most: number,
  types: readonly string[] = ['plain_text'],
): Rule {
  return (thing, path) => {
    const at = `${path}/${key}`;
    const text = thing[key];
    if (text === undefined || text === null) return [flaw('missing required field: text', at)];
    if (!isObject(text)) return [flaw('must provide an object', at)];
    if (!types.includes(String(text.type))) {
      return [flaw(`unsupported type: ${String(text.type)}`, `${at}/type`)];
    }
    return string('text', most, 1)(text, at);
  };
}

export const ANY_TEXT: readonly string[] = ['plain_text', 'mrkdwn'];

/** A string under a key, in UTF-16 code units; it must be there. */
export function string(key: string, most: number, least = 0): Rule {
  return (thing, path) => {
    const at = `${path}/${key}`;
    const value = thing[key];
    if (value === undefined || value === null) return [flaw(`missing required field: ${key}`, at)];
    if (typeof value !== 'string') return [flaw('must provide a string', at)];
    if (value.length < least) return [flaw(`must be more than ${least - 1} characters`, at)];
    return value.length > most ? [flaw(`must be less than ${most + 1} characters`, at)] : [];
  };
}

/** A whole number under a key, from `least` to `most`. */
export function whole(key: string, least: number, most: number): Rule {
  return (thing, path) => {
    const at = `${path}/${key}`;
    const value = thing[key];
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return [flaw('must provide an integer', at)];
    }
    if (value < least) return [flaw(`must be more than ${least - 1}`, at)];
    return value > most ? [flaw(`must be less than ${most + 1}`, at)] : [];
  };
}

/** One of some values under a key; it must be there. */
export function oneOf(key: string, values: readonly Json[]): Rule {
  return (thing, path) =>
    values.includes(thing[key] ?? null)
      ? []
      : [flaw(`must be one of: ${values.join(', ')}`, `${path}/${key}`)];
}

/** A list under a key, each of its objects by one rule; it must be there. */
export function list(key: string, least: number, most: number, each: Rule = anything): Rule {
  return (thing, path) => {
    const at = `${path}/${key}`;
    const value = thing[key];
    if (!Array.isArray(value)) return [flaw(`missing required field: ${key}`, at)];
    if (value.length < least) return [flaw(`no less than ${least} items allowed`, at)];
    if (value.length > most) return [flaw(`no more than ${most} items allowed`, at)];
    return objectsAt(thing, key).flatMap((item, index) => each(item, `${at}/${index}`));
  };
}

/** The rule holds only where the key is there at all. */
export function maybe(key: string, rule: Rule): Rule {
  return (thing, path) => (isThere(thing[key]) ? rule(thing, path) : []);
}

/** A rule for the object under a key; nothing where there is none. */
export function under(key: string, rule: Rule): Rule {
  return (thing, path) => {
    const inner = thing[key];
    return isObject(inner) ? rule(inner, `${path}/${key}`) : [];
  };
}

/** A rule for each type; a type that is not in the table is refused. */
export function byType(table: Readonly<Record<string, Rule | undefined>>): Rule {
  return (thing, path) => {
    const rule = typeof thing.type === 'string' ? table[thing.type] : undefined;
    return rule
      ? rule(thing, path)
      : [flaw(`unsupported type: ${String(thing.type)}`, `${path}/type`)];
  };
}

export function flaw(says: string, path: string): Flaw {
  return { says, path };
}

function isThere(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}
