import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll } from 'vitest';
import { within } from '../../../local-slack/deferred.ts';
import type { Act, ActAnswer, KnowledgePage, Why } from '../../../playground/protocol.ts';
import { type Live, listenAs } from './live.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const START_MS = 60_000;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run playground`, without npm. */
export interface PlaygroundProcess {
  /** The page's address, with its last slash. */
  readonly address: string;
  readonly port: number;
  output(): string;
  listen(as?: string): Promise<Live>;
  act(as: string, act: Act): Promise<ActAnswer>;
  /** Any request; the path without its first slash. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  why(channel: string, ts: string): Promise<Why>;
  knowledge(): Promise<KnowledgePage>;
  /** Asks it to end, and waits for that. */
  end(signal?: NodeJS.Signals): Promise<Ended>;
}

const living = new Set<ChildProcess>();
afterAll(() => {
  for (const child of living) child.kill('SIGKILL');
});

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  output(): string;
}

export interface Options {
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The working folder; the repository unless one is given. */
  readonly cwd?: string;
  /** Whether npm starts it, as a person would. */
  readonly npm?: boolean;
}

/** Starts it and waits for its end: for command lines that can't be run. */
export function runToEnd(options: Options): Promise<Ended> {
  return within(spawned(options).ended, START_MS, 'the end of the playground');
}

export async function startPlaygroundProcess(options: Options = {}): Promise<PlaygroundProcess> {
  const { child, ended, output } = spawned(options);
  const address = await addressOf(child, ended);
  const ask: PlaygroundProcess['ask'] = (path, init) => fetch(`${address}${path}`, init);
  const lives: Live[] = [];
  return {
    address,
    port: Number(new URL(address).port),
    output,
    ask,
    async listen(as) {
      const live = await listenAs(`${address}live${as === undefined ? '' : `?as=${as}`}`);
      lives.push(live);
      return live;
    },
    async act(as, act) {
      const headers = { 'content-type': 'application/json', origin: new URL(address).origin };
      const body = JSON.stringify({ as, act });
      return (await (await ask('act', { method: 'POST', headers, body })).json()) as ActAnswer;
    },
    why: async (channel, ts) =>
      (await (await ask(`why?channel=${channel}&ts=${ts}`)).json()) as Why,
    knowledge: async () => (await (await ask('knowledge.json')).json()) as KnowledgePage,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      const end = await within(ended, 20_000, 'the end of the playground');
      for (const live of lives) live.close();
      return end;
    },
  };
}

function spawned({ words = [], env = {}, cwd = ROOT, npm = false }: Options): Started {
  const tsx = resolve(ROOT, 'node_modules/tsx/dist/loader.mjs');
  const [program, first] = npm
    ? ['npm', ['run', 'playground', ...(words.length > 0 ? ['--'] : [])]]
    : [process.execPath, ['--import', tsx, resolve(ROOT, 'playground/start.ts')]];
  const child = spawn(program, [...first, ...words], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, BROWSER: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((settle) => {
    child.once('close', (code) => {
      living.delete(child);
      settle({ code, out, err });
    });
  });
  return { child, ended, output: () => out };
}

/** Waits for the line that holds the address and nothing else. */
function addressOf(child: ChildProcess, ended: Promise<Ended>): Promise<string> {
  let text = '';
  const told = new Promise<string>((settle, fail) => {
    child.stdout?.on('data', (chunk: string) => {
      text += chunk;
      const line = /^(http:\/\/127\.0\.0\.1:\d+\/)\n/m.exec(text);
      if (line?.[1]) settle(line[1]);
    });
    void ended.then(({ out, err }) => fail(new Error(`the playground ended:\n${out}\n${err}`)));
  });
  return within(told, START_MS, 'the address of the page');
}
