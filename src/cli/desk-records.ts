import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { readEnv } from '../config/env.ts';
import { storeConfigOf } from '../config/store-config.ts';
import type { EpochMs } from '../domain/release.ts';
import { loadOffice } from '../knowledge/load-office.ts';
import { openStore, STORE_FILE, type Store } from '../store/open-store.ts';
import { instantOf, UsageError } from './arguments.ts';
import { knowledgeFolder, PACKAGE_ROOT, terminalLogger } from './surroundings.ts';

/**
 * Opens the bot's own store for one piece of work, and closes it whatever comes of it. Throws
 * {@link UsageError} where there is none, unless one `mayBeMade`: an empty one that is made by
 * mistake would answer everything with "nothing".
 */
export async function withStore<T>(
  work: (store: Store) => Promise<T>,
  { mayBeMade = false } = {},
): Promise<T> {
  const config = storeConfigOf(readEnv(), PACKAGE_ROOT);
  if (!mayBeMade && !config.databaseUrl && !existsSync(join(config.dataDir, STORE_FILE)))
    throw new UsageError(
      `Nothing is kept in ${config.dataDir}: set DATA_DIR or DATABASE_URL as they are set for the bot.`,
    );
  const store = await openStore({ ...config, logger: terminalLogger });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The office's zone, in which days are meant and times are told. */
export function officeZone(): string {
  return loadOffice(knowledgeFolder(readEnv())).zone;
}

export interface Span {
  /** From this instant on. */
  readonly from?: EpochMs;
  /** Up to this instant, which is no longer in it. */
  readonly until?: EpochMs;
}

/** `--since` and `--until`: whole days in the office's zone, both in it, or instants. */
export function spanOf(since: unknown, until: unknown, zone: string): Span {
  const from = typeof since === 'string' ? edgeOf(since, '--since', zone, 0) : undefined;
  const end = typeof until === 'string' ? edgeOf(until, '--until', zone, 1) : undefined;
  if (from !== undefined && end !== undefined && from >= end)
    throw new UsageError('--since has to lie before --until; turn them round.');
  return { ...(from !== undefined && { from }), ...(end !== undefined && { until: end }) };
}

function edgeOf(text: string, name: string, zone: string, days: number): EpochMs {
  if (!/^\d{4}-\d\d-\d\d$/.test(text.trim())) {
    if (/T/.test(text)) return instantOf(text, name);
    throw new UsageError(`${name}: “${text.slice(0, 60)}” is no day; a good one: 2026-11-24`);
  }
  try {
    const day = Temporal.PlainDate.from(text.trim()).add({ days });
    return day.toZonedDateTime(zone).epochMilliseconds;
  } catch {
    throw new UsageError(`${name}: “${text.trim()}” is no day; a good one: 2026-11-24`);
  }
}

/** A text option that has to be there and to fit `pattern`; throws {@link UsageError}. */
export function required(value: unknown, name: string, pattern: RegExp, good: string): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') throw new UsageError(`${name} is missing; a good one: ${name} ${good}`);
  if (!pattern.test(text))
    throw new UsageError(`${name}: “${text.slice(0, 60)}” can’t be; a good one: ${name} ${good}`);
  return text;
}
