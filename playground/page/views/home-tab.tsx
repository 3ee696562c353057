import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { BlockArea } from '../blocks/block-area.tsx';
import { Blocks } from '../blocks/blocks.tsx';
import { ScrollArea } from '../parts/scroll-area.tsx';
import { usePlay } from '../state/play.ts';

/** The app's home tab, as this person sees it. */
export function HomeTab(): JSX.Element {
  const { world, act } = usePlay();
  const { home } = world;
  useEffect(() => {
    // Opening it is what tells the app to draw it: also where the address led straight here.
    if (home === null) void act({ kind: 'open-home' });
  }, [world.instance]);
  return (
    <div class="home-panel" role="tabpanel" aria-label="Home">
      <ScrollArea class="home" label="The home tab">
        {home ? (
          <BlockArea key={home.id} place={{ kind: 'home' }}>
            <Blocks of={home.blocks} />
          </BlockArea>
        ) : (
          <p class="empty">The app has not drawn its home tab yet.</p>
        )}
      </ScrollArea>
    </div>
  );
}
