import { unitsOf } from './release-text.ts';

/** A range of a text, in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Characters of a text that lie in the same ranges. */
export interface Stretch<R extends Range> extends Range {
  /** The ranges that hold all of it, the one that begins first before the others. */
  readonly within: readonly R[];
}

/** A line of a release with its place in words, cut where a range begins or ends. */
export interface MarkedUnit<R extends Range> {
  /** "paragraph 2", "note 5". */
  readonly place: string;
  readonly stretches: readonly Stretch<R>[];
}

/** Cuts `start` to `end` of a text wherever a range begins or ends. Together they are all of it. */
export function stretchesOf<R extends Range>(
  { start, end }: Range,
  ranges: readonly R[],
): Stretch<R>[] {
  const sorted = ranges
    .filter((range) => range.start < end && range.end > start)
    .sort((one, other) => one.start - other.start);
  const edges = sorted.flatMap((range) => [range.start, range.end]);
  const cuts = [...new Set([start, ...edges, end])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const within = sorted.filter((range) => range.start <= from && range.end >= to);
    return { start: from, end: to, within };
  });
}

/** Every line of a release that has words, whole (bullets and marks too), cut along the ranges. */
export function markedUnits<R extends Range>(text: string, ranges: readonly R[]): MarkedUnit<R>[] {
  return unitsOf(text).map((unit) => {
    const from = text.lastIndexOf('\n', unit.start - 1) + 1;
    const lineEnd = text.indexOf('\n', unit.end);
    const line = text.slice(from, lineEnd === -1 ? text.length : lineEnd);
    const start = from + line.length - line.trimStart().length;
    const end = from + line.trimEnd().length;
    return { place: unit.place, stretches: stretchesOf({ start, end }, ranges) };
  });
}
