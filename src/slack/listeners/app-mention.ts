import { messageFor } from '../answer.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { textKey } from '../drop-duplicates.ts';
import { type EventArgs, onEvent, type SlackDeps, type SlackListener } from '../listener.ts';
import { questionText } from '../question-text.ts';
import { conversationOf, type Place, post } from '../send.ts';
import { sorry } from '../sorry.ts';

type Mention = EventArgs<'app_mention'>;

/**
 * A mention in a channel: answered in its thread, for all to see. Other bots and edits are left
 * alone, or two bots could talk for ever.
 */
export function appMention(deps: SlackDeps): SlackListener {
  const tell = async ({ client, event }: Mention): Promise<void> =>
    post(client, placeOf(event), slackMessages(sorry(deps.pressOffice)));
  const name = { event: 'app_mention', manifest: 'app_mention' } as const;
  return onEvent(
    deps,
    name,
    async ({ client, event }: Mention) => {
      if (event.bot_id || event.subtype || event.edited || !event.user) return;
      if (!(await deps.seen.takeUp(textKey(event.channel, event.ts)))) return;
      const place = placeOf(event);
      const question = questionText(event.text);
      const message = messageFor(deps.pressOffice, question, conversationOf(place));
      await post(client, place, slackMessages(message));
    },
    tell,
  );
}

function placeOf(event: Mention['event']): Place {
  return { channel: event.channel, thread: event.thread_ts ?? event.ts };
}
