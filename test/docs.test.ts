import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../src/config/config.ts';
import { GIVES } from '../src/domain/release.ts';
import { fieldsAt } from '../src/knowledge/field-help.ts';
import {
  entrySchema,
  holidaysSchema,
  officeSchema,
  releaseSchema,
  topicSchema,
} from '../src/knowledge/schemas.ts';

/**
 * Documents are tested where they list things: what they list exists, and what exists is listed.
 * Each guard is a function of texts, and is shown to bite on a made-up case.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Paths of all files under a folder that end so, but for what is installed, built or hidden. */
function filesUnder(folder: string, ending: string): string[] {
  const skipped = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache']);
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((item) => {
    const path = posix.join(folder, item.name);
    if (item.isDirectory()) return skipped.has(item.name) ? [] : filesUnder(path, ending);
    return item.name.endsWith(ending) ? [path] : [];
  });
}

function textsOf(files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file, read(file)]));
}

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** The part of a document from a heading to the next one of the same or a higher level. */
function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && /^#/.test(line));
  if (from === -1) return '';
  const level = /^#+/.exec(lines[from] ?? '')?.[0].length ?? 1;
  const length = lines
    .slice(from + 1)
    .findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(from, length === -1 ? undefined : from + 1 + length).join('\n');
}

/** Every name in code marks in the first column of a document's tables. */
function firstColumn(text: string): string[] {
  const cells = captures(text, /^\| ([^|]+) \|/gm).filter((cell) => !cell.includes('('));
  return cells.flatMap((cell) => captures(cell, /`([^`]+)`/g));
}

/** Codes that an error class of ours states: `readonly code = 'A'` and `readonly code: 'A' | 'B'`. */
function codesIn(source: string): string[] {
  return captures(source, /readonly code(?:: [^=;]+?)?\s*[:=]\s*([^;]+);/g).flatMap((types) =>
    captures(types, /'([A-Z][A-Z_]*)'/g),
  );
}

/**
 * The constant message of each line that is logged; a choice between two gives both. The desk logs
 * what came to nothing through `trouble.failed` or `slackFailed`, and that of a job as the job's `failure`.
 */
function logMessagesIn(source: string): string[] {
  const failures = captures(source, /(?:\.(?:failed|slackFailed)\(|\bfailure:)\s*'([^'\n]+)'/g);
  const logged = captures(source, /\.(?:error|warn|info|debug)\(\s*([\s\S]*?)(?:,\s*[\w{]|\);)/g)
    .filter((first) => /^(?:'|\w+\s*\?)/.test(first))
    .flatMap((first) => captures(first, /'([^'\n]+)'/g));
  return [...logged, ...failures];
}

function variablesIn(example: string): string[] {
  return captures(example, /^#?([A-Z][A-Z_]+)=/gm);
}

/** Names of npm scripts that a text tells people to run. */
function scriptsNamedIn(text: string): string[] {
  const lone = captures(text, /\bnpm (test|start)\b/g);
  return unique([...captures(text, /\bnpm run (?:-s )?([a-z][a-z:-]*[a-z])/g), ...lone]);
}

/** Names of files, but for declarations of types, that a text doesn't have in code marks. */
function unnamed(files: readonly string[], text: string): string[] {
  return files
    .map((file) => posix.basename(file))
    .filter((name) => !name.endsWith('.d.ts') && !text.includes(`\`${name}\``));
}

/** What GitHub makes of a heading, to be linked to. */
function anchorsOf(text: string): string[] {
  return captures(text.replace(/^```[\s\S]*?^```/gm, ''), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** Links of a document that lead nowhere; `has` says whether a path exists, `textOf` reads one. */
function deadLinks(
  file: string,
  text: string,
  has: (path: string) => boolean,
  textOf: (path: string) => string,
): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  const links = captures(prose, /\]\(<?([^)\s>]+)>?\)/g);
  return links
    .filter((link) => !/^(?:https?|mailto):/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : posix.join(posix.dirname(file), path);
      if (!has(target)) return true;
      return anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor);
    });
}

const SOURCES = textsOf(filesUnder('src', '.ts'));
const ALL_SOURCE = Object.values(SOURCES).join('\n');
const DOCUMENTS = textsOf(filesUnder('.', '.md'));
const PACKAGE: { version: string; scripts: Record<string, string> } = JSON.parse(
  read('package.json'),
);

