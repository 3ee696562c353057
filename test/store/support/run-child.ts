import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Place } from './place.ts';

interface ChildOptions {
  readonly onLine?: (line: string, kill: () => void) => void;
}

/** Runs {@link file://./child.ts}; gives what it said, a line each, when it has ended. */
export function runChild(
  task: 'open' | 'write',
  { options }: Pick<Place, 'options'>,
  { onLine }: ChildOptions = {},
): Promise<{ readonly code: number | null; readonly lines: readonly string[]; err: string }> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      `${import.meta.dirname}/child.ts`,
      task,
      options.dataDir,
      options.databaseUrl ?? '',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const lines: string[] = [];
  const err: Buffer[] = [];
  child.stderr.on('data', (data: Buffer) => err.push(data));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    onLine?.(line, () => child.kill('SIGKILL'));
  });
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('close', (code) =>
      settle({ code, lines, err: Buffer.concat(err).toString('utf8') }),
    );
  });
}
