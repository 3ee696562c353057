import { withAsk } from '../asking.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { textKey } from '../drop-duplicates.ts';
import { followUpSaid } from '../follow-up.ts';
import { type EventArgs, onEvent, type SlackDeps, type SlackListener } from '../listener.ts';
import { questionText } from '../question-text.ts';
import { replyTo } from '../reply-to.ts';
import { conversationOf, type Place, post } from '../send.ts';
import { sorry } from '../sorry.ts';

type Mention = EventArgs<'app_mention'>;

/**
 * A mention in a channel: answered in its thread, for all to see. Other bots and edits are left
 * alone, or two bots could talk for ever.
 */
export function appMention(deps: SlackDeps): SlackListener {
  const tell = async ({ client, event }: Mention): Promise<void> => {
    const ask = withAsk(deps, { question: questionText(event.text), askedIn: placeOf(event) });
    await post(client, placeOf(event), slackMessages(sorry(deps.pressOffice), ask));
  };
  const name = { event: 'app_mention', manifest: 'app_mention' } as const;
  return onEvent(
    deps,
    name,
    async ({ client, event }: Mention) => {
      if (event.bot_id || event.subtype || event.edited || !event.user) return;
      const key = textKey(event.channel, event.ts);
      if (!(await deps.seen.takeUp(key))) return;
      const place = placeOf(event);
      const text = questionText(event.text);
      const by = { id: event.user, name: '' };
      const under = event.thread_ts ? { channel: place.channel, ts: place.thread } : undefined;
      const said =
        (await followUpSaid(deps, under, by, text, key)) ??
        (await replyTo(deps, {
          text,
          by,
          surface: 'mention',
          conversation: conversationOf(place),
          askedIn: place,
        }));
      await post(client, place, said);
    },
    tell,
  );
}

function placeOf(event: Mention['event']): Required<Place> {
  return { channel: event.channel, thread: event.thread_ts ?? event.ts };
}
