import { tmpdir } from 'node:os';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { storeContract } from './contract.ts';
import { silent } from './support/place.ts';
import { startPostgres } from './support/postgres-server.ts';

const server = await startPostgres();
let databases = 0;

if ('why' in server) {
  describe('the desk’s store on PostgreSQL', () => {
    it('is left out here', () => {
      console.warn(`Left out: the store on PostgreSQL, which can’t run here (${server.why})`);
      expect(process.env.CI).toBeFalsy();
    });
  });
} else {
  afterAll(() => server.remove(), 30_000);
  storeContract({
    name: 'PostgreSQL',
    async make() {
      databases += 1;
      const { url, drop } = await server.database(`desk_${databases}`);
      const stores: Store[] = [];
      return {
        options: { databaseUrl: url, dataDir: tmpdir() },
        async open() {
          const store = await openStore({
            databaseUrl: url,
            dataDir: tmpdir(),
            logger: silent,
            knowledge: () => 'v7',
          });
          stores.push(store);
          return store;
        },
        async raw(statement) {
          const client = new pg.Client({ connectionString: url });
          await client.connect();
          try {
            return (await client.query(statement)).rows as Record<string, unknown>[];
          } finally {
            await client.end();
          }
        },
        async remove() {
          for (const store of stores) await store.close();
          await drop();
        },
      };
    },
  });
}
