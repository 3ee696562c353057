import type { Release } from './release.ts';
import { type Sentence, sentencesOf } from './release-text.ts';

/** How much of a release its entries speak for. */
export interface Coverage {
  readonly release: string;
  readonly used: number;
  /** Sentences that no entry uses, with where they stand. */
  readonly unused: readonly { readonly text: string; readonly place: string }[];
  /** Sentences that need no entry, by the release's own list; named, not hidden. */
  readonly boilerplate: readonly { readonly text: string; readonly place: string }[];
  /** `used` of all but boilerplate, in per cent (0 to 100). */
  readonly share: number;
}

/**
 * Which sentences some live entry uses. A sentence counts as used where an entry quotes these very
 * words, at whichever of the places where they stand.
 */
export function coverageOf(release: Release): Coverage {
  const live = release.entries.filter((entry) => entry.status === 'live');
  const passages = live.flatMap((entry) => entry.passages);
  const used: Sentence[] = [];
  const unused: Coverage['unused'][number][] = [];
  const boilerplate: Coverage['boilerplate'][number][] = [];
  for (const sentence of sentencesOf(release.text)) {
    const text = release.text.slice(sentence.start, sentence.end);
    const told = { text, place: sentence.unit.place };
    const isQuoted = passages.some(
      (passage) =>
        (passage.start < sentence.end && passage.end > sentence.start) ||
        passage.text.includes(text),
    );
    if (isQuoted) used.push(sentence);
    else if (release.boilerplate.includes(text)) boilerplate.push(told);
    else unused.push(told);
  }
  const whole = used.length + unused.length;
  return {
    release: release.id,
    used: used.length,
    unused,
    boilerplate,
    share: whole === 0 ? 100 : (100 * used.length) / whole,
  };
}
