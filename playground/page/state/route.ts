import type { MessageKey } from './play.ts';

/** Where on the page somebody is. */
export interface Route {
  readonly page: 'chat' | 'knowledge';
  /** Whom the address says to act as; the server's first person where it says nobody. */
  readonly as: string | null;
  readonly channel: string | null;
  readonly tab: 'messages' | 'home';
  /** The thread and the explanation that are open beside it; not in the address. */
  readonly thread: MessageKey | null;
  readonly why: MessageKey | null;
  /** On a narrow screen: whether the list of channels is shown in place of the channel. */
  readonly list: boolean;
}

/** Goes somewhere else: what changes, or how to work that out from where one is. */
export type Go = (change: Partial<Route> | ((before: Route) => Partial<Route>)) => void;

export function routeOf(address: { readonly pathname: string; readonly search: string }): Route {
  const query = new URLSearchParams(address.search);
  return {
    page: address.pathname === '/knowledge' ? 'knowledge' : 'chat',
    as: query.get('as'),
    channel: query.get('in'),
    tab: query.get('tab') === 'home' ? 'home' : 'messages',
    thread: null,
    why: null,
    list: false,
  };
}

export function addressOf(route: Route): string {
  const query = new URLSearchParams();
  if (route.as !== null) query.set('as', route.as);
  if (route.channel !== null) query.set('in', route.channel);
  if (route.tab === 'home') query.set('tab', 'home');
  const path = route.page === 'knowledge' ? '/knowledge' : '/';
  return query.size > 0 ? `${path}?${query}` : path;
}
