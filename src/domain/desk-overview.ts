import type { Enquiry } from './enquiry.ts';
import type { EpochMs } from './release.ts';

/** The desk's enquiries as `/hmicfrs desk` and an officer's home tab list them. */
export interface DeskOverview {
  readonly at: EpochMs;
  readonly open: readonly Enquiry[];
  readonly mine: readonly Enquiry[];
  readonly overdue: readonly Enquiry[];
  readonly answeredToday: readonly Enquiry[];
  /** Only where words were searched for. */
  readonly found?: readonly Enquiry[];
}
