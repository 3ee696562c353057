/** What can be bound: everything else (undefined, Date, boolean) aborts or is refused somewhere. */
export type Value = string | number | null;
/** A row as both databases give it. */
export type Row = Readonly<Record<string, Value>>;

/** One SQL for both databases: `$1`, `$2` and so on, each of them used. */
export interface Sql {
  /** Runs one statement; gives how many rows it changed. */
  run(statement: string, values?: readonly Value[]): Promise<number>;
  /** Runs one statement, a writing one with RETURNING too; gives its first row. */
  get(statement: string, values?: readonly Value[]): Promise<Row | undefined>;
  /** Reads rows. Not for writing: on SQLite an error would lose its code here. */
  all(statement: string, values?: readonly Value[]): Promise<readonly Row[]>;
}

export type Dialect = 'sqlite' | 'postgres';

/** A database that is open. Every method rejects with `StoreDownError` where it can't be used now. */
export interface Db extends Sql {
  readonly dialect: Dialect;
  /**
   * All that `work` writes, or nothing. It may be run again where the database asks for that, so it
   * has no effects but on `sql`. `reading` promises one unchanging view, and no writing.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>, mode?: 'writing' | 'reading'): Promise<T>;
  /** Holds back other programs that would migrate at the same time; only inside a transaction. */
  lockSchema(sql: Sql): Promise<void>;
  close(): Promise<void>;
}

/** The store can't be opened; the message is one sentence for who starts the program. */
export class StoreStartError extends Error {
  override readonly name = 'StoreStartError';
  readonly code = 'STORE_UNUSABLE';
}

/**
 * A text as both databases keep it: without NUL, at which SQLite cuts and which PostgreSQL refuses,
 * and without halves of characters.
 */
export function keepable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A value as JSON text, each string in it {@link keepable}. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string' ? keepable(each) : each,
  );
}

export function textIn(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}

export function numberIn(row: Row, column: string): number {
  return Number(row[column] ?? 0);
}

/** A text to look in, and what is looked for: in one case and one form. */
export function folded(text: string): string {
  return keepable(text).normalize('NFKC').toLowerCase();
}

/** A pattern for `LIKE … ESCAPE '!'` that finds `words` anywhere. */
export function anywhere(words: string): string {
  return `%${words.slice(0, 200).replace(/[!%_]/g, '!$&')}%`;
}
