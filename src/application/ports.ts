import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import type { EpochMs } from '../domain/release.ts';

/** The present instant. In production the machine's clock; in tests and `--at` any instant. */
export type Clock = () => EpochMs;

/** Facts beside a constant message; never a question's text above `debug`. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** `error`: somebody must act now; `warn`: this week; `info`: it happened; `debug`: for developers. */
export interface Logger {
  error(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  debug(message: string, fields?: Fields): void;
}

/** What the folder `knowledge/` held when it was last read without a mistake. */
export interface KnowledgeSource {
  /** The last good base, or why there is none yet. */
  current(): KnowledgeState;
  /** Calls back after each reading that has changed what `current` gives. */
  onChange(changed: () => void): void;
  /** Stops watching the folder. */
  close(): void;
}

export interface KnowledgeState {
  readonly office: Office;
  /** Absent until a base has been read whole. */
  readonly base?: KnowledgeBase;
  /** One sentence a problem, of the newest reading; empty when that one was good. */
  readonly problems: readonly string[];
}
