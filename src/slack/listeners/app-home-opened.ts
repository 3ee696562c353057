import { mineMessage, overviewMessage } from '../../wording/desk-lists.ts';
import { listNotNowMessage } from '../../wording/form-words.ts';
import type { Message } from '../../wording/message.ts';
import { helpNow, hoursNow, topicsNow } from '../answer.ts';
import { withAsk } from '../asking.ts';
import { homeView } from '../blocks/home-view.ts';
import { type EventArgs, onEvent, type SlackDeps, type SlackListener } from '../listener.ts';
import { offNow } from '../reply-to.ts';

/**
 * Somebody opens the bot's home tab: it is drawn anew each time, since hours and topics change, and
 * answers may be switched off. The same event comes for the messages tab, where there is nothing to draw.
 */
export function appHomeOpened(deps: SlackDeps): SlackListener {
  const { pressOffice } = deps;
  return onEvent(
    deps,
    { event: 'app_home_opened', manifest: 'app_home_opened' },
    async ({ client, event }: EventArgs<'app_home_opened'>) => {
      if (event.tab === 'messages') return;
      const off = deps.records.off() !== undefined;
      const enquiries = await enquiriesFor(deps, event.user);
      const view = homeView({
        hours: hoursNow(pressOffice),
        help: off ? offNow(pressOffice) : helpNow(pressOffice, deps.desk !== undefined),
        topics: off ? { parts: [] } : topicsNow(pressOffice),
        ...(enquiries ? { enquiries } : {}),
        ask: withAsk(deps).after ?? [],
      });
      await client.views.publish({ user_id: event.user, view });
    },
    // Slack shows its own page there; nothing was asked that would need an answer.
    async () => undefined,
  );
}

/** The desk's list for an officer, anybody else's own enquiries; nothing where there is no desk. */
async function enquiriesFor(
  { desk, pressOffice }: SlackDeps,
  user: string,
): Promise<Message | undefined> {
  if (!desk) return undefined;
  const office = pressOffice.office();
  try {
    if (await desk.isOfficer(user).catch(() => false)) {
      const overview = await desk.overview({ id: user, name: '' });
      if (overview.ok) return overviewMessage(overview.value, office);
    }
    return mineMessage(await desk.mine(user), office, pressOffice.now());
  } catch {
    return listNotNowMessage(office, pressOffice.now());
  }
}
