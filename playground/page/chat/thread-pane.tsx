import type { JSX } from 'preact';
import type { Channel } from '../../protocol.ts';
import { PaneHead } from '../parts/pane-head.tsx';
import { usePlay } from '../state/play.ts';
import { saidIn } from '../state/screen.ts';
import { channelLabel } from '../state/where.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

/** One thread, beside its channel. */
export function ThreadPane({ channel, ts }: { readonly channel: Channel; readonly ts: string }) {
  const { screen, world, go } = usePlay();
  const name = channelLabel(channel);
  const items = saidIn(screen, channel.id).filter(
    ({ message }) => message.ts === ts || message.threadTs === ts,
  );
  const old = items.every(({ instance }) => instance !== world.instance);
  return (
    <section class="side thread" aria-label={`Thread in ${name}`}>
      <PaneHead title="Thread" detail={name} onClose={() => go({ thread: null })} />
      <MessageList
        key={ts}
        label={`Messages of the thread in ${name}`}
        items={items}
        empty="This thread is gone."
      />
      {old ? (
        <p class="empty">This thread is from before the restart: it can be read, not answered.</p>
      ) : (
        <Composer
          key={`box ${ts}`}
          channel={channel.id}
          threadTs={ts}
          label={`Message thread in ${name}`}
        />
      )}
    </section>
  ) satisfies JSX.Element;
}
