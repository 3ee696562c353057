import { StoreDownError } from '../application/desk/desk-store.ts';
import { StoreStartError } from './db.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const ERROR = 1;
const BUSY = 5;
const LOCKED = 6;
const CONSTRAINT = 19;
const RANGE = 25;
const NOT_A_DATABASE = 26;
const WHY: Readonly<Record<number, string>> = {
  [BUSY]: 'another program holds its lock',
  [LOCKED]: 'another program holds its lock',
  8: 'it can only be read',
  10: 'the disk failed to read or write it',
  11: 'its contents are damaged',
  13: 'the disk is full',
  14: 'it can’t be opened',
  [NOT_A_DATABASE]: 'it is no database',
};

function codeOf(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}

export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code === BUSY || code === LOCKED;
}

/** What a caller is told: mistakes of ours stay what they are, all else is a store that is down. */
export function sqliteError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreDownError) return error;
  const code = codeOf(error);
  const ours =
    code === undefined
      ? (error as { code?: unknown }).code !== 'ERR_SQLITE_ERROR'
      : [ERROR, CONSTRAINT, RANGE].includes(code);
  if (ours) return error;
  const why = (code !== undefined && WHY[code]) || error.message;
  return new StoreDownError(`The desk’s database ${file} can’t be used now: ${why}.`);
}

const MEND: Readonly<Record<number, string>> = {
  [BUSY]: 'end the program that holds it, and start again',
  8: 'let this program’s user write to the file and its folder',
  13: 'make room on the disk, or choose another folder with DATA_DIR',
  14: 'let this program’s user write to the folder, or choose another with DATA_DIR',
  [NOT_A_DATABASE]: 'move that file away, or choose another folder with DATA_DIR',
  11: 'move it away and restore a copy with npm run restore',
};

/** The one sentence for who starts the program. */
export function sqliteStartError(error: unknown, file: string): StoreStartError {
  const code = codeOf(error) ?? 0;
  const why = WHY[code] ?? (error instanceof Error ? error.message : String(error));
  const mend = MEND[code] ?? 'choose another folder with DATA_DIR';
  return new StoreStartError(`The desk’s database ${file} can’t be opened: ${why}; ${mend}.`);
}
