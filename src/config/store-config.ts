import { resolve } from 'node:path';
import { DEFAULT_RETENTION_DAYS } from '../domain/retention.ts';
import type { Env } from './env.ts';

/** Where the desk keeps what it has. */
export interface StoreConfig {
  /** Address of a PostgreSQL; without it a file under `dataDir` is used. */
  readonly databaseUrl?: string;
  /** Absolute path. */
  readonly dataDir: string;
}

/**
 * `DATABASE_URL`, and `DATA_DIR` as seen from the package, `data` by default. Set to nothing counts
 * as not set. Whether an address is a good one shows when the store is opened.
 */
export function storeConfigOf(env: Env, packageRoot: string): StoreConfig {
  const databaseUrl = env.DATABASE_URL?.trim();
  return {
    dataDir: resolve(packageRoot, env.DATA_DIR?.trim() || 'data'),
    ...(databaseUrl && { databaseUrl }),
  };
}

/** Whether it has the form of an address of a PostgreSQL; nothing is said of whether one answers. */
export function isPostgres(address: string): boolean {
  return /^postgres(?:ql)?:\/\/[^/]/.test(address) && URL.canParse(address);
}

/** For each kind of record the variable that says how many days it is kept; `forever` for no end. */
export const RETENTION_VARIABLES = {
  questions: 'KEEP_QUESTIONS_DAYS',
  enquiries: 'KEEP_ENQUIRIES_DAYS',
  messages: 'KEEP_MESSAGES_DAYS',
  people: 'KEEP_PEOPLE_DAYS',
} as const;

type Kind = keyof typeof RETENTION_VARIABLES;
/** Days that each kind of record is kept; 0 keeps nothing, absent keeps for ever. */
export type KeepDays = { readonly [kind in Kind]?: number };

/**
 * How long each kind is kept, by its variable or by default. What is wrong is reported, each variable
 * by itself.
 */
export function keepDaysOf(
  read: (name: (typeof RETENTION_VARIABLES)[Kind]) => string | undefined,
  report: (name: (typeof RETENTION_VARIABLES)[Kind], wrong: string) => void,
): KeepDays {
  const days: { [kind in Kind]?: number } = {};
  for (const kind of Object.keys(RETENTION_VARIABLES) as Kind[]) {
    const name = RETENTION_VARIABLES[kind];
    const value = read(name) ?? String(DEFAULT_RETENTION_DAYS[kind]);
    if (value === 'forever') continue;
    if (/^\d{1,5}$/.test(value)) days[kind] = Number(value);
    else report(name, `is “${value}”, neither a number of days nor forever`);
  }
  return days;
}
