import type { JSX } from 'preact';
import { usePlay } from '../state/play.ts';
import { CrossIcon } from './icons.tsx';

/** What the page has to say: problems, and that it connects again. Told to screen readers too. */
export function Notices(): JSX.Element {
  const { screen, world, dismiss } = usePlay();
  return (
    <div class="notices">
      <div role="status">
        {screen.connection === 'lost' && <p class="notice lost">Reconnecting…</p>}
      </div>
      <div role="alert">
        {world.knowledge.problems.length > 0 && (
          <div class="notice problem">
            <p>
              A mistake in the knowledge folder. The last good base keeps answering until it is
              mended.
            </p>
            <ul>
              {world.knowledge.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div role="alert">
        {screen.notices.map(({ id, text }) => (
          <p key={id} class="notice">
            <span>{text}</span>
            <button
              type="button"
              class="button quiet"
              aria-label="Dismiss"
              onClick={() => dismiss(id)}
            >
              <CrossIcon />
            </button>
          </p>
        ))}
      </div>
    </div>
  );
}

/** Hears what is announced; nothing is seen of it. */
export function LiveRegion(): JSX.Element {
  const { announcement } = usePlay().screen;
  return (
    <div class="unseen" role="status" aria-label="Announcements">
      {/* A new element each time, so that the same words twice are told twice. */}
      <p key={announcement.count}>{announcement.text}</p>
    </div>
  );
}
