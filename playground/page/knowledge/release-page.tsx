import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { KnowledgeEntry, KnowledgeRelease } from '../../protocol.ts';
import { EntryCard, entryAnchor } from './entry-card.tsx';
import { ReleaseText } from './release-text.tsx';

/** One release: its text at one side, its entries at the other. */
export function ReleasePage({ release }: { readonly release: KnowledgeRelease }): JSX.Element {
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const entries = release.entries.filter((entry) => fits(entry, filter));
  const jump = (ids: readonly string[]): void => {
    setFilter('');
    setChosen(ids);
    const [first] = ids;
    if (first === undefined) return;
    // After the cards that the filter left out are drawn again.
    requestAnimationFrame(() => document.getElementById(entryAnchor(release.id, first))?.focus());
  };
  return (
    <section class="release" aria-labelledby={`release-${release.id}`}>
      <h3 id={`release-${release.id}`}>{release.title}</h3>
      <div class="release-sides">
        <ReleaseText release={release} onChoose={jump} />
        <div class="entries">
          <h4>Entries</h4>
          <label class="label" for={`filter-${release.id}`}>
            Filter the entries
          </label>
          <input
            id={`filter-${release.id}`}
            class="field"
            type="search"
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
          <p role="status" class="hint">
            {entries.length} of {release.entries.length} entries
          </p>
          <ul class="cards">
            {entries.map((entry) => (
              <EntryCard
                key={entry.id}
                release={release.id}
                entry={entry}
                chosen={chosen.includes(entry.id)}
              />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function fits(entry: KnowledgeEntry, filter: string): boolean {
  const { id, title, kind, status, use, owner, reviewBy, examples } = entry;
  const text = [id, title, kind, status, use, owner, reviewBy, ...examples]
    .join('\n')
    .toLowerCase();
  return text.includes(filter.trim().toLowerCase());
}
