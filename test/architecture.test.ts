import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Imports point one way: domain <- matching <- application <- slack, knowledge, system, store <-
 * compose <- main, cli. Beside them `wording`, `config` and `deadline`, which reads what people write
 * for one, know the domain alone, and `evaluation`, which measures for the cli, the matching too. The
 * playground stands beside `src` and puts the bot together with a Slack of its own, which knows
 * nothing of the bot; its page knows the protocol alone. This file is the rule; nothing else has to
 * remember it.
 */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: ['domain'],
  wording: ['domain'],
  matching: ['domain'],
  deadline: ['domain'],
  evaluation: ['domain', 'matching'],
  application: ['domain', 'matching'],
  knowledge: ['domain', 'matching', 'application'],
  system: ['domain', 'matching', 'application'],
  store: ['domain', 'application'],
  slack: ['domain', 'matching', 'application', 'wording'],
  compose: [
    'domain',
    'matching',
    'deadline',
    'application',
    'wording',
    'config',
    'knowledge',
    'system',
    'store',
    'slack',
  ],
  main: [
    'domain',
    'matching',
    'deadline',
    'application',
    'wording',
    'config',
    'knowledge',
    'system',
    'store',
    'slack',
    'compose',
  ],
  cli: [
    'domain',
    'matching',
    'deadline',
    'application',
    'wording',
    'evaluation',
    'config',
    'knowledge',
    'system',
    'store',
    'compose',
    'main',
  ],
  'local-slack': [],
  protocol: [],
  page: ['protocol'],
  playground: [
    'domain',
    'matching',
    'deadline',
    'application',
    'wording',
    'evaluation',
    'config',
    'knowledge',
    'compose',
    'cli',
    'local-slack',
    'protocol',
    'page',
  ],
};

