import { helpNow, hoursNow, topicsNow } from '../answer.ts';
import { homeView } from '../blocks/home-view.ts';
import { type EventArgs, onEvent, type SlackDeps, type SlackListener } from '../listener.ts';

/**
 * Somebody opens the bot's home tab: it is drawn anew each time, since hours and topics change. The
 * same event comes for the messages tab, where there is nothing to draw.
 */
export function appHomeOpened(deps: SlackDeps): SlackListener {
  const { pressOffice } = deps;
  return onEvent(
    deps,
    { event: 'app_home_opened', manifest: 'app_home_opened' },
    async ({ client, event }: EventArgs<'app_home_opened'>) => {
      if (event.tab === 'messages') return;
      const view = homeView(hoursNow(pressOffice), helpNow(pressOffice), topicsNow(pressOffice));
      await client.views.publish({ user_id: event.user, view });
    },
    // Slack shows its own page there; nothing was asked that would need an answer.
    async () => undefined,
  );
}
