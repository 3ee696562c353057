import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type Db, numberIn, type Row, type Sql, type Value } from './db.ts';
import { MIGRATIONS, TABLES } from './schema.ts';

const FORMAT = 'press-desk-copy';
const ROWS_AT_ONCE = 500;
/** Columns that name each row once, for reading a table a piece at a time. */
const KEY: Readonly<Record<(typeof TABLES)[number], readonly string[]>> = {
  people: ['team', 'person'],
  enquiries: ['id'],
  texts: ['id'],
  trail: ['seq'],
  outbox: ['seq'],
  posts: ['seq'],
  keys: ['team', 'key'],
  deliveries: ['team', 'key'],
  settings: ['team', 'name'],
};
/** Keys that the database counts, so that it has to be told where to go on. */
const COUNTED = ['trail', 'outbox', 'posts'] as const;

/** A copy can't be made or read; the message is one sentence. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
  readonly code = 'COPY_UNUSABLE';
}

/**
 * Writes a whole copy, as it is at one instant, while others go on: a line of JSON for each row,
 * readable by this user alone, and the same whichever database it came from.
 */
export async function backUp(db: Db, file: string): Promise<{ readonly rows: number }> {
  if (existsSync(file))
    throw new CopyError(`${file} is there already: name a file that isn’t there yet.`);
  const part = `${file}.part`;
  try {
    const rows = await writeCopy(db, part);
    renameSync(part, file);
    return { rows };
  } catch (error) {
    rmSync(part, { force: true });
    if (isFileError(error)) throw new CopyError(`${file} can’t be written (${error.message}).`);
    throw error;
  }
}

async function writeCopy(db: Db, part: string): Promise<number> {
  const target = await open(part, 'w', 0o600);
  try {
    const write = async (values: readonly unknown[]): Promise<void> => {
      await target.write(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
    };
    await write([{ format: FORMAT, schema: MIGRATIONS.length }]);
    const rows = await db.transaction(async (sql) => {
      let written = 0;
      for (const table of TABLES) {
        for await (const some of inPieces(sql, table)) {
          await write(some.map((row) => ({ table, row })));
          written += some.length;
        }
      }
      return written;
    }, 'reading');
    await write([{ rows }]);
    await target.sync();
    return rows;
  } finally {
    await target.close();
  }
}

async function* inPieces(sql: Sql, table: (typeof TABLES)[number]): AsyncGenerator<readonly Row[]> {
  const key = KEY[table];
  const columns = key.join(', ');
  const after = key.map((_, index) => `$${index + 1}`).join(', ');
  let last: Row | undefined;
  for (;;) {
    const where = last ? `WHERE (${columns}) > (${after})` : '';
    const values = last ? key.map((column) => last?.[column] ?? '') : [];
    const rows = await sql.all(
      `SELECT * FROM ${table} ${where} ORDER BY ${columns} LIMIT ${ROWS_AT_ONCE}`,
      values,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1);
  }
}

/** Fills an empty database from a copy, whole or not at all. */
export async function restoreFrom(db: Db, file: string): Promise<{ readonly rows: number }> {
  try {
    return await db.transaction(async (sql) => {
      await db.lockSchema(sql);
      await assertEmpty(sql);
      const rows = await readCopy(sql, file);
      for (const table of COUNTED) await countOn(db, sql, table);
      await lookFirst(sql);
      return { rows };
    });
  } catch (error) {
    if (isFileError(error)) throw new CopyError(`${file} can’t be read (${error.message}).`);
    throw error;
  }
}

async function assertEmpty(sql: Sql): Promise<void> {
  for (const table of TABLES) {
    const row = await sql.get(`SELECT COUNT(*) AS count FROM ${table}`);
    if (row && numberIn(row, 'count') > 0)
      throw new CopyError(
        'The database holds rows already: restore only into an empty one, so that nothing is mixed.',
      );
  }
}

async function readCopy(sql: Sql, file: string): Promise<number> {
  let [line, rows] = [0, 0];
  let promised: number | undefined;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8') })) {
    line += 1;
    const read = lineOf(text, file, line);
    if (line === 1) assertOurs(read, file);
    else if (typeof read.rows === 'number') promised = read.rows;
    else {
      await insert(sql, read, file, line);
      rows += 1;
    }
  }
  if (promised !== rows)
    throw new CopyError(`${file} is not whole: it holds ${rows} rows of ${promised ?? 'more'}.`);
  return rows;
}

function lineOf(text: string, file: string, line: number): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw new CopyError(`${file}:${line} is no JSON: this is no whole copy of the desk.`);
  }
}

function assertOurs(head: Readonly<Record<string, unknown>>, file: string): void {
  if (head.format !== FORMAT)
    throw new CopyError(`${file} is no copy of the desk; one is made by npm run backup.`);
  if (Number(head.schema) > MIGRATIONS.length)
    throw new CopyError(
      `${file} has schema ${String(head.schema)}, and this program knows none above ${MIGRATIONS.length}: use the newer program that made it.`,
    );
}

async function insert(
  sql: Sql,
  read: Readonly<Record<string, unknown>>,
  file: string,
  line: number,
): Promise<void> {
  const table = TABLES.find((each) => each === read.table);
  const row = Object(read.row) as Readonly<Record<string, Value>>;
  const columns = Object.keys(row);
  if (!table || columns.length === 0 || !columns.every((column) => /^[a-z_]{1,40}$/.test(column)))
    throw new CopyError(`${file}:${line} is no row of the desk.`);
  await sql.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    columns.map((column) => row[column] ?? ''),
  );
}

/**
 * What waited when the copy was made may have been posted since. As after a first try that was not
 * heard of, it is looked for before it is posted; nothing of it can be older than the row.
 */
async function lookFirst(sql: Sql): Promise<void> {
  await sql.run(
    'UPDATE outbox SET attempts = 1, first_tried_at = at WHERE done = 0 AND attempts = 0',
    [],
  );
}

/** SQLite goes on after the highest key by itself. */
async function countOn(db: Db, sql: Sql, table: (typeof COUNTED)[number]): Promise<void> {
  if (db.dialect === 'sqlite') return;
  await sql.get(
    `SELECT setval(pg_get_serial_sequence('${table}', 'seq'), (SELECT COALESCE(MAX(seq), 0) + 1 FROM ${table}), false)`,
  );
}

function isFileError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    typeof (error as { syscall?: unknown }).syscall === 'string' &&
    !('severity' in error)
  );
}
