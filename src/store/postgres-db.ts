import pg from 'pg';
import type { Logger } from '../application/ports.ts';
import { type Db, keepable, type Row, type Sql, type Value } from './db.ts';
import {
  badAddress,
  isWorthAnotherTry,
  postgresError,
  postgresStartError,
} from './postgres-errors.ts';

/** Milliseconds. People wait for what comes of it: Slack gives a form three seconds in all. */
const CONNECTING = 1_500;
const LOCKED = 2_000;
const STATEMENT = 4_000;
/** Beyond the server's own limit: for a server that has gone without a word. */
const NO_ANSWER = 5_000;
const IDLE_IN_TRANSACTION = 10_000;
const CONNECTIONS = 8;
const TRIES = 4;
/** Any number, the same for every program that migrates this schema. */
const SCHEMA_LOCK = 4_907_206_217;
const INT8 = 20;

/**
 * Opens a pool of connections; each is made when it is needed, so the pool finds a server again that
 * was away. Rejects with `StoreStartError`.
 */
export async function openPostgres(databaseUrl: string, logger: Logger): Promise<Db> {
  const pool = new pg.Pool({ ...settingsOf(databaseUrl), max: CONNECTIONS });
  // A connection that breaks while nobody uses it would end the process.
  pool.on('error', (error) =>
    logger.warn('A connection to the database broke', { code: String(error.message) }),
  );
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw postgresStartError(error);
  }
  return dbOver(pool);
}

function settingsOf(databaseUrl: string): pg.PoolConfig {
  if (!/^postgres(?:ql)?:\/\/[^/]/.test(databaseUrl) || !URL.canParse(databaseUrl))
    throw badAddress();
  return {
    connectionString: databaseUrl,
    application_name: 'press-desk',
    connectionTimeoutMillis: CONNECTING,
    lock_timeout: LOCKED,
    statement_timeout: STATEMENT,
    query_timeout: NO_ANSWER,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    keepAlive: true,
    types: { getTypeParser },
  };
}

/** Whole numbers of 64 bits, and counts, come as texts; ours are all below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (
  oid: number,
  format?: 'text' | 'binary',
): ((value: string) => unknown) =>
  oid === INT8 && format !== 'binary'
    ? Number
    : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown);

function dbOver(pool: pg.Pool): Db {
  const bare = sqlOver(async (text, values) => {
    try {
      return await pool.query(text, values);
    } catch (error) {
      throw postgresError(error);
    }
  });
  const once = async <T>(work: (sql: Sql) => Promise<T>, begin: string): Promise<T> => {
    const client = await connected(pool);
    let broken: Error | undefined;
    try {
      const sql = sqlOver((text, values) => client.query(text, values));
      await sql.run(begin);
      const result = await work(sql);
      await sql.run('COMMIT');
      return result;
    } catch (error) {
      // A connection that can't even take back is thrown away; the server takes back for it.
      broken = await client.query('ROLLBACK').then(
        () => undefined,
        (failed: Error) => failed,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return {
    dialect: 'postgres',
    ...bare,
    async transaction(work, mode = 'writing') {
      const begin =
        mode === 'writing' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
      for (let tries = 1; ; tries += 1) {
        try {
          return await once(work, begin);
        } catch (error) {
          if (tries >= TRIES || !isWorthAnotherTry(error)) throw postgresError(error);
        }
      }
    },
    async lockSchema(sql) {
      await sql.get('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    },
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  };
}

async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    const client = await pool.connect();
    // Without a listener an error between two queries would end the process.
    if (client.listenerCount('error', ignored) === 0) client.on('error', ignored);
    return client;
  } catch (error) {
    throw postgresError(error);
  }
}

function ignored(): void {}

type Query = (text: string, values: Value[]) => Promise<pg.QueryResult>;

function sqlOver(query: Query): Sql {
  const ask = (text: string, values: readonly Value[] = []): Promise<pg.QueryResult> =>
    query(
      text,
      values.map((value) => (typeof value === 'string' ? keepable(value) : value)),
    );
  return {
    run: async (text, values) => (await ask(text, values)).rowCount ?? 0,
    get: async (text, values) => (await ask(text, values)).rows[0] as Row | undefined,
    all: async (text, values) => (await ask(text, values)).rows as readonly Row[],
  };
}
