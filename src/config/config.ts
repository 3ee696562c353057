import { resolve } from 'node:path';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Env } from './env.ts';
import {
  isPostgres,
  type KeepDays,
  keepDaysOf,
  type StoreConfig,
  storeConfigOf,
} from './store-config.ts';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How deliveries reach the bot: Slack calls us (HTTP), or we hold a socket open (Socket Mode). */
export type SlackMode =
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port: number;
      /** Address to listen on; every one of the machine's where absent. */
      readonly host?: string;
    }
  | { readonly kind: 'socket'; readonly appToken: string };

export interface SlackConfig {
  readonly botToken: string;
  /** Base address of the Web API, always with its last slash: `https://slack.com/api/`. */
  readonly apiUrl: string;
  readonly mode: SlackMode;
}

export interface Config {
  readonly slack: SlackConfig;
  /** Port of the health server on the loopback interface; 0 lets the system choose. */
  readonly healthPort: number;
  readonly logLevel: LogLevel;
  /** Absolute path. */
  readonly knowledgeDir: string;
  readonly store: StoreConfig;
  readonly keepDays: KeepDays;
  /** Id of the press desk’s channel; without it there is no desk. */
  readonly deskChannel?: string;
}

/** Every variable that is read, in the order of `.env.example`. */
export const VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'PORT',
  'HEALTH_PORT',
  'SLACK_API_URL',
  'LOG_LEVEL',
  'KNOWLEDGE_DIR',
  'PRESS_DESK_CHANNEL',
  'DATA_DIR',
  'DATABASE_URL',
  'KEEP_QUESTIONS_DAYS',
  'KEEP_ENQUIRIES_DAYS',
  'KEEP_MESSAGES_DAYS',
  'KEEP_PEOPLE_DAYS',
] as const;
type Variable = (typeof VARIABLES)[number];

const EXAMPLES: Readonly<Record<Variable, string>> = {
  SLACK_BOT_TOKEN: 'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx',
  SLACK_APP_TOKEN: 'xapp-1-A0123456789-1234567890123-0a1b2c3d',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  PORT: '3000',
  HEALTH_PORT: '8081',
  SLACK_API_URL: 'https://slack.com/api/',
  LOG_LEVEL: 'info',
  KNOWLEDGE_DIR: 'knowledge',
  PRESS_DESK_CHANNEL: 'C0123456789',
  DATA_DIR: 'data',
  DATABASE_URL: 'postgres://press:password@db.example.org:5432/press',
  KEEP_QUESTIONS_DAYS: '90',
  KEEP_ENQUIRIES_DAYS: '365',
  KEEP_MESSAGES_DAYS: '365',
  KEEP_PEOPLE_DAYS: '365',
};

/**
 * Shapes the environment into a {@link Config}, or gives every problem at once: each names the
 * variable, what is wrong and what a right value looks like. No secret's value is ever repeated.
 * A variable that is set to nothing counts as not set. Pure.
 *
 * @param packageRoot where the folder `knowledge` is looked for when KNOWLEDGE_DIR isn't set.
 */
export function parseConfig(env: Env, packageRoot: string): Result<Config, string[]> {
  const problems: string[] = [];
  const read = (name: Variable): string | undefined => env[name]?.trim() || undefined;
  const report = (name: Variable, wrong: string): void => {
    problems.push(`${name} ${wrong}; it looks like ${EXAMPLES[name]}`);
  };
  const botToken = token(read, 'SLACK_BOT_TOKEN', 'xoxb-', report);
  const port = portOf(read, 'PORT', 3000, report);
  const mode = modeOf(read, port, report);
  const healthPort = portOf(read, 'HEALTH_PORT', 8081, report);
  const apiUrl = apiUrlOf(read, report);
  const logLevel = logLevelOf(read, report);
  const knowledgeDir = knowledgeDirOf(env, packageRoot);
  const databaseUrl = read('DATABASE_URL');
  if (databaseUrl !== undefined && !isPostgres(databaseUrl))
    report('DATABASE_URL', 'is no address of a PostgreSQL');
  const deskChannel = deskChannelOf(read, report);
  const keepDays = keepDaysOf(read, report);
  if (problems.length > 0) return refused(problems);
  return ok({
    slack: { botToken, apiUrl, mode },
    healthPort,
    logLevel,
    knowledgeDir,
    store: storeConfigOf(env, packageRoot),
    keepDays,
    ...(deskChannel === undefined ? {} : { deskChannel }),
  });
}

/** The folder of releases: `KNOWLEDGE_DIR` as seen from the package, `knowledge` by default. */
export function knowledgeDirOf(env: Env, packageRoot: string): string {
  return resolve(packageRoot, env.KNOWLEDGE_DIR?.trim() || 'knowledge');
}

type Read = (name: Variable) => string | undefined;
type Report = (name: Variable, wrong: string) => void;

function token(read: Read, name: Variable, prefix: string, report: Report): string {
  const value = read(name);
  if (value === undefined) report(name, 'is missing');
  else if (!value.startsWith(prefix)) report(name, `does not begin with ${prefix}`);
  return value ?? '';
}

function modeOf(read: Read, port: number, report: Report): SlackMode {
  if (read('SLACK_APP_TOKEN') !== undefined) {
    return { kind: 'socket', appToken: token(read, 'SLACK_APP_TOKEN', 'xapp-', report) };
  }
  const signingSecret = read('SLACK_SIGNING_SECRET');
  if (signingSecret === undefined) {
    report('SLACK_SIGNING_SECRET', 'is missing, and is needed where SLACK_APP_TOKEN is not set');
  }
  return { kind: 'http', signingSecret: signingSecret ?? '', port };
}

/** An id, since a channel’s name can be given to another one (docs.slack.dev/reference/objects/conversation-object). */
function deskChannelOf(read: Read, report: Report): string | undefined {
  const value = read('PRESS_DESK_CHANNEL');
  if (value !== undefined && !/^[CG][A-Z0-9]{8,}$/.test(value))
    report('PRESS_DESK_CHANNEL', `is “${value}”, no id of a channel`);
  return value;
}

function portOf(read: Read, name: Variable, fallback: number, report: Report): number {
  const value = read(name);
  if (value === undefined) return fallback;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  report(name, `is “${value}”, not a whole number from 0 to 65535`);
  return fallback;
}

function apiUrlOf(read: Read, report: Report): string {
  const value = read('SLACK_API_URL') ?? EXAMPLES.SLACK_API_URL;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    report('SLACK_API_URL', `is “${value}”, not an http or https address`);
  } else if (url.search || url.hash) {
    report('SLACK_API_URL', `is “${value}”, and has more than a path after the host`);
  }
  return value.endsWith('/') ? value : `${value}/`;
}

function logLevelOf(read: Read, report: Report): LogLevel {
  const value = read('LOG_LEVEL') ?? 'info';
  const level = LOG_LEVELS.find((each) => each === value.toLowerCase());
  if (level === undefined)
    report('LOG_LEVEL', `is “${value}”, not one of ${LOG_LEVELS.join(', ')}`);
  return level ?? 'info';
}
