import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { within } from '../../../local-slack/deferred.ts';
import { SECRETS } from '../../../local-slack/names.ts';
import { until } from './until.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Set in every child, empty unless a test says otherwise: no developer's `.env` may leak in. */
const VARIABLES = {
  SLACK_BOT_TOKEN: '',
  SLACK_SIGNING_SECRET: '',
  SLACK_APP_TOKEN: '',
  SLACK_API_URL: '',
  PORT: '',
  HEALTH_PORT: '',
  LOG_LEVEL: '',
  KNOWLEDGE_DIR: '',
  PRESS_DESK_CHANNEL: '',
  DATA_DIR: '',
  DATABASE_URL: '',
  KEEP_QUESTIONS_DAYS: '',
  KEEP_ENQUIRIES_DAYS: '',
  KEEP_MESSAGES_DAYS: '',
  KEEP_PEOPLE_DAYS: '',
} as const;

export type Variables = Partial<Record<keyof typeof VARIABLES, string>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The bot as a process of its own. */
export interface AppProcess {
  /** Everything it has written so far, stdout and stderr. */
  output(): string;
  /** Status and body of `/readyz`; `undefined` where nobody listens. */
  readyz(): Promise<{ readonly status: number; readonly body: string } | undefined>;
  /** Waits until `/readyz` says yes. */
  ready(): Promise<void>;
  running(): boolean;
  signal(name: NodeJS.Signals): void;
  /** How it ended; waits at most `withinMs` (default 100,000) for that. */
  ended(withinMs?: number): Promise<Ended>;
  /** Ends it in good order, or by force after 15 s. */
  stop(): Promise<void>;
}

/** Bots that run now; a test that gave up half-way must not leave its own behind. */
const living = new Set<ChildProcess>();
const folders = new Set<string>();
afterAll(() => {
  for (const child of living) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder for what a bot keeps, which goes when the file's tests have ended. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  folders.add(folder);
  return folder;
}

/** Keeps what it keeps in a folder of its own, unless `variables` name one. */
export function startApp(variables: Variables): AppProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: { PATH, HOME, ...VARIABLES, DATA_DIR: dataFolder(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killed = (): void => {
    child.kill('SIGKILL');
  };
  living.add(child);
  const output = collect(child);
  const end = new Promise<Ended>((settle) => {
    child.once('close', (code, signal) => settle({ code, signal }));
  }).finally(() => living.delete(child));
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  const readyz = () => look(Number(variables.HEALTH_PORT ?? 0));
  return {
    output,
    readyz,
    running,
    signal: (name) => void child.kill(name),
    async ready() {
      await until(
        'the bot is ready',
        async () => {
          if (!running()) throw new Error(`the bot ended before it was ready:\n${output()}`);
          return (await readyz())?.status === 200;
        },
        100_000,
      ).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${output()}`);
      });
    },
    ended: (withinMs = 100_000) =>
      within(end, withinMs, 'the end of the process').catch((error: unknown) => {
        throw new Error(`${String(error)}\n${output()}`);
      }),
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(killed, 15_000);
      await end;
      clearTimeout(force);
    },
  };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

async function look(port: number): Promise<{ status: number; body: string } | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    return { status: answer.status, body: await answer.text() };
  } catch {
    return undefined;
  }
}

/**
 * What a bot needs to run against a local Slack, but for its ports. Both ways of writing the
 * address are in use: over sockets it has no last slash.
 */
export function credentials(transport: 'http' | 'socket', apiUrl: string): Variables {
  return {
    SLACK_BOT_TOKEN: SECRETS.botToken,
    SLACK_SIGNING_SECRET: SECRETS.signingSecret,
    SLACK_API_URL: transport === 'socket' ? apiUrl.replace(/\/$/, '') : apiUrl,
    LOG_LEVEL: 'info',
    ...(transport === 'socket' ? { SLACK_APP_TOKEN: SECRETS.appToken } : {}),
  };
}
