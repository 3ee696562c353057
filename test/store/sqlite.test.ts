import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreDownError } from '../../src/application/desk/desk-store.ts';
import { StoreStartError } from '../../src/store/db.ts';
import { deskStoreOver } from '../../src/store/desk-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore, STORE_FILE, type Store } from '../../src/store/open-store.ts';
import { openSqlite } from '../../src/store/sqlite-db.ts';
import { sqliteModule } from '../../src/store/sqlite-module.ts';
import { storeContract } from './contract.ts';
import { silent } from './support/place.ts';
import { anEnquiry, NOW, received, TEAM } from './support/samples.ts';

storeContract({
  name: 'SQLite',
  dialect: 'sqlite',
  async make() {
    const dataDir = mkdtempSync(join(tmpdir(), 'desk-'));
    const Database = await sqliteModule();
    const stores: Store[] = [];
    return {
      options: { dataDir },
      async open() {
        const store = await openStore({ dataDir, logger: silent, knowledge: () => 'v7' });
        stores.push(store);
        return store;
      },
      async raw(statement) {
        const database = new Database(join(dataDir, STORE_FILE));
        try {
          database.exec('PRAGMA busy_timeout = 2000');
          if (/^SELECT/.test(statement)) return database.prepare(statement).all();
          database.exec(statement);
          return [];
        } finally {
          database.close();
        }
      },
      async remove() {
        for (const store of stores) await store.close();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  },
});

describe('SQLite that can’t be used', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const refusal = async (dataDir: string): Promise<unknown> =>
    openStore({ dataDir, logger: silent }).then(
      () => 'opened',
      (error: unknown) => error,
    );

  it('because the file is no database is refused in one sentence, and left as it is', async () => {
    const file = join(folder, STORE_FILE);
    writeFileSync(file, 'Dear diary, '.repeat(500));
    const error = await refusal(folder);
    expect(error).toBeInstanceOf(StoreStartError);
    expect(String(error)).toContain(
      `${file} can’t be opened: it is no database; move that file away`,
    );
    expect(readFileSync(file, 'utf8')).toBe('Dear diary, '.repeat(500));
  });

  it('because the folder can’t be made is refused in one sentence', async () => {
    writeFileSync(join(folder, 'taken'), '');
    const error = await refusal(join(folder, 'taken', 'data'));
    expect(error).toBeInstanceOf(StoreStartError);
    expect(String(error)).toMatch(/can’t be written \(ENOTDIR.*\); let this program’s user write/);
  });

  it('because the file can only be read is refused in one sentence', async () => {
    const store = await openStore({ dataDir: folder, logger: silent });
    await store.close();
    chmodSync(folder, 0o555);
    chmodSync(join(folder, STORE_FILE), 0o444);
    const error = await withoutRights(() => refusal(folder));
    chmodSync(folder, 0o755);
    expect(error).toBeInstanceOf(StoreStartError);
    expect(String(error)).toMatch(/can’t be written \(EACCES.*\); let this program’s user write/);
  });

  it('because the disk is full keeps nothing of a change, says so, and goes on later', async () => {
    const file = join(folder, STORE_FILE);
    const db = await openSqlite(file);
    await migrate(db, NOW);
    const store = deskStoreOver(db, () => '');
    // As full as a disk can be: not one page more.
    await db.get('PRAGMA max_page_count = 1');
    const enquiry = anEnquiry({ question: 'x'.repeat(40_000) });
    await expect(store.commit(received(enquiry))).rejects.toThrow(
      new StoreDownError(`The desk’s database ${file} can’t be used now: the disk is full.`),
    );
    expect(await store.list(TEAM, {})).toEqual([]);
    await db.get('PRAGMA max_page_count = 1000000');
    expect(await store.commit(received(enquiry))).toEqual({ kind: 'done' });
    await store.close();
  });

  it('because another program holds its lock waits without stopping this one', async () => {
    const store = await openStore({ dataDir: folder, logger: silent });
    const Database = await sqliteModule();
    const other = new Database(join(folder, STORE_FILE));
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 5);
    const kept = store.commit(received(anEnquiry()));
    await vi.waitUntil(() => turns > 5, { timeout: 5_000 });
    other.exec('COMMIT');
    expect(await kept).toEqual({ kind: 'done' });
    clearInterval(turning);
    other.close();
    await store.close();
  });

  it('because its file was taken away says so, and writes nowhere else', async () => {
    const store = await openStore({ dataDir: folder, logger: silent });
    rmSync(join(folder, STORE_FILE));
    await expect(store.commit(received(anEnquiry()))).rejects.toThrow(StoreDownError);
    await store.close();
    await expect(store.list(TEAM, {})).rejects.toThrow(StoreDownError);
  });
});

/** Root may write anywhere: for so long this process is a user who may not. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
