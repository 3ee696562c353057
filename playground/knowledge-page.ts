import type { KnowledgeState } from '../src/application/ports.ts';
import { coverageOf } from '../src/domain/coverage.ts';
import type { Entry, Release } from '../src/domain/release.ts';
import { markedText } from './marked.ts';
import type { Knowledge, KnowledgeEntry, KnowledgePage, KnowledgeRelease } from './protocol.ts';

/** As long as a version needs to be for two to be told apart. */
const VERSION_LENGTH = 12;

/** How the folder stands, in short. */
export function knowledgeInShort({ base, problems }: KnowledgeState): Knowledge {
  return { version: base?.version.slice(0, VERSION_LENGTH) ?? '', problems };
}

/** Everything that the folder holds for a press officer to look through; nothing is left out. */
export function knowledgePage({ base, problems }: KnowledgeState): KnowledgePage {
  return { releases: (base?.releases ?? []).map(releaseOf), problems };
}

function releaseOf(release: Release): KnowledgeRelease {
  return {
    id: release.id,
    title: release.title,
    text: markedText(release.text, release.entries),
    entries: release.entries.map(entryOf),
    unused: coverageOf(release).unused.map(({ text }) => text),
  };
}

function entryOf(entry: Entry): KnowledgeEntry {
  const { id, title, kind, status, use, owner, reviewBy } = entry;
  return {
    id,
    title,
    kind,
    status,
    use,
    owner,
    reviewBy,
    examples: entry.questions,
    passages: entry.passages.map(({ text, place }) => ({ text, place })),
  };
}
