import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { SideBar } from './bars/side-bar.tsx';
import { TopBar } from './bars/top-bar.tsx';
import { ChannelPane } from './chat/channel-pane.tsx';
import { ThreadPane } from './chat/thread-pane.tsx';
import { KnowledgePane } from './knowledge/knowledge-pane.tsx';
import { ConfirmProvider } from './parts/confirm.tsx';
import { LiveRegion, Notices } from './parts/notices.tsx';
import { PlayProvider, usePlay } from './state/play.ts';
import { usePlayState } from './state/use-play.ts';
import { useRoute } from './state/use-route.ts';
import { channelLabel, shownChannel } from './state/where.ts';
import { ViewDialog } from './views/view-dialog.tsx';
import { WhyPane } from './why/why-pane.tsx';

/** The whole page. */
export function App(): JSX.Element {
  const [route, go] = useRoute();
  const { screen, play } = usePlayState(route, go);
  if (play === null) {
    return (
      <main class="waiting">
        <h1>Playground</h1>
        <p role="status">
          {screen.connection === 'lost'
            ? 'The playground can’t be reached. Connecting again…'
            : 'Connecting…'}
        </p>
      </main>
    );
  }
  return (
    <PlayProvider value={play}>
      <ConfirmProvider>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <TopBar />
        <Notices />
        {route.page === 'knowledge' ? <KnowledgePane /> : <Chat />}
        <LiveRegion />
        {play.world.views.map((view) => (
          <ViewDialog key={view.id} view={view} />
        ))}
      </ConfirmProvider>
    </PlayProvider>
  );
}

function Chat(): JSX.Element {
  const { world, route } = usePlay();
  const channel = shownChannel(world, route);
  const name = channel ? channelLabel(channel) : 'No channel';
  useEffect(() => {
    document.title = `${name} · Playground`;
  }, [name]);
  const thread = route.thread?.channel === channel?.id ? route.thread : null;
  const front = route.why ? 'why' : thread ? 'thread' : route.list ? 'list' : 'channel';
  return (
    <div class="workspace" data-front={front} data-thread={thread !== null}>
      <SideBar />
      <main class="panes" id="main" tabIndex={-1}>
        {channel && <ChannelPane channel={channel} />}
        {channel && thread && <ThreadPane key={thread.ts} channel={channel} ts={thread.ts} />}
        {route.why && <WhyPane key={route.why.ts} of={route.why} />}
      </main>
    </div>
  );
}
