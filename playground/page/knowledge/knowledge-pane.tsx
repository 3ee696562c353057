import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { KnowledgePage } from '../../protocol.ts';
import { lookUp } from '../state/look-up.ts';
import { usePlay } from '../state/play.ts';
import { ReleasePage } from './release-page.tsx';

/** What the bot knows: each release with the passages that entries use, and the entries. */
export function KnowledgePane(): JSX.Element {
  const { world } = usePlay();
  const [page, setPage] = useState<KnowledgePage | undefined | null>(null);
  const { version, problems } = world.knowledge;
  useEffect(() => {
    document.title = 'Knowledge · Playground';
  }, []);
  const stand = `${world.instance} ${version} ${problems.join('\n')}`;
  useEffect(() => {
    let wanted = true;
    void lookUp<KnowledgePage>('/knowledge.json').then(({ found }) => {
      // What was read before stays where the new reading fails.
      if (wanted) setPage((before) => found ?? before ?? undefined);
    });
    return () => {
      wanted = false;
    };
  }, [stand]);
  return (
    <main class="knowledge" id="main" aria-label="Knowledge" tabIndex={-1}>
      <header class="pane-head">
        <h2>Knowledge</h2>
        <p>What the bot may say, and where it stands. Saving a file brings this page up to date.</p>
      </header>
      {page === null && <p class="empty">Reading…</p>}
      {page === undefined && <p class="empty">There is no knowledge to show.</p>}
      {page?.releases.map((release) => (
        <ReleasePage key={release.id} release={release} />
      ))}
    </main>
  );
}
