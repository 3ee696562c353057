import type { Store, StoreOptions } from '../../../src/store/open-store.ts';

/** One database, empty at first, that a test may open as often as it likes. */
export interface Place {
  readonly options: Pick<StoreOptions, 'databaseUrl' | 'dataDir'>;
  /** Closed after the test. */
  open(): Promise<Store>;
  /** Runs a statement past the store, on a connection of its own. */
  raw(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface RemovablePlace extends Place {
  remove(): Promise<void>;
}

export interface PlaceMaker {
  readonly name: string;
  readonly dialect: 'sqlite' | 'postgres';
  make(): Promise<RemovablePlace>;
}

/** The database of the test that runs. */
export type At = () => Place;

export async function countOf(place: Place, table: string): Promise<number> {
  const [row] = await place.raw(`SELECT COUNT(*) AS n FROM ${table}`);
  return Number(row?.n);
}

export const silent = { error() {}, warn() {}, info() {}, debug() {} };
