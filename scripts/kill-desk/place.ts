import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createLogger } from '../../src/system/logger.ts';
import { startPostgres } from '../../test/store/support/postgres-server.ts';
import { type Counter, startCounter } from './counter.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';

export interface PlaceOptions {
  readonly store: 'sqlite' | 'postgres';
  readonly look: boolean;
  readonly transaction: boolean;
}

/** One database, one counter, and desks on them. */
export interface Place {
  readonly counter: Counter;
  /** The driver's own look at the database. */
  readonly store: Store;
  startDesk(): Promise<DeskProcess>;
  remove(): Promise<void>;
}

/** No PostgreSQL can be started on this machine; the message says why. */
export class NoPostgresError extends Error {
  override readonly name = 'NoPostgresError';
}

/** Makes an empty database of that kind; all of it goes with `remove`. */
export async function makePlace({ store, look, transaction }: PlaceOptions): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-desk-'));
  const postgres = store === 'postgres' ? await startPostgres() : undefined;
  if (postgres && 'why' in postgres) throw new NoPostgresError(postgres.why);
  const database = await postgres?.database('desk');
  const where = { dataDir, ...(database ? { databaseUrl: database.url } : {}) };
  const counter = await startCounter();
  const opened = await openStore({ ...where, logger: createLogger('error') });
  const running = new Set<DeskProcess>();
  let desks = 0;
  return {
    counter,
    store: opened,
    async startDesk() {
      desks += 1;
      const desk = await startDesk({
        ...where,
        slackUrl: counter.url,
        replica: `replica-${desks}`,
        look,
        transaction,
      });
      running.add(desk);
      return desk;
    },
    async remove() {
      for (const desk of running) {
        desk.kill();
        await desk.ended;
      }
      counter.close();
      await opened.close();
      await postgres?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
