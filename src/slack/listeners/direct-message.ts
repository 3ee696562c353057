import { withAsk } from '../asking.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { textKey } from '../drop-duplicates.ts';
import { followUpSaid } from '../follow-up.ts';
import { type EventArgs, onEvent, type SlackDeps, type SlackListener } from '../listener.ts';
import { questionText } from '../question-text.ts';
import { replyTo } from '../reply-to.ts';
import { conversationOf, type Place, post } from '../send.ts';
import { sorry } from '../sorry.ts';

type MessageArgs = EventArgs<'message'>;

/** What of a message event is used, whatever its subtype. */
interface DirectMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text?: string;
  readonly thread_ts?: string;
}

/** Subtypes that are still a person's own new words (docs.slack.dev/reference/events/message). */
const OWN_WORDS: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

/**
 * A direct message to the bot: answered there, in the thread where it was written in one. Anything
 * else that comes as a message is left alone: channel talk, edits, deletions, other bots.
 */
export function directMessage(deps: SlackDeps): SlackListener {
  const tell = async ({ client, event }: MessageArgs): Promise<void> => {
    const message = directMessageOf(event);
    if (!message) return;
    const ask = withAsk(deps, { question: questionText(message.text) });
    await post(client, placeOf(message), slackMessages(sorry(deps.pressOffice), ask));
  };
  return onEvent(
    deps,
    { event: 'message', manifest: 'message.im' },
    async ({ client, event }: MessageArgs) => {
      const message = directMessageOf(event);
      if (!message) return;
      const key = textKey(message.channel, message.ts);
      if (!(await deps.seen.takeUp(key))) return;
      const place = placeOf(message);
      const text = questionText(message.text);
      const by = { id: message.user, name: '' };
      const under = place.thread ? { channel: place.channel, ts: place.thread } : undefined;
      const conversation = conversationOf(place);
      const said =
        (await followUpSaid(deps, under, by, text, key)) ??
        (await replyTo(deps, { text, by, surface: 'direct-message', conversation }));
      await post(client, place, said);
    },
    tell,
  );
}

function directMessageOf(event: MessageArgs['event']): DirectMessage | undefined {
  if (!('channel_type' in event) || event.channel_type !== 'im') return undefined;
  if (!OWN_WORDS.includes(event.subtype)) return undefined;
  if ('bot_id' in event && event.bot_id) return undefined;
  if (!('user' in event) || !event.user) return undefined;
  return event as DirectMessage;
}

function placeOf({ channel, thread_ts: thread }: DirectMessage): Place {
  return { channel, ...(thread ? { thread } : {}) };
}
