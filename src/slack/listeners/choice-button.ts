import { CHOICE_ACTION } from '../action-ids.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import type { ButtonArgs, SlackDeps, SlackListener } from '../listener.ts';
import { onEntryButton, pressedMessage } from '../pressed.ts';
import { post, replacePressed, respondPrivately } from '../send.ts';

/**
 * One of "Did you mean": its answer takes the place of the choices. Where the message holds other
 * answers as well, it stays, and the answer comes after it.
 */
export function choiceButton(deps: SlackDeps): SlackListener {
  return onEntryButton(deps, CHOICE_ACTION, async (args, { value, answer, isPrivate }) => {
    const messages = slackMessages(pressedMessage(deps, answer), {
      ...(value.question ? { question: value.question } : {}),
      share: isPrivate,
    });
    if (!value.keep) {
      await replacePressed(args.respond, messages, isPrivate ? 'ephemeral' : 'in_channel');
    } else if (isPrivate) {
      await respondPrivately(args.respond, messages);
    } else {
      await post(args.client, besides(args), messages);
    }
  });
}

function besides({ body }: ButtonArgs): { channel: string; thread?: string } {
  const thread: unknown = body.message?.thread_ts ?? body.message?.ts;
  const channel = body.channel?.id ?? String(body.container.channel_id);
  return { channel, ...(typeof thread === 'string' ? { thread } : {}) };
}
