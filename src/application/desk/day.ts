import { Temporal } from 'temporal-polyfill';
import type { EpochMs } from '../../domain/release.ts';

/** ISO date of an instant in a zone: "2026-11-30". */
export function dayOf(zone: string, at: EpochMs): string {
  return zoned(zone, at).toPlainDate().toString();
}

/** The instant at which that day began. */
export function startOfDay(zone: string, at: EpochMs): EpochMs {
  return zoned(zone, at).startOfDay().epochMilliseconds;
}

function zoned(zone: string, at: EpochMs): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
}
