import type { JSX } from 'preact';
import type { Channel } from '../../protocol.ts';
import { usePlay } from '../state/play.ts';
import { useUnread } from '../state/unread.ts';
import { channelLabel, shownChannel } from '../state/where.ts';

/** Channels, the direct message, the app, and whom one acts as. */
export function SideBar(): JSX.Element {
  const { world, route, go, act } = usePlay();
  const shown = shownChannel(world, route);
  const rooms = world.channels.filter(({ kind }) => kind !== 'im');
  const direct = world.channels.filter(({ kind }) => kind === 'im');
  const open = (channel: Channel): void =>
    go({ channel: channel.id, tab: 'messages', page: 'chat', list: false, why: null });
  const home = direct[0];
  const isHome = route.tab === 'home' && shown?.kind === 'im';
  const unread = useUnread(world, isHome ? undefined : shown?.id);
  const item = (channel: Channel): JSX.Element => (
    <li key={channel.id}>
      <button
        type="button"
        class="room"
        aria-current={channel.id === shown?.id && !isHome ? 'page' : undefined}
        onClick={() => open(channel)}
      >
        {channelLabel(channel)}
        <Unread count={unread.get(channel.id) ?? 0} />
      </button>
    </li>
  );
  return (
    <nav class="side-bar" aria-label="Channels">
      <ActAs />
      <h2>Channels</h2>
      <ul>{rooms.map(item)}</ul>
      <h2>Direct messages</h2>
      <ul>{direct.map(item)}</ul>
      <h2>Apps</h2>
      <ul>
        <li>
          <button
            type="button"
            class="room"
            aria-current={isHome ? 'page' : undefined}
            disabled={home === undefined}
            onClick={() => {
              if (home) go({ channel: home.id, tab: 'home', page: 'chat', list: false, why: null });
              void act({ kind: 'open-home' });
            }}
          >
            {`${world.bot.name} Home`}
          </button>
        </li>
      </ul>
    </nav>
  );
}

function Unread({ count }: { readonly count: number }): JSX.Element | null {
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span class="unread">{count} new</span>
    </>
  );
}

function ActAs(): JSX.Element {
  const { world, go, announce } = usePlay();
  const me = world.people.find(({ id }) => id === world.me);
  return (
    <div class="act-as">
      <label for="act-as">Act as</label>
      <select
        id="act-as"
        value={world.me}
        onChange={({ currentTarget }) => {
          go({ as: currentTarget.value, thread: null, why: null });
          const person = world.people.find(({ id }) => id === currentTarget.value);
          announce(`You act as ${person?.name}.`);
        }}
      >
        {world.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p>{me?.role}</p>
    </div>
  );
}