/** Packages that one part alone may know of, so that they can be exchanged there. */
const ONLY_IN: readonly { readonly name: RegExp; readonly part: string }[] = [
  { name: /^fuse\.js(?:\/|$)/, part: 'matching' },
  { name: /^chrono-node(?:\/|$)/, part: 'deadline' },
  { name: /^@slack\//, part: 'slack' },
  { name: /^(?:zod|yaml)(?:\/|$)/, part: 'knowledge' },
  { name: /^pino(?:\/|-|$)/, part: 'system' },
  { name: /^(?:pg|@photostructure\/sqlite)(?:\/|$)/, part: 'store' },
];

const ENV_FILE = 'src/config/env.ts';

const IMPORTS: readonly RegExp[] = [
  /(?<![\w$.])(?:import|export)(?![\w$])[^;'"`()=]*?(?<![\w$])from\s*(['"])(?<name>[^'"\n]+)\1/g,
  /(?<![\w$.])import\s*(['"])(?<name>[^'"\n]+)\1/g,
  /(?<![\w$.])(?:import|require)\s*\(\s*(?:(['"`])(?<name>[^'"`\n]+)\1\s*[,)])?/g,
];

const ENVIRONMENT: readonly RegExp[] = [
  /(?<![\w$])process\s*(?:\?\.|!?\.)\s*env(?![\w$])/,
  /(?<![\w$])process\s*(?:\?\.)?\s*\[\s*['"`]env['"`]\s*\]/,
  /\{[^{}]*(?<![\w$])env(?![\w$])[^{}]*\}\s*=\s*(?:globalThis\s*\.\s*)?process(?![\w$])/,
  /import[^;'"]*\{[^{}]*(?<![\w$])env(?![\w$])[^{}]*\}\s*from\s*['"](?:node:)?process['"]/,
];

/**
 * What a source file imports though it must not, in the order of the file; `process.env` is one
 * of these, and `import(?)` an import whose target only shows when the program runs.
 */
function forbidden(file: string, source: string): string[] {
  const code = withoutComments(source);
  const imports = IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)])
    .toSorted((a, b) => a.index - b.index)
    .map((match) => match.groups?.name ?? 'import(?)');
  const bad = imports.filter((name) => !isAllowed(file, name));
  const env = file !== ENV_FILE && ENVIRONMENT.some((pattern) => pattern.test(code));
  return env ? [...bad, 'process.env'] : bad;
}

function isAllowed(file: string, name: string): boolean {
  const part = partOf(file);
  const others = MAY_USE[part];
  if (others === undefined || name === 'import(?)') return false;
  if (name.startsWith('.')) {
    const target = partOf(posix.join(posix.dirname(file), name));
    return target === part || others.includes(target);
  }
  if (/^(?:\/|#|src\/|file:|data:|https?:)/.test(name)) return false;
  if (!file.startsWith('src/')) return !/^@slack\//.test(name);
  if (part === 'domain' && isOfNode(name)) return false;
  return ONLY_IN.every((rule) => !rule.name.test(name) || rule.part === part);
}

/** The domain is words, times and rules: it reads no file, no clock and no network. */
function isOfNode(name: string): boolean {
  return /^(?:node:|(?:assert|child_process|crypto|events|fs|http|https|net|os|path|process|stream|timers|url|util|worker_threads)(?:\/|$))/.test(
    name,
  );
}

/**
 * `src/slack/views/answer.ts` is of `slack`, `src/main.ts` of `main`, `playground/protocol.ts` of
 * `protocol`; tests, scripts and all else of none.
 */
function partOf(file: string): string {
  if (/^playground\/page\//.test(file)) return 'page';
  if (file === 'playground/protocol.ts') return 'protocol';
  const part = /^(?:src\/(?<inside>[a-z-]+)|(?<beside>playground|local-slack))(?:\/|\.ts$)/.exec(
    file,
  );
  return part?.groups?.inside ?? part?.groups?.beside ?? `outside: ${file}`;
}

/** Comments are blanked, strings are kept; `//` inside a string is no comment. */
function withoutComments(source: string): string {
  const token =
    /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replaceAll(token, (found) => (found.startsWith('/') ? ' ' : found));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const name = posix.join(folder, item.name);
    if (item.isDirectory()) return sourceFiles(name);
    return /\.[cm]?[jt]sx?$/.test(item.name) ? [name] : [];
  });
}

const FILES = ['src', 'playground', 'local-slack'].flatMap(sourceFiles);

describe('the sources', () => {
  it('are all found', () => {
    expect(FILES).toContain('src/domain/passage.ts');
    expect(FILES).toContain('src/knowledge/schemas.ts');
    expect(FILES.length).toBeGreaterThan(15);
  });

  it('lie in the parts that this file knows', () => {
    const parts = [...new Set(FILES.map(partOf))];
    expect(parts.filter((part) => MAY_USE[part] === undefined)).toEqual([]);
  });

  it('hold imports that this file can read', () => {
    const imports = FILES.flatMap((file) => {
      const code = withoutComments(readFileSync(file, 'utf8'));
      return IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)]);
    });
    expect(imports.length).toBeGreaterThan(FILES.length);
  });

  it.each(FILES)('%s imports nothing that it must not', (file) => {
    expect(forbidden(file, readFileSync(file, 'utf8'))).toEqual([]);
  });
});

/** The local Slack judges the app, so neither may know the other. */
function crossing(file: string, source: string): string[] {
  const code = withoutComments(source);
  const folder = file.split('/', 1)[0] ?? '';
  return IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)])
    .map((match) => match.groups?.name ?? 'import(?)')
    .filter((name) => !mayLeave(folder, posix.join(posix.dirname(file), name), name));
}

function mayLeave(folder: string, target: string, name: string): boolean {
  if (name.startsWith('.')) return target.startsWith(`${folder}/`);
  return name.startsWith('node:') || name === 'ws';
}

const SLACK_FILES = sourceFiles('local-slack');

