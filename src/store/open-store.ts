import { join } from 'node:path';
import type { DeskStore } from '../application/desk/desk-store.ts';
import { StoreDownError } from '../application/desk/desk-store.ts';
import type { Logger } from '../application/ports.ts';
import { type Db, StoreStartError } from './db.ts';
import { deskStoreOver } from './desk-store.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite-db.ts';

export const STORE_FILE = 'desk.sqlite';

export interface StoreOptions {
  /** `postgres://user:password@host:5432/database`; without it a file under `dataDir` is used. */
  readonly databaseUrl?: string;
  /** Absolute path; made where it isn't there. */
  readonly dataDir: string;
  readonly logger: Logger;
  /** Version of the knowledge base that is served now, for rows of the trail that the store writes. */
  readonly knowledge?: () => string;
}

export type Store = DeskStore;

/**
 * Opens the desk's store, and brings its schema up to this program's. Rejects with
 * {@link StoreStartError}, whose message says in one sentence what to do.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const db = await openSqlite(join(options.dataDir, STORE_FILE));
  await migrated(db);
  return deskStoreOver(db, options.knowledge ?? (() => ''));
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
