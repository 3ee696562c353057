import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { exampleFor, fieldsAt } from './field-help.ts';
import type { Problem } from './problem.ts';

type Path = readonly (string | number)[];

/** A YAML file that could be read, and still knows on which line each field stands. */
interface YamlSource {
  readonly file: string;
  /** A problem of one of this file's fields, with its line and an example. */
  problemAt(path: Path, wrong: string, example?: string): Problem;
}

/** A file that fits its schema. */
export interface YamlFile<T> extends YamlSource {
  readonly value: T;
}

/** A file that is a list; each item was held against the schema by itself. */
export interface YamlList<T> extends YamlSource {
  readonly items: readonly YamlItem<T>[];
}

export interface YamlItem<T> {
  readonly index: number;
  readonly raw: unknown;
  /** Absent where the item has mistakes, which are then among the problems. */
  readonly value?: T;
}

/**
 * Reads and checks one file. Every mistake is added to `problems`; `undefined` means there was one.
 * `file` is relative to `root`, which is how problems name it.
 */
export function readYaml<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): YamlFile<T> | undefined {
  const opened = openYaml(root, file, problems);
  if (!opened) return undefined;
  const value = checked(opened, [], opened.content, schema, problems);
  return value === undefined ? undefined : { ...opened, value };
}

/**
 * Reads a file that is a list of things. A mistake in one of them hides no mistake in another;
 * `undefined` means that there is no list at all.
 */
export function readYamlList<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  noList: string,
  problems: Problem[],
): YamlList<T> | undefined {
  const opened = openYaml(root, file, problems);
  if (!opened) return undefined;
  if (!Array.isArray(opened.content)) {
    problems.push(opened.problemAt([], noList, '- id: cost-to-uk'));
    return undefined;
  }
  const items = opened.content.map((raw: unknown, index): YamlItem<T> => {
    const value = checked(opened, [index], raw, schema, problems);
    return { index, raw, ...(value === undefined ? {} : { value }) };
  });
  return { ...opened, items };
}

/** Reads a text file; a missing or unreadable one, or one that is not UTF-8, is a problem. */
export function readText(root: string, file: string, problems: Problem[]): string | undefined {
  try {
    const bytes = readFileSync(join(root, file));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    problems.push({ file, field: 'file', wrong: whyUnreadable(error) });
    return undefined;
  }
}

function whyUnreadable(error: unknown): string {
  if (error instanceof TypeError) return 'it is not UTF-8; save it as UTF-8 text';
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return missing ? 'it is missing' : `it can’t be read: ${String(error)}`;
}

interface Opened extends YamlSource {
  readonly content: unknown;
  readonly document: Document;
}

function openYaml(root: string, file: string, problems: Problem[]): Opened | undefined {
  const source = readText(root, file, problems);
  if (source === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const noYaml = (message: string, line?: number): undefined => {
    const wrong = `this is no YAML: ${message.split('\n')[0]?.replace(/:$/, '')}`;
    const where = line === undefined ? {} : { line };
    problems.push({ file, ...where, field: 'syntax', wrong, example: 'title: "In double quotes"' });
  };
  for (const error of document.errors) noYaml(error.message, error.linePos?.[0].line);
  if (document.errors.length > 0) return undefined;
  const problemAt: Opened['problemAt'] = (path, wrong, example = exampleFor(path)) => ({
    file,
    line: lineOf(document, lines, path),
    field: fieldName(path, document),
    wrong,
    example,
  });
  try {
    return { file, document, content: document.toJS() as unknown, problemAt };
  } catch (error) {
    // An alias without its anchor ("*word", not in quotes) shows only when values are made.
    return noYaml(error instanceof Error ? error.message : String(error), lineOfAlias(source));
  }
}

function lineOfAlias(source: string): number {
  const line = source.split('\n').findIndex((text) => /(?:^|[\s[,{])\*\S/.test(text));
  return line === -1 ? 1 : line + 1;
}

function checked<T>(
  opened: Opened,
  at: Path,
  content: unknown,
  schema: z.ZodType<T>,
  problems: Problem[],
): T | undefined {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const inside = issue.path.filter(isKey);
    const path = [...at, ...inside];
    if (issue.code === 'unrecognized_keys') {
      const good = fieldsAt(schema, inside).join(', ');
      for (const key of issue.keys) {
        problems.push(opened.problemAt([...path, key], 'there is no field of this name', good));
      }
    } else {
      const missing = path.length > 0 && !opened.document.hasIn(path);
      problems.push(opened.problemAt(path, missing ? 'it is missing' : issue.message));
    }
  }
  return undefined;
}

function isKey(key: PropertyKey): key is string | number {
  return typeof key !== 'symbol';
}

/** The line of a field's name, of a list's item, or of the nearest thing around what is missing. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nameOf(document, path.slice(0, length));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function nameOf(document: Document, path: Path): unknown {
  const around = document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (!isMap(around) || last === undefined) return document.getIn(path, true);
  return around.items.find(({ key }) => isScalar(key) && key.value === last)?.key;
}

/** `cost-to-uk: passages[1]`: the entry's id first, where the file is a list of things with ids. */
function fieldName(path: Path, document: Document): string {
  const [first, ...rest] = path;
  if (typeof first !== 'number') return dotted(path);
  const id = document.getIn([first, 'id']);
  const named = typeof id === 'string' ? id : `item ${first + 1}`;
  return rest.length === 0 ? named : `${named}: ${dotted(rest)}`;
}

function dotted(path: Path): string {
  const words = path.map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${key}`)).join('');
  return words === '' ? 'file' : words.replace(/^\./, '');
}
