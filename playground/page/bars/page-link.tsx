import type { ComponentChildren, JSX } from 'preact';
import { usePlay } from '../state/play.ts';
import { addressOf, type Route } from '../state/route.ts';

/** A link to the other page of the playground, which is opened without losing what is on this one. */
export function PageLink({
  page,
  children,
}: {
  readonly page: Route['page'];
  readonly children: ComponentChildren;
}): JSX.Element {
  const { route, go } = usePlay();
  return (
    <a
      class="bar-button"
      href={addressOf({ ...route, page })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go({ page });
      }}
    >
      {children}
    </a>
  );
}
