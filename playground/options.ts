import { readArguments, UsageError } from '../src/cli/arguments.ts';
import type { Env } from '../src/config/env.ts';

export interface Options {
  /** How the bot meets Slack. */
  readonly transport: 'http' | 'socket';
  /** Port of the page; 0 lets the system choose. */
  readonly port: number;
  /** What opens the page: a program, `none`, or the system's own way where undefined. */
  readonly browser: string | undefined;
  readonly knowledgeDir: string | undefined;
  readonly help: boolean;
}

export const USAGE = `Try the bot in a browser, without Slack:
  npm run playground
  npm run playground -- --socket        (the bot meets Slack over Socket Mode instead of HTTP)
  PORT=4000 npm run playground          (the page's port; a free one unless set)
  BROWSER=none npm run playground       (opens no browser)
  KNOWLEDGE_DIR=../other npm run playground`;

/** A variable that can't be used; the message says which, and shows a good one. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
  readonly code = 'SETTING';
}

/**
 * Reads the command line and the few variables that count here.
 *
 * @throws {UsageError} for a command line that can't be understood.
 * @throws {SettingError} for a PORT that is none.
 */
export function readOptions(argv: readonly string[], env: Env): Options {
  const { values, words } = readArguments(
    argv,
    { socket: { type: 'boolean' }, help: { type: 'boolean' } },
    USAGE,
  );
  if (words !== '') throw new UsageError(`“${words.slice(0, 60)}” means nothing here.\n${USAGE}`);
  return {
    transport: values.socket === true ? 'socket' : 'http',
    port: portOf(env.PORT?.trim()),
    browser: env.BROWSER?.trim() || undefined,
    knowledgeDir: env.KNOWLEDGE_DIR?.trim() || undefined,
    help: values.help === true,
  };
}

function portOf(value: string | undefined): number {
  if (!value) return 0;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new SettingError(
    `PORT is “${value.slice(0, 60)}”, not a whole number from 0 to 65535; a good one: PORT=4000 npm run playground`,
  );
}
