import type { Enquiry, WarningKind } from './enquiry.ts';
import { WARNING_KINDS } from './enquiry.ts';
import { isWaiting } from './enquiry-states.ts';
import type { EpochMs } from './release.ts';

const MINUTE = 60_000;
/** With less than this left the whole desk hears, whoever has the enquiry. */
const SHORT_TIME = 30 * MINUTE;
/** This long before the deadline the asker hears who has it and which number to ring. */
const LAST_CALL = 15 * MINUTE;

/**
 * The warnings that are due at `at` and were not given yet, in the order of the instants that they
 * are named for. None is skipped however late it is looked at, and none is due where the enquiry is
 * neither open nor taken.
 */
export function warningsDue(enquiry: Enquiry, at: EpochMs): readonly WarningKind[] {
  return ahead(enquiry)
    .filter((warning) => warning.at <= at)
    .map((warning) => warning.kind);
}

/** When the next warning is to be given, which may lie in the past; undefined where none is left. */
export function nextWarningAt(enquiry: Enquiry): EpochMs | undefined {
  return ahead(enquiry)[0]?.at;
}

/** True where nobody has the enquiry, or less than 30 minutes are left at `at`. */
export function concernsWholeDesk(enquiry: Enquiry, at: EpochMs): boolean {
  return enquiry.owner === undefined || enquiry.deadline - at < SHORT_TIME;
}

/**
 * True where who asked hears, along with this warning, that they are still waiting: 15 minutes before
 * the deadline, or at once where no more than that was left when the enquiry was received.
 */
export function asksForPatience(enquiry: Enquiry, warning: WarningKind): boolean {
  return warning === (lastCallLapsed(enquiry) ? 'short' : 'quarter-hour');
}

/**
 * What has no more use when a finished enquiry is reopened at `at`: the note that it was reopened
 * tells the desk as much. Before the deadline that is the half-way mark alone, after it everything.
 */
export function overtakenWarnings(enquiry: Enquiry, at: EpochMs): readonly WarningKind[] {
  const late = at >= enquiry.deadline;
  return instants(enquiry)
    .filter((warning) => late || (warning.kind === 'half-way' && warning.at <= at))
    .map((warning) => warning.kind);
}

interface Warning {
  readonly kind: WarningKind;
  readonly at: EpochMs;
}

function ahead(enquiry: Enquiry): readonly Warning[] {
  if (!isWaiting(enquiry)) return [];
  return instants(enquiry).filter((warning) => !enquiry.warned.includes(warning.kind));
}

/** Every warning that this enquiry ever gets. Those of one instant stand as in WARNING_KINDS. */
function instants(enquiry: Enquiry): readonly Warning[] {
  return WARNING_KINDS.flatMap((kind) => {
    const at = instantOf(enquiry, kind);
    return at === undefined ? [] : [{ kind, at }];
  }).toSorted((one, other) => one.at - other.at);
}

function instantOf(enquiry: Enquiry, kind: WarningKind): EpochMs | undefined {
  const { receivedAt, deadline } = enquiry;
  switch (kind) {
    case 'short':
      return deadline - receivedAt < SHORT_TIME ? receivedAt : undefined;
    case 'half-way':
      return receivedAt + Math.floor((deadline - receivedAt) / 2);
    case 'quarter-hour':
      // Received later than that, `short` has said it at the same moment.
      return lastCallLapsed(enquiry) ? undefined : deadline - LAST_CALL;
    case 'passed':
      return deadline;
  }
}

function lastCallLapsed(enquiry: Enquiry): boolean {
  return enquiry.deadline - enquiry.receivedAt <= LAST_CALL;
}
