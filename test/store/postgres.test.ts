import { tmpdir } from 'node:os';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { StoreDownError } from '../../src/application/desk/desk-store.ts';
import { StoreStartError } from '../../src/store/db.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { storeContract } from './contract.ts';
import { silent } from './support/place.ts';
import { startPostgres } from './support/postgres-server.ts';
import { anEnquiry, received, TEAM, taken } from './support/samples.ts';

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
    dialect: 'postgres',
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

  describe('PostgreSQL that can’t be used', { timeout: 30_000 }, () => {
    const refusal = async (databaseUrl: string): Promise<unknown> =>
      openStore({ databaseUrl, dataDir: tmpdir(), logger: silent }).then(
        () => 'opened',
        (error: unknown) => error,
      );

    it('because of its address is refused in one sentence without the password', async () => {
      const { url, drop } = await server.database('desk_refused');
      const right = new URL(url);
      const wrong = (change: (address: URL) => void): string => {
        const address = new URL(url);
        change(address);
        return address.href;
      };
      const cases: readonly (readonly [string, RegExp])[] = [
        ['desk.example.org', /DATABASE_URL is no address of a PostgreSQL; it looks like postgres:/],
        ['mysql://root:geheim@db/x', /DATABASE_URL is no address of a PostgreSQL/],
        [
          wrong((address) => {
            address.password = 'geheim';
          }),
          /password authentication failed.*; check the user and the password in DATABASE_URL/,
        ],
        [
          wrong((address) => {
            address.pathname = '/nowhere';
          }),
          /database "nowhere" does not exist; create that database/,
        ],
        [
          wrong((address) => {
            address.port = '1';
          }),
          /ECONNREFUSED.*; check DATABASE_URL and that the server runs/,
        ],
      ];
      for (const [address, message] of cases) {
        const error = await refusal(address);
        expect(error).toBeInstanceOf(StoreStartError);
        expect(String(error)).toMatch(message);
        expect(String(error)).not.toMatch(/geheim|made-up/);
      }
      expect(right.password).toBe('made-up');
      await drop();
    });

    it('because the server is away is down at once, and goes on when the server is back', async () => {
      const { url, drop } = await server.database('desk_away');
      const store = await openStore({ databaseUrl: url, dataDir: tmpdir(), logger: silent });
      const enquiry = anEnquiry();
      await store.commit(received(enquiry));
      await server.stop();
      const started = Date.now();
      await expect(store.commit(received(anEnquiry()))).rejects.toThrow(StoreDownError);
      await expect(store.enquiry(TEAM, enquiry.id)).rejects.toThrow(StoreDownError);
      expect(Date.now() - started).toBeLessThan(4_000);
      await server.start();
      expect(await store.enquiry(TEAM, enquiry.id)).toEqual(enquiry);
      expect(await store.commit(received(anEnquiry()))).toEqual({ kind: 'done' });
      expect(await store.waiting(TEAM)).toMatchObject({ count: 4 });
      await store.close();
      await drop();
    });

    it('because somebody else holds a row waits no longer than two seconds', async () => {
      const { url, drop } = await server.database('desk_held');
      const store = await openStore({ databaseUrl: url, dataDir: tmpdir(), logger: silent });
      const enquiry = anEnquiry();
      await store.commit(received(enquiry));
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query('BEGIN');
      await other.query('SELECT * FROM enquiries FOR UPDATE');
      await expect(store.commit(taken(enquiry))).rejects.toThrow(StoreDownError);
      await other.query('ROLLBACK');
      expect(await store.commit(taken(enquiry))).toEqual({ kind: 'done' });
      await other.end();
      await store.close();
      await drop();
    });
  });
}
