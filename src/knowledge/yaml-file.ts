import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { exampleFor } from './schemas.ts';

type Path = readonly (string | number)[];

/** A YAML file that fits its schema, and still knows on which line each field stands. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** A problem of one of this file's fields, with its line and an example. */
  problemAt(path: Path, wrong: string): Problem;
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
  const source = readText(root, file, problems);
  if (source === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const line = error.linePos?.[0].line;
      const wrong = `this is no YAML: ${error.message.split('\n')[0]}`;
      problems.push({ file, ...(line ? { line } : {}), field: 'syntax', wrong, example: 'title: "In double quotes"' });
    }
    return undefined;
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const problemAt = (path: Path, wrong: string): Problem => {
    const example = exampleFor(path);
    return { file, line: lineOf(path), field: fieldName(path, document), wrong, ...(example ? { example } : {}) };
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, problemAt };
  for (const issue of parsed.error.issues) {
    problems.push(problemAt(issue.path.filter(isKey), issue.message));
  }
  return undefined;
}

/** Reads a text file; a missing or unreadable one is a problem. */
export function readText(root: string, file: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    problems.push({ file, field: 'file', wrong: missing ? 'it is missing' : `it can’t be read: ${String(error)}` });
    return undefined;
  }
}

function isKey(key: PropertyKey): key is string | number {
  return typeof key !== 'symbol';
}

/** `cost-to-uk: passages[1]`: the entry's id first, where the file is a list of things with ids. */
function fieldName(path: Path, document: ReturnType<typeof parseDocument>): string {
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
