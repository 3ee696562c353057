import { StoreDownError } from '../application/desk/desk-store.ts';
import { StoreStartError } from './db.ts';

/** Classes and codes of https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DOWN =
  /^(?:08|53|57|58|XX|25006|28|3D000|55P03|40001|40P01|25P03|E(?:CONN|TIMEDOUT|PIPE|HOST|NET|AI_|NOTFOUND)|ENOTFOUND)/;
const DOWN_WORDS = /timeout|terminated|Connection|not queryable|pool after calling end/i;
/** Another attempt may well succeed: two transactions stood in each other's way. */
const AGAIN = ['40001', '40P01'];

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

export function isWorthAnotherTry(error: unknown): boolean {
  return AGAIN.includes(codeOf(error));
}

/** What a caller is told: mistakes of ours stay what they are, all else is a store that is down. */
export function postgresError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreDownError) return error;
  const code = codeOf(error);
  const down = code === '' ? DOWN_WORDS.test(error.message) : DOWN.test(code);
  if (!down) return error;
  return new StoreDownError(`The desk’s database can’t be used now: ${whyOf(error)}.`);
}

/** Every attempt at an address that has several fails into one error without words of its own. */
function whyOf(error: Error): string {
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  const words = error.message || inner.map((each) => (each as Error).message).join(', ');
  return words || codeOf(error) || error.name;
}

const GOOD = 'postgres://press:password@db.example.org:5432/press';

/** The one sentence for who starts the program. The address's password is never repeated. */
export function postgresStartError(error: unknown): StoreStartError {
  if (error instanceof StoreStartError) return error;
  const why = error instanceof Error ? whyOf(error) : String(error);
  const mend: Readonly<Record<string, string>> = {
    '28P01': 'check the user and the password in DATABASE_URL',
    '28000': 'check the user in DATABASE_URL',
    '3D000': 'create that database, or name another in DATABASE_URL',
    '42501': 'let its user create tables, or name another user in DATABASE_URL',
    '25006': 'name a server that takes writes in DATABASE_URL',
  };
  const todo =
    mend[codeOf(error)] ?? `check DATABASE_URL and that the server runs; it looks like ${GOOD}`;
  return new StoreStartError(`The database of DATABASE_URL can’t be used: ${why}; ${todo}.`);
}

export function badAddress(): StoreStartError {
  return new StoreStartError(`DATABASE_URL is no address of a PostgreSQL; it looks like ${GOOD}.`);
}