describe('the local Slack', () => {
  it.each(SLACK_FILES)('%s imports nothing but its neighbours, Node and ws', (file) => {
    expect(crossing(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it('is imported by nothing in src', () => {
    const named = sourceFiles('src').filter((file) =>
      readFileSync(file, 'utf8').includes('local-slack'),
    );
    expect(named).toEqual([]);
  });

  it.each([
    ["import { x } from '../../src/slack/limits.ts';", ['../../src/slack/limits.ts']],
    ["import { App } from '@slack/bolt';", ['@slack/bolt']],
    ["const x = await import('../../src/main.ts');", ['../../src/main.ts']],
    ["import { x } from './json.ts';\nimport { WebSocket } from 'ws';", []],
    ["import { x } from '../json.ts';\nimport { y } from 'node:http';", []],
  ])('is held to that: %s', (source, expected) => {
    expect(crossing('local-slack/methods/a.ts', source)).toEqual(expected);
  });
});

describe('the rule itself', () => {
  it('has no circle: no part reaches itself through those that it may use', () => {
    const reached = (parts: readonly string[]): readonly string[] => {
      const all = [...new Set([...parts, ...parts.flatMap((part) => MAY_USE[part] ?? [])])];
      return all.length === parts.length ? all : reached(all);
    };
    for (const [part, uses] of Object.entries(MAY_USE)) {
      expect([part, reached(uses).includes(part)]).toEqual([part, false]);
    }
  });

  it.each([
    ['src/domain/a.ts', "import { x } from '../matching/x.ts';", ['../matching/x.ts']],
    ['src/domain/a.ts', "import type { X } from '../application/x.ts';", ['../application/x.ts']],
    ['src/domain/a.ts', "import { readFileSync } from 'node:fs';", ['node:fs']],
    ['src/domain/a.ts', "import fs from 'fs/promises';", ['fs/promises']],
    ['src/matching/a.ts', "import { x } from '../wording/x.ts';", ['../wording/x.ts']],
    ['src/matching/a.ts', "import { x } from '../application/x.ts';", ['../application/x.ts']],
    ['src/application/a.ts', "import { x } from '../knowledge/x.ts';", ['../knowledge/x.ts']],
    ['src/application/a.ts', "import { x } from '../wording/x.ts';", ['../wording/x.ts']],
    ['src/wording/a.ts', "import { x } from '../application/x.ts';", ['../application/x.ts']],
    ['src/config/a.ts', "import { x } from '../system/x.ts';", ['../system/x.ts']],
    ['src/slack/a.ts', "import { x } from '../knowledge/x.ts';", ['../knowledge/x.ts']],
    ['src/slack/a.ts', "import { x } from '../config/x.ts';", ['../config/x.ts']],
    ['src/slack/a/b/c.ts', "import { x } from '../../../system/x.ts';", ['../../../system/x.ts']],
    ['src/knowledge/a.ts', "import { x } from '../slack/x.ts';", ['../slack/x.ts']],
    ['src/knowledge/a.ts', "import { x } from '../wording/x.ts';", ['../wording/x.ts']],
    ['src/system/a.ts', "import { x } from '../knowledge/x.ts';", ['../knowledge/x.ts']],
    ['src/store/a.ts', "import { x } from '../slack/x.ts';", ['../slack/x.ts']],
    ['src/store/a.ts', "import { x } from '../matching/x.ts';", ['../matching/x.ts']],
    ['src/slack/a.ts', "import { x } from '../store/x.ts';", ['../store/x.ts']],
    ['src/slack/a.ts', "import { x } from '../compose.ts';", ['../compose.ts']],
    ['src/compose.ts', "import { x } from './main.ts';", ['./main.ts']],
    ['src/compose.ts', "import { x } from './cli/x.ts';", ['./cli/x.ts']],
    ['src/main.ts', "import { x } from './cli/x.ts';", ['./cli/x.ts']],
    ['src/cli/a.ts', "import { x } from '../slack/x.ts';", ['../slack/x.ts']],
    ['src/main.ts', "import { x } from './evaluation/x.ts';", ['./evaluation/x.ts']],
    ['src/cli/a.ts', "import { x } from '../../test/support/builders.ts';", 1],
    ['src/cli/a.ts', "import { x } from '../../playground/x.ts';", 1],
    ['src/slack/a.ts', "import { x } from '../../local-slack/x.ts';", 1],
    ['playground/a.ts', "import { x } from '../src/slack/x.ts';", 1],
    ['playground/a/b.ts', "import { x } from '../../src/system/x.ts';", 1],
    ['playground/a.ts', "import { App } from '@slack/bolt';", 1],
    ['playground/page/a.tsx', "import { x } from '../clock.ts';", 1],
    ['playground/page/a/b.tsx', "import { x } from '../../../src/domain/x.ts';", 1],
    ['playground/protocol.ts', "import { x } from './clock.ts';", 1],
    ['local-slack/a.ts', "import { x } from '../src/domain/x.ts';", 1],
    ['local-slack/a.ts', "import { x } from '../playground/x.ts';", 1],
    ['src/cli/a.ts', "import { x } from '/elsewhere/bot/src/slack/x.ts';", 1],
    ['src/novel/a.ts', "import { x } from '../domain/x.ts';", ['../domain/x.ts']],
  ])('catches in %s: %s', (file, source, expected) => {
    const found = forbidden(file, source);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });

  it.each([
    ['import as a whole', "import * as x from '../slack/x.ts';"],
    ['default import', "import x from '../slack/x.ts';"],
    ['default and named', "import x, { y as z } from '../slack/x.ts';"],
    ['type import', "import type { X } from '../slack/x.ts';"],
    ['inline type import', "import { type X } from '../slack/x.ts';"],
    ['import for its effect', "import '../slack/x.ts';"],
    ['export from', "export { x } from '../slack/x.ts';"],
    ['export of types from', "export type { X } from '../slack/x.ts';"],
    ['export all', "export * from '../slack/x.ts';"],
    ['export all under a name', "export * as x from '../slack/x.ts';"],
    ['import()', "const x = await import('../slack/x.ts');"],
    ['import() over lines', "const x = import(\n  '../slack/x.ts',\n);"],
    ['import() of a template', 'void import(`../slack/x.ts`);'],
    ['import() in a type', "type X = import('../slack/x.ts').X;"],
    ['require', "const x = require('../slack/x.ts');"],
    ['double quotes', 'import { x } from "../slack/x.ts";'],
    ['several lines', "import {\n  a,\n  b,\n} from '../slack/x.ts';"],
    ['a comment within', "import /* a; 'b' */ { x } from /* c */ '../slack/x.ts';"],
    ['no blanks', "import{x}from'../slack/x.ts'"],
    ['after another on the line', "import { a } from './a.ts'; import { x } from '../slack/x.ts';"],
    ['no semicolons', "import { a } from './a.ts'\nimport { x } from '../slack/x.ts'"],
    ['after code', "const a = 'it’s'; export { x } from '../slack/x.ts';"],
    ['a detour', "import { x } from '../knowledge/../slack/x.ts';"],
    ['attributes', "import x from '../slack/x.ts' with { type: 'json' };"],
    ['after an address', "const a = 'https://x.example';\nimport { x } from '../slack/x.ts';"],
  ])('catches %s', (_, source) => {
    const [found, ...more] = forbidden('src/knowledge/a.ts', source);
    expect(found).toMatch(/slack\/x\.ts$/);
    expect(more).toEqual([]);
  });

  it.each([
    ['import(name)', 'const x = await import(name);'],
    ['a made-up name', ['const x = await import(`../', '{part}/x.ts`);'].join('$')],
    ['a name put together', "const x = await import('../sla' + 'ck/x.ts');"],
  ])('catches what can’t be known: %s', (_, source) => {
    expect(forbidden('src/compose.ts', source)).not.toEqual([]);
  });

  it('names all that is wrong, in order', () => {
    const source = [
      "import Fuse from 'fuse.js';",
      "import { App } from '@slack/bolt';",
      "import { entryKey } from '../domain/release.ts';",
      "export { loadOffice } from '../knowledge/load-office.ts';",
      "const { z } = await import('zod');",
      'const token = process.env.SLACK_BOT_TOKEN;',
    ].join('\n');
    expect(forbidden('src/slack/a.ts', source)).toEqual([
      'fuse.js',
      '../knowledge/load-office.ts',
      'zod',
      'process.env',
    ]);
  });

  it.each([
    ['fuse.js', 'matching'],
    ['fuse.js/basic', 'matching'],
    ['chrono-node', 'deadline'],
    ['chrono-node/en', 'deadline'],
    ['@slack/bolt', 'slack'],
    ['@slack/web-api', 'slack'],
    ['zod', 'knowledge'],
    ['zod/v4', 'knowledge'],
    ['yaml', 'knowledge'],
    ['pino', 'system'],
    ['pino-pretty', 'system'],
    ['pg', 'store'],
    ['@photostructure/sqlite', 'store'],
  ])('lets %s be used in %s and nowhere else', (name, part) => {
    const source = `import x from '${name}';`;
    for (const other of Object.keys(MAY_USE)) {
      expect([other, forbidden(`src/${other}/a.ts`, source)]).toEqual([
        other,
        other === part ? [] : [name],
      ]);
    }
  });

  it.each([
    'const x = process.env.HOME;',
    'const x = process.env["HOME"];',
    "const x = process['env'];",
    'const x = process?.env;',
    'const x = globalThis.process.env;',
    'const { env } = process;',
    'const { argv, env: e } = process;',
    "import { env } from 'node:process';",
    "import { argv, env as e } from 'process';",
    'const x = process\n  .env;',
  ])('lets the environment be read in src/config/env.ts alone: %s', (source) => {
    expect(forbidden('src/config/env.ts', source)).toEqual([]);
    expect(forbidden('src/main.ts', source)).toEqual(['process.env']);
    expect(forbidden('src/config/other.ts', source)).toEqual(['process.env']);
  });

  it.each([
    ['src/domain/a.ts', "import { Temporal } from 'temporal-polyfill';"],
    ['src/domain/a.ts', "import { x } from './x.ts';"],
    ['src/matching/deep/a.ts', "import { x } from '../../domain/x.ts';"],
    ['src/application/a.ts', "import { x } from '../matching/x.ts';"],
    ['src/slack/a.ts', "import { x } from '../wording/x.ts';\nimport { App } from '@slack/bolt';"],
    ['src/knowledge/a.ts', "import { readFileSync } from 'node:fs';\nimport { z } from 'zod';"],
    ['src/compose.ts', "import { x } from './slack/x.ts';\nimport { y } from './config/env.ts';"],
    ['src/main.ts', "import { x } from './compose.ts';"],
    ['playground/a.ts', "import { x } from '../src/compose.ts';\nimport { z } from 'zod';"],
    ['playground/a.ts', "import { x } from '../local-slack/x.ts';\nimport './page/build.ts';"],
    ['playground/page/a/b.tsx', "import type { X } from '../../protocol.ts';"],
    ['src/cli/ask.ts', "import { x } from '../compose.ts';\nimport { y } from '../wording/y.ts';"],
    ['src/domain/a.ts', "// import { x } from '../slack/x.ts';"],
    ['src/domain/a.ts', "/**\n * import('../slack/x.ts') and process.env\n */"],
    ['src/domain/a.ts', "export const process = 'it comes from process';"],
    ['src/domain/a.ts', 'const important = 1; const from = reimport(1); processes.environment;'],
    ['src/domain/a.ts', "export const names = ['zod'];\nexport function from() {}"],
  ])('lets pass in %s: %s', (file, source) => {
    expect(forbidden(file, source)).toEqual([]);
  });
});
