import type { Store, StoreOptions } from '../../../src/store/open-store.ts';

/** One database, empty at first, that a test may open as often as it likes. */
export interface Place {
  readonly options: Pick<StoreOptions, 'databaseUrl' | 'dataDir'>;
  /** Closed after the test. */
  open(): Promise<Store>;
  /** Runs a statement past the store, on a connection of its own. */
  raw(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export interface PlaceMaker {
  readonly name: string;
  /** Made before the first test of the file, removed after the last. */
  start(): Promise<void>;
  stop(): Promise<void>;
  make(): Promise<Place & { remove(): Promise<void> }>;
}

export const silent = { error() {}, warn() {}, info() {}, debug() {} };
