import type { types } from '@slack/bolt';
import { sharedInWords, sharedQuestionInWords } from '../../wording/slack-messages.ts';
import { ACTION_IDS } from '../action-ids.ts';
import { withAsk } from '../asking.ts';
import { context, mrkdwn, plainText } from '../blocks/elements.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { escapeText } from '../blocks/text.ts';
import type { ButtonValue } from '../button-value.ts';
import type { ButtonArgs, SlackDeps, SlackListener } from '../listener.ts';
import { onEntryButton, pressedMessage } from '../pressed.ts';
import { replacePressed } from '../send.ts';

/**
 * Makes a private answer public, saying who did. It goes through the response_url, which works in
 * conversations that the bot is no member of. Once for each answer: the button goes with it.
 */
export function shareButton(deps: SlackDeps): SlackListener {
  return onEntryButton(deps, ACTION_IDS.share, async (args, { value, answer }) => {
    const key = shareKey(args, value);
    if (!(await deps.seen.takeUp(key))) return;
    const message = pressedMessage(deps, answer);
    const before = sharedBlocks(args.body.user.id, value.question);
    const tried = { outcome: 'answered', titles: [answer.entry.title] } as const;
    const ask = withAsk(deps, { question: value.question ?? '', tried });
    try {
      for (const each of slackMessages(message, { before, ...ask })) {
        await args.respond({ response_type: 'in_channel', replace_original: false, ...each });
      }
    } catch (error) {
      await deps.seen.forget(key);
      throw error;
    }
    if (value.keep) return;
    const question = value.question ? { question: value.question } : {};
    await replacePressed(
      args.respond,
      slackMessages(message, { ...question, ...ask }),
      'ephemeral',
    );
  });
}

/** Names one answer of one private message. */
function shareKey({ body }: ButtonArgs, { entryKey }: ButtonValue): string {
  const { channel_id: channel, message_ts: ts } = body.container;
  return `share:${body.user.id}:${channel}:${ts}:${entryKey}`;
}

function sharedBlocks(userId: string, question: string | undefined): types.KnownBlock[] {
  // The one live mention that the bot makes: Slack's own id of who pressed the button.
  const who = /^\w+$/.test(userId) ? `<@${userId}>` : escapeText(userId);
  const blocks = [context(mrkdwn(sharedInWords(who)))];
  if (question) blocks.push(context(plainText(sharedQuestionInWords(question))));
  return blocks;
}
