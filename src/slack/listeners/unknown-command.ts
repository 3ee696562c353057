import { unknownCommandMessage } from '../../wording/slack-messages.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { onCommand, type SlackDeps, type SlackListener } from '../listener.ts';
import { respondPrivately } from '../send.ts';

/**
 * Any other command that Slack sends here: an old name, a misspelt manifest. Without an answer Slack
 * would show an error after three seconds. The expression leaves our own command out, since Bolt
 * runs every listener that matches.
 */
export function unknownCommand(deps: SlackDeps): SlackListener {
  const { pressOffice } = deps;
  const own = pressOffice.office().command.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return onCommand(deps, new RegExp(`^(?!${own}$)`), async ({ respond }) => {
    const at = pressOffice.now();
    const message = unknownCommandMessage(pressOffice.office(), pressOffice.hours(at), at);
    await respondPrivately(respond, slackMessages(message));
  });
}
