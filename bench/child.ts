import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TSX = ['--import', 'tsx'];
const STOP_WITHIN_MS = 10_000;

/** Runs a script to its end and returns what it printed. */
export async function outputOf(
  script: string,
  args: readonly string[],
  nodeFlags: readonly string[],
): Promise<string> {
  const command = [...nodeFlags, ...TSX, script, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
  return stdout;
}

/** A server that runs beside the bench. */
export interface Child {
  stop(): Promise<void>;
}

/** Starts a script that serves, and waits until `isReady` says so of what it has printed. */
export async function startServer(
  script: string,
  variables: Readonly<Record<string, string>>,
  isReady: (output: string) => boolean,
): Promise<Child> {
  const child = spawn(process.execPath, [...TSX, script], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([
    printed(child, isReady),
    ended.then(() => Promise.reject(new Error(`${script} ended before it was ready`))),
  ]);
  return {
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

function printed(child: ChildProcess, isReady: (output: string) => boolean): Promise<void> {
  let output = '';
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (isReady(output)) resolve();
      });
    }
  });
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
