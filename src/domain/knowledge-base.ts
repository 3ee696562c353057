import {
  type Audience,
  type DeclinedTopic,
  type Entry,
  type EpochMs,
  entryKey,
  isPublished,
  mayOffer,
  mayServe,
  type Release,
} from './release.ts';

/** Everyday lines that are nobody's press question, so that the matcher knows what those look like. */
export interface Everyday {
  /** Small talk, thanks, "what can you do". */
  readonly greetings: readonly string[];
  /** What no release answers: lunch, trains, other subjects, general question frames. */
  readonly background: readonly string[];
}

/** All of `knowledge/` but the office: checked, and not yet cut to anybody's view. */
export interface KnowledgeBase {
  readonly releases: readonly Release[];
  /** Groups of words that this office uses for one thing. */
  readonly vocabulary: readonly (readonly string[])[];
  readonly everyday: Everyday;
  /** SHA-256 over all files read: names this version of the base. */
  readonly version: string;
}

/**
 * The base as it is for somebody who asks at an instant: releases under embargo are absent, and
 * so is what may not be served. Everything that answers, lists or counts is built from this.
 */
export function visibleAt(base: KnowledgeBase, at: EpochMs, audience: Audience): KnowledgeBase {
  const releases = base.releases
    .filter((release) => isPublished(release, at))
    .map((release) => ({
      ...release,
      entries: release.entries.filter((entry) => mayServe(entry, audience)),
    }));
  return { ...base, releases };
}

/** The next instant at which some embargo lifts, so that a view made at `at` ends there. */
export function nextEmbargoAfter(base: KnowledgeBase, at: EpochMs): EpochMs | undefined {
  const lifts = base.releases
    .map((release) => release.embargo)
    .filter((embargo): embargo is EpochMs => embargo !== undefined && embargo > at);
  return lifts.length === 0 ? undefined : Math.min(...lifts);
}

/** `release/id` of every entry that a served, newer one takes the place of, with that one's key. */
export function superseded(base: KnowledgeBase): ReadonlyMap<string, string> {
  const byOld = new Map<string, string>();
  for (const entry of base.releases.flatMap((release) => release.entries)) {
    if (entry.replaces) byOld.set(entry.replaces, entryKey(entry));
  }
  return byOld;
}

export function findEntry(
  base: KnowledgeBase,
  key: string,
): { release: Release; entry: Entry } | undefined {
  for (const release of base.releases) {
    const entry = release.entries.find((candidate) => entryKey(candidate) === key);
    if (entry) return { release, entry };
  }
  return undefined;
}

export function findTopic(
  base: KnowledgeBase,
  key: string,
): { release: Release; topic: DeclinedTopic } | undefined {
  for (const release of base.releases) {
    const topic = release.declined.find((candidate) => entryKey(candidate) === key);
    if (topic) return { release, topic };
  }
  return undefined;
}

/** What may be listed without being asked for, by release, in the order of the files. */
export function topicsOf(base: KnowledgeBase): { release: Release; entries: Entry[] }[] {
  const old = superseded(base);
  return base.releases.map((release) => ({
    release,
    entries: release.entries.filter((entry) => mayOffer(entry) && !old.has(entryKey(entry))),
  }));
}
