import type { EpochMs } from '../../domain/release.ts';
import type { Result } from '../../domain/result.ts';
import type { Clock, Logger } from '../ports.ts';
import type { PressOffice } from '../press-office.ts';
import type { Courier, Officers } from './courier.ts';
import type { DeadlineRefusal } from './desk.ts';
import type { Change, Committed, DeskStore } from './desk-store.ts';
import type { Trouble } from './trouble.ts';

/** All that the desk is put together from. */
export interface DeskParts {
  readonly store: DeskStore;
  readonly courier: Courier;
  readonly officers: Officers;
  /**
   * False where the office names no channel for the desk: nothing is delivered and nobody warned then,
   * but questions, the off switch and the marks of deliveries are kept. Default true.
   */
  readonly hasChannel?: boolean;
  /** For the office's hours and number, and the version of the knowledge base. */
  readonly pressOffice: Pick<PressOffice, 'hours' | 'office' | 'health'>;
  /** The desk's clock, which tests set: deadlines, warnings, the trail. */
  readonly clock: Clock;
  /** The machine's clock, for leases alone: replicas have to agree on it. Default Date.now. */
  readonly systemNow?: Clock;
  readonly logger: Logger;
  /** Slack's id of the workspace. */
  readonly team: string;
  /** Names this process among all that work on the same store; new at each start. */
  readonly replica: string;
  /** Reads a deadline as people say it, as at an instant. */
  readonly readDeadline: (text: string, at: EpochMs) => Result<EpochMs, DeadlineRefusal>;
  /** So many random bytes, for references. Default those of node:crypto. */
  readonly random?: (size: number) => Uint8Array;
}

/** The parts, and what the desk's files share beside them. */
export interface Workings extends Required<DeskParts> {
  readonly trouble: Trouble;
  /** Keeps a change, and has what it says delivered at once. Rejects as the store does. */
  commit(change: Omit<Change, 'team'>): Promise<Committed>;
  /** Version of the knowledge base at this moment; empty where there is none. */
  knowledge(): string;
}
