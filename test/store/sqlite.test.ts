import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, STORE_FILE, type Store } from '../../src/store/open-store.ts';
import { sqliteModule } from '../../src/store/sqlite-module.ts';
import { storeContract } from './contract.ts';
import { silent } from './support/place.ts';

storeContract({
  name: 'SQLite',
  start: async () => {},
  stop: async () => {},
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
