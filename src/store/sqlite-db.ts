import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreDownError } from '../application/desk/desk-store.ts';
import { type Db, keepable, type Row, type Sql, StoreStartError, type Value } from './db.ts';
import { isBusy, sqliteError, sqliteStartError } from './sqlite-errors.ts';
import { type SqliteDatabase, sqliteModule } from './sqlite-module.ts';

/** A held lock stops the whole process for so long at a time, in milliseconds; then others go on. */
const BUSY_TIMEOUT = 50;
/** So long a lock that another process holds is waited for, in milliseconds. */
const PATIENCE = 4_000;
const OPENING_TIMEOUT = 2_000;

/**
 * Opens the file, and makes it and its folder, readable by this user alone, where there is none.
 * Rejects with {@link StoreStartError}.
 */
export async function openSqlite(file: string): Promise<Db> {
  makeFile(file);
  const Database = await sqliteModule();
  const started = Date.now();
  for (;;) {
    try {
      return dbOver(opened(new Database(file)), file);
    } catch (error) {
      if (!isBusy(error) || Date.now() - started > PATIENCE) throw sqliteStartError(error, file);
      await pause(20);
    }
  }
}

function makeFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreStartError(
      `The desk’s database ${file} can’t be written (${why}); let this program’s user write to the folder, or choose another with DATA_DIR.`,
    );
  }
}

/** In this order: with the timeout last, openers that race each other fail. */
function opened(database: SqliteDatabase): SqliteDatabase {
  try {
    database.exec(`PRAGMA busy_timeout = ${OPENING_TIMEOUT}`);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function dbOver(database: SqliteDatabase, file: string): Db {
  const bare = sqlOver(database, file);
  const one = createQueue();
  const { ino } = statSync(file);
  const begin = async (mode: 'writing' | 'reading'): Promise<void> => {
    assertStillThere(file, ino);
    await patiently(() => database.exec(mode === 'writing' ? 'BEGIN IMMEDIATE' : 'BEGIN DEFERRED'));
  };
  const transaction = async <T>(
    work: (sql: Sql) => Promise<T>,
    mode: 'writing' | 'reading',
  ): Promise<T> => {
    try {
      await begin(mode);
      const result = await work(bare);
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      throw sqliteError(error, file);
    }
  };
  return {
    dialect: 'sqlite',
    run: (...given) => one(() => transaction((sql) => sql.run(...given), 'writing')),
    get: (...given) => one(() => bare.get(...given)),
    all: (...given) => one(() => bare.all(...given)),
    transaction: (work, mode = 'writing') => one(() => transaction(work, mode)),
    // BEGIN IMMEDIATE holds every other writer back.
    lockSchema: async () => {},
    close: () =>
      one(async () => {
        if (database.isOpen) database.close();
      }),
  };
}

/** A file that was moved or deleted takes writes for ever, and nobody would find them again. */
function assertStillThere(file: string, ino: number): void {
  if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return;
  throw new StoreDownError(
    `The desk’s database ${file} is not the file that was opened: put it back, or start the program again.`,
  );
}

/** Waits for another process's lock without stopping this one. */
async function patiently(begin: () => void): Promise<void> {
  const started = Date.now();
  for (;;) {
    try {
      begin();
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() - started > PATIENCE) throw error;
      await pause(5 + Math.random() * 20);
    }
  }
}

/** Statements are prepared once and kept; the database is held as long as they live. */
function sqlOver(database: SqliteDatabase, file: string): Sql {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  const statementOf = (text: string): ReturnType<SqliteDatabase['prepare']> => {
    if (!database.isOpen) throw new StoreDownError(`The desk’s database ${file} is closed.`);
    const known = prepared.get(text);
    if (known) return known;
    const made = database.prepare(text);
    if (prepared.size < 300) prepared.set(text, made);
    return made;
  };
  const attempt = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (error) {
      throw sqliteError(error, file);
    }
  };
  return {
    run: (text, values = []) =>
      attempt(() => Number(statementOf(text).run(boundBy(values)).changes)),
    get: (text, values = []) =>
      attempt(() => statementOf(text).get(boundBy(values)) as Row | undefined),
    all: (text, values = []) =>
      attempt(() => statementOf(text).all(boundBy(values)) as readonly Row[]),
  };
}

function boundBy(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(
    values.map((value, index) => [
      `$${index + 1}`,
      typeof value === 'string' ? keepable(value) : value,
    ]),
  );
}

/** One connection has one transaction: what comes meanwhile waits for its end. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}
