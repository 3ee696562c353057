import { join } from 'node:path';
import type { DeskRecords } from '../application/desk/desk-records.ts';
import type { DeskStore } from '../application/desk/desk-store.ts';
import { StoreDownError } from '../application/desk/desk-store.ts';
import type { Logger } from '../application/ports.ts';
import { backUp, restoreFrom } from './copies.ts';
import { type Db, StoreStartError } from './db.ts';
import { deskStoreOver } from './desk-store.ts';
import { forgetUser } from './forgetting.ts';
import { migrate } from './migrate.ts';
import { teamsOf } from './people.ts';
import { openPostgres } from './postgres-db.ts';
import { retainOnly } from './retention.ts';
import { openSqlite } from './sqlite-db.ts';
import { queryTrail, unansweredSince } from './trail-query.ts';

/** Name of the file under the data folder. */
export const STORE_FILE = 'desk.sqlite';

export interface StoreOptions {
  /** `postgres://user:password@host:5432/database`; without it a file under `dataDir` is used. */
  readonly databaseUrl?: string;
  /** Absolute path; made where it isn't there. */
  readonly dataDir: string;
  readonly logger: Logger;
  /**
   * Version of the knowledge base that is served now, for rows of the trail that the store itself
   * adds. Default: none.
   */
  readonly knowledge?: () => string;
}

export type Store = DeskStore & DeskRecords;

/**
 * Opens the desk's store, and brings its schema up to this program's. Rejects with
 * {@link StoreStartError}, whose message says in one sentence what to do.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const db = options.databaseUrl
    ? await openPostgres(options.databaseUrl, options.logger)
    : await openSqlite(join(options.dataDir, STORE_FILE));
  await migrated(db);
  const knowledge = options.knowledge ?? (() => '');
  return { ...recordsOver(db, knowledge), ...deskStoreOver(db, knowledge) };
}

function recordsOver(db: Db, knowledge: () => string): DeskRecords {
  return {
    trail: (query) => queryTrail(db, query),
    unanswered: (since) => unansweredSince(db, since),
    retain: (now, rules) => retainOnly(db, now, rules, knowledge()),
    teamsOf: (user) => teamsOf(db, user),
    forget: (team, user, at) => forgetUser(db, team, user, at, knowledge()),
    backup: (file) => backUp(db, file),
    restore: (file) => restoreFrom(db, file),
    close: () => db.close(),
  };
}

async function migrated(db: Db): Promise<void> {
  try {
    await migrate(db, Date.now());
  } catch (error) {
    await db.close();
    if (error instanceof StoreDownError) throw new StoreStartError(error.message);
    throw error;
  }
}
