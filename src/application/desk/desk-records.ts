import type { EpochMs } from '../../domain/release.ts';
import type { TrailRow } from './desk-store.ts';

/** What `gaps`, `audit` and the other commands need beside the desk itself. */
export interface DeskRecords {
  trail(query: TrailQuery): Promise<readonly TrailEntry[]>;
  /** Questions of the last `days` that ended `unknown` or `declined`, newest first. */
  unanswered(
    since: EpochMs,
  ): Promise<readonly { readonly at: EpochMs; readonly words: string; readonly outcome: string }[]>;
  /** Empties what is older than each kind may be kept, and adds a row that says so. */
  retain(now: EpochMs, rules: RetentionRules): Promise<Emptied>;
  /** Teams in which this Slack user is known by name. */
  teamsOf(user: string): Promise<readonly string[]>;
  /** Empties everything that names this Slack user, in every table but the trail. */
  forget(team: string, user: string, at: EpochMs): Promise<Emptied>;
  /** A whole copy at `file`, made while the bot runs. Rejects with one sentence where it exists. */
  backup(file: string): Promise<{ readonly rows: number }>;
  /** Fills an empty database from a copy; refuses where it holds anything. */
  restore(file: string): Promise<{ readonly rows: number }>;
  close(): Promise<void>;
}

export interface TrailQuery {
  readonly reference?: string;
  readonly entry?: string;
  /** Pseudonymous id, or a Slack user id. */
  readonly person?: string;
  /** Trail rows from this instant on. */
  readonly from?: EpochMs;
  readonly until?: EpochMs;
  readonly words?: string;
}

export interface TrailEntry extends Omit<TrailRow, 'by' | 'byName'> {
  readonly team: string;
  /** "P-4K7M". */
  readonly person?: string;
  /** Present while the person has not been forgotten and names are kept. */
  readonly personName?: string;
  /** Of `sent` rows: whom it went to, as `person`. */
  readonly to?: string;
  readonly toName?: string;
}

/** Days that each kind is kept; 0 keeps nothing, absent keeps for ever. */
export interface RetentionRules {
  readonly questions?: number;
  readonly enquiries?: number;
  readonly messages?: number;
  readonly people?: number;
}

export interface Emptied {
  readonly rows: number;
}
