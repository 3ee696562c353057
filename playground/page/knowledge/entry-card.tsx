import type { JSX } from 'preact';
import type { KnowledgeEntry } from '../../protocol.ts';
import { usePlay } from '../state/play.ts';
import { directMessage } from '../state/where.ts';
import { dayInWords } from '../text/london.ts';

interface EntryCardProps {
  readonly release: string;
  readonly entry: KnowledgeEntry;
  /** True where it uses the passage that was chosen in the text. */
  readonly chosen: boolean;
}

/** The id that a passage leads to. */
export function entryAnchor(release: string, entry: string): string {
  return `entry-${release}-${entry}`;
}

/** One entry: its words, who answers for it until when, and how it is asked for. */
export function EntryCard({ release, entry, chosen }: EntryCardProps): JSX.Element {
  const { id, title, kind, status, use, owner, reviewBy, examples, passages } = entry;
  return (
    <li class="card" id={entryAnchor(release, id)} data-chosen={chosen} tabIndex={-1}>
      <h5>
        {title} <span class={`status ${status}`}>{status}</span>
      </h5>
      <p class="hint">{`${id} · ${kind} · ${use}`}</p>
      {passages.map(({ text, place }, index) => (
        <blockquote key={`${index} ${place}`}>
          {text}
          <small>{place}</small>
        </blockquote>
      ))}
      <dl>
        <dt>Owner</dt>
        <dd>{owner}</dd>
        <dt>Review by</dt>
        <dd>
          <time dateTime={reviewBy}>{dayOf(reviewBy)}</time>
        </dd>
      </dl>
      <Examples title={title} examples={examples} />
    </li>
  );
}

/** Noon, so that no zone makes another day of it. */
function dayOf(date: string): string {
  const at = Date.parse(`${date}T12:00Z`);
  return Number.isNaN(at) ? date : dayInWords(at);
}

/** So many wordings are shown at once; the rest on demand. */
const FIRST = 6;

function Examples({ title, examples }: Pick<KnowledgeEntry, 'title' | 'examples'>) {
  if (examples.length === 0) return null;
  const rest = examples.slice(FIRST);
  return (
    <>
      <Wordings label={`Ask about: ${title}`} of={examples.slice(0, FIRST)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length === 1 ? '1 more wording' : `${rest.length} more wordings`}</summary>
          <Wordings label={`More ways to ask about: ${title}`} of={rest} />
        </details>
      )}
    </>
  );
}

/** A click asks it, in the direct message. */
function Wordings({ label, of }: { readonly label: string; readonly of: readonly string[] }) {
  const { world, go, act } = usePlay();
  const ask = (text: string): void => {
    const direct = directMessage(world);
    if (direct === undefined) return;
    go({ page: 'chat', channel: direct.id, tab: 'messages', list: false, thread: null, why: null });
    void act({ kind: 'say', channel: direct.id, text });
  };
  return (
    <ul class="examples" aria-label={label}>
      {of.map((example, index) => (
        <li key={`${index} ${example}`}>
          <button type="button" class="button example" onClick={() => ask(example)}>
            {example}
          </button>
        </li>
      ))}
    </ul>
  );
}
