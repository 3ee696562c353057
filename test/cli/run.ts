import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A command, run to its end. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output, a JSON object a line. */
  json(): Readonly<Record<string, unknown>>[];
}

type Program =
  | 'ask'
  | 'hours'
  | 'check-knowledge'
  | 'evaluate'
  | 'audit'
  | 'export'
  | 'gaps'
  | 'forget'
  | 'retain'
  | 'backup'
  | 'restore';

interface Options {
  /** The knowledge folder; the repository's own unless one is given. */
  readonly knowledge?: string;
  readonly input?: string;
  /** True where nobody reads what it writes, as after `| head`. */
  readonly unread?: boolean;
  /** More variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `src/cli/<program>.ts` as npm does, far from London: the machine's zone must not matter. */
export function run(
  program: Program,
  words: readonly string[],
  { knowledge = '', input = '', env = {}, unread = false }: Options = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/cli/${program}.ts`, ...words], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'America/Los_Angeles',
      KNOWLEDGE_DIR: knowledge,
      ...env,
    },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => out.push(data));
  child.stderr.on('data', (data: Buffer) => err.push(data));
  // A command that doesn't read its input may have ended before all of it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  if (unread) child.stdout.destroy();
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      const text = Buffer.concat(out).toString('utf8');
      settle({
        code,
        out: text,
        err: Buffer.concat(err).toString('utf8'),
        json: () => text.trimEnd().split('\n').map(objectOf),
      });
    });
  });
}

function objectOf(line: string): Readonly<Record<string, unknown>> {
  return JSON.parse(line) as Readonly<Record<string, unknown>>;
}

/** Values as JSON Lines. */
export function lines(...values: readonly unknown[]): string {
  return values
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join('\n');
}
