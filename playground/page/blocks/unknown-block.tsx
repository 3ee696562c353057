import type { JSX } from 'preact';

/** What this page can't draw is named, so that nobody takes it for nothing. */
export function UnknownBlock({
  type,
  what = 'block',
}: {
  readonly type: string;
  readonly what?: 'block' | 'element';
}): JSX.Element {
  return (
    <p class="unknown">
      unknown {what}: <code>{type}</code>
    </p>
  );
}
