import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Channel } from '../../protocol.ts';
import { usePlay } from '../state/play.ts';
import { saidIn, standsInChannel } from '../state/screen.ts';
import { channelLabel } from '../state/where.ts';
import { HomeTab } from '../views/home-tab.tsx';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

/** A channel, or the direct message with the bot and its home tab. */
export function ChannelPane({ channel }: { readonly channel: Channel }): JSX.Element {
  const { world, screen, route, go } = usePlay();
  const said = saidIn(screen, channel.id);
  const name = channelLabel(channel);
  const home = channel.kind === 'im' && route.tab === 'home';
  return (
    <section class="channel" aria-label={name}>
      <header class="pane-head">
        <button type="button" class="button quiet back" onClick={() => go({ list: true })}>
          <span aria-hidden="true">← </span>Channels
        </button>
        <h2>{name}</h2>
        {channel.kind !== 'im' && (
          <p>{channel.hasBot ? `${world.bot.name} is here` : `${world.bot.name} is not here`}</p>
        )}
      </header>
      {channel.kind === 'im' && <Tabs home={home} />}
      {home ? (
        <HomeTab />
      ) : (
        <>
          <MessageList
            key={channel.id}
            label={`Messages in ${name}`}
            items={said.filter(({ message }) => standsInChannel(message))}
            all={said}
            empty={`Nothing has been said here yet. Ask ${world.bot.name} something, or type “/”.`}
          />
          <Composer key={`box ${channel.id}`} channel={channel.id} label={`Message ${name}`} />
        </>
      )}
    </section>
  );
}

const TABS = ['home', 'messages'] as const;

function Tabs({ home }: { readonly home: boolean }): JSX.Element {
  const { go, act } = usePlay();
  const bar = useRef<HTMLDivElement>(null);
  const choose = (tab: (typeof TABS)[number]): void => {
    go({ tab });
    if (tab === 'home') void act({ kind: 'open-home' });
    bar.current?.querySelector<HTMLElement>(`[data-tab=${tab}]`)?.focus();
  };
  return (
    <div
      ref={bar}
      class="tabs"
      role="tablist"
      aria-label="The app’s tabs"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
          choose(home ? 'messages' : 'home');
        }
      }}
    >
      {TABS.map((tab) => {
        const chosen = (tab === 'home') === home;
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            data-tab={tab}
            aria-selected={chosen}
            tabIndex={chosen ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {tab === 'home' ? 'Home' : 'Messages'}
          </button>
        );
      })}
    </div>
  );
}