describe('error codes', () => {
  it('stand in docs/errors.md, each under its own heading, and none besides', () => {
    const told = captures(read('docs/errors.md'), /^### `([A-Z_]+)`$/gm);
    expect(unique(told)).toEqual(unique(codesIn(ALL_SOURCE)));
    expect(told).toHaveLength(new Set(told).size);
  });

  it('would be found in a class that nobody has written of', () => {
    expect(codesIn("readonly code = 'NEW_TROUBLE';")).toEqual(['NEW_TROUBLE']);
    expect(codesIn("readonly code: 'ONE' | 'OTHER';")).toEqual(['ONE', 'OTHER']);
    expect(codesIn("const code = 'none of ours';")).toEqual([]);
  });
});

describe('variables', () => {
  it('stand in .env.example and in docs/operations.md, and none besides', () => {
    const operations = sectionOf(read('docs/operations.md'), 'Variables');
    expect(variablesIn(read('.env.example'))).toEqual([...VARIABLES]);
    expect(unique(firstColumn(operations))).toEqual(unique(VARIABLES));
  });

  it('would be missed, and one that nothing reads would be found', () => {
    expect(variablesIn('#PORT=3000\n# not PROSE=1\nTOKEN=x\n')).toEqual(['PORT', 'TOKEN']);
    expect(firstColumn('| Variable |\n| --- |\n| `PORT` | no |\n')).toEqual(['PORT']);
  });
});

describe('log lines', () => {
  it('stand in docs/operations.md with what they ask of somebody, and none besides', () => {
    const table = sectionOf(read('docs/operations.md'), 'Log');
    const told = captures(table, /^\| (?:error|warn|info|debug|any) +\| `([^`]+)` +\|/gm);
    expect(unique(told)).toEqual(unique(logMessagesIn(ALL_SOURCE)));
  });

  it('would be found in a call that nobody has written of', () => {
    expect(logMessagesIn("logger.warn('Odd', { a: 1 });")).toEqual(['Odd']);
    expect(logMessagesIn("logger.info('Even');")).toEqual(['Even']);
    expect(logMessagesIn("logger.error(\n  last\n    ? 'A'\n    : 'B',\n  { a });")).toEqual([
      'A',
      'B',
    ]);
    expect(logMessagesIn("trouble.failed('It broke', error);")).toEqual(['It broke']);
    expect(logMessagesIn("trouble.slackFailed('Lost', error);")).toEqual(['Lost']);
    expect(logMessagesIn("{ failure: 'It was not done', run }")).toEqual(['It was not done']);
    expect(logMessagesIn('console.error(message, fields);')).toEqual([]);
  });
});

describe('the README of a folder of the source', () => {
  const readmes = Object.entries(DOCUMENTS).filter(([file]) => file.startsWith('src/'));

  it.each(readmes)('names every file in it: %s', (file, text) => {
    const here = Object.keys(SOURCES).filter((source) => dirname(source) === dirname(file));
    expect(unnamed(here, text)).toEqual([]);
  });

  it('would be found short of one', () => {
    expect(unnamed(['src/a/one.ts', 'src/a/two.ts', 'src/a/three.d.ts'], '`two.ts`')).toEqual([
      'one.ts',
    ]);
  });
});

describe('links', () => {
  const has = (path: string) => existsSync(join(ROOT, path));
  const textOf = (path: string) => read(path);

  it.each(Object.entries(DOCUMENTS))('of %s lead somewhere', (file, text) => {
    expect(deadLinks(file, text, has, textOf)).toEqual([]);
  });

  it('would be found dead: a file, a folder, a heading', () => {
    const made = (link: string) =>
      deadLinks(
        'docs/a.md',
        link,
        (path) => path === 'docs/b.md',
        () => '# Being here\n',
      );
    expect(made('[to](c.md) and ![to](../d.svg)')).toEqual(['c.md', '../d.svg']);
    expect(made('[to](b.md#being-away)')).toEqual(['b.md#being-away']);
    expect(made('[to](b.md#being-here) [out](https://example.org/x) `[no](link.md)`')).toEqual([]);
  });
});

describe('commands', () => {
  const known = Object.keys(PACKAGE.scripts);

  it.each(Object.entries(DOCUMENTS))('that %s names exist', (_, text) => {
    expect(scriptsNamedIn(text).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('are the same in .ci/run as in `npm run check`, in the same order', () => {
    const steps = (text: string) => captures(text, /^\s*npm (run [a-z:]+|test)/gm);
    const check = PACKAGE.scripts.check?.replaceAll(' && ', '\n') ?? '';
    expect(steps(read('.ci/run'))).toEqual(steps(check));
    expect(steps(check).at(-1)).toBe('test');
  });

  it('would be found missing', () => {
    expect(scriptsNamedIn('`npm run fly -- --high`, `npm test`, `npm run -s check:x`')).toEqual([
      'check:x',
      'fly',
      'test',
    ]);
  });
});

describe('fields of knowledge/', () => {
  const guide = read('knowledge/README.md');

  it.each([
    ['release.yaml', releaseSchema],
    ['An entry', entrySchema],
    ['A declined topic', topicSchema],
    ['office.yaml', officeSchema],
    ['bank-holidays.yaml', holidaysSchema],
  ] as const)('stand under “%s”, and none besides', (heading, schema) => {
    expect(unique(firstColumn(sectionOf(guide, heading)))).toEqual(unique(fieldsAt(schema, [])));
  });

  it('have every kind of thing that an entry gives', () => {
    expect(GIVES.filter((kind) => !guide.includes(`\`${kind}\``))).toEqual([]);
  });

  it('would be missed in a section that lacks one', () => {
    const section = sectionOf('# Guide\n## One\n| `a` | x |\n## Two\n| `b` | y |\n', 'One');
    expect(firstColumn(section)).toEqual(['a']);
    expect(sectionOf('# Guide\n', 'One')).toBe('');
  });
});

describe('lists', () => {
  it('of decisions hold each file once, in order', () => {
    const files = filesUnder('docs/decisions', '.md').map((file) => relative(dirname(file), file));
    const pages = files.map((file) => posix.basename(file)).filter((name) => name !== 'README.md');
    const listed = captures(read('docs/decisions/README.md'), /\]\(([^)]+\.md)\)/g);
    expect(listed).toEqual(pages.sort());
  });

  it('of changes begin with the version of package.json', () => {
    expect(captures(read('CHANGELOG.md'), /^## (\S+)/gm)[0]).toBe(PACKAGE.version);
  });
});

describe('the picture of README.md', () => {
  it('shows what the bot says now; `npm run picture` draws it anew', () => {
    const draw = ['--import', 'tsx', 'scripts/draw-reply.ts', '--print'];
    const now = execFileSync(process.execPath, draw, { cwd: ROOT, encoding: 'utf8' });
    expect(read('docs/pictures/reply.svg')).toBe(now);
  }, 60_000);
});
