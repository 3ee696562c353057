import { markedUnits, type Range } from '../src/domain/marked-text.ts';
import type { Entry } from '../src/domain/release.ts';
import type { MarkedText } from './protocol.ts';

interface NamedRange extends Range {
  readonly entry: string;
}

/** A release's text, line by line, marked where one of these entries quotes it. */
export function markedText(text: string, entries: readonly Entry[]): MarkedText[] {
  const ranges = entries.flatMap((entry) =>
    entry.passages.map(({ start, end }): NamedRange => ({ start, end, entry: entry.id })),
  );
  return markedUnits(text, ranges).map(({ place, stretches }) => ({
    label: place,
    stretches: stretches.map(({ start, end, within }) => ({
      text: text.slice(start, end),
      marked: within.length > 0,
      entries: [...new Set(within.map(({ entry }) => entry))],
    })),
  }));
}
