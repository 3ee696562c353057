import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Act, ActAnswer, Happening, Message } from '../../protocol.ts';
import { followLive } from './live.ts';
import type { Play } from './play.ts';
import type { Go, Route } from './route.ts';
import { type Change, changed, EMPTY_SCREEN, isReply, type Screen } from './screen.ts';
import { sendAct } from './send-act.ts';

/** Connects the page with the server; `play` is null until the server has told how things stand. */
export function usePlayState(
  route: Route,
  go: Go,
): { readonly screen: Screen; readonly play: Play | null } {
  const [screen, change] = useReducer(changed, EMPTY_SCREEN);
  const { world } = screen;
  useEffect(() => {
    const open = threadOpener(go);
    return followLive(route.as, {
      onHappening: (happening) => {
        change({ kind: 'connection', connection: 'live' });
        change({ kind: 'happening', happening });
        open(happening);
      },
      onLost: () => change({ kind: 'connection', connection: 'lost' }),
    });
  }, [route.as, go]);
  const doing = useMemo(() => doingAs(world?.me ?? '', change), [world?.me]);
  return { screen, play: world && { ...doing, screen, world, route, go } };
}

type Doing = Omit<Play, 'screen' | 'world' | 'route' | 'go'>;

function doingAs(me: string, change: (change: Change) => void): Doing {
  const act = async (what: Act): Promise<ActAnswer> => {
    const answer = await sendAct(me, what);
    if (!answer.ok && answer.errors === undefined) {
      change({ kind: 'notice', text: answer.problem });
    }
    return answer;
  };
  return {
    act,
    closeView: (viewId) => {
      change({ kind: 'view-closed', viewId });
      void act({ kind: 'close', viewId });
    },
    announce: (text) => change({ kind: 'announce', text }),
    tell: (text) => change({ kind: 'notice', text }),
    dismiss: (id) => change({ kind: 'dismiss', id }),
  };
}

/**
 * A bot's answer in a thread in which this person has written opens that thread, beside the channel it
 * is in. Threads of others, and those that a bot writes for many, are left for whoever wants them.
 */
function threadOpener(go: Go): (happening: Happening) => void {
  const own = new Set<string>();
  let me = '';
  const heard = ({ author, channel, ts, threadTs }: Message): void => {
    if (author.id === me) own.add(`${channel} ${threadTs ?? ts}`);
  };
  return (happening) => {
    if (happening.kind === 'snapshot') {
      me = happening.snapshot.me;
      happening.snapshot.messages.forEach(heard);
    }
    if (happening.kind !== 'message') return;
    const { message } = happening;
    heard(message);
    const { author, channel, threadTs } = message;
    if (!author.isBot || !isReply(message) || threadTs === undefined) return;
    if (!own.has(`${channel} ${threadTs}`)) return;
    const thread = { channel, ts: threadTs };
    go((route) => (route.channel === null || route.channel === channel ? { thread } : {}));
  };
}
