import { UNKNOWN_ACTION } from '../action-ids.ts';
import { goneNow } from '../answer.ts';
import { withAsk } from '../asking.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { onButton, type SlackDeps, type SlackListener } from '../listener.ts';
import { respondPrivately } from '../send.ts';

/** A button of an older version: without an answer Slack would show a warning beside it. */
export function unknownAction(deps: SlackDeps): SlackListener {
  return onButton(deps, UNKNOWN_ACTION, async ({ respond }) => {
    await respondPrivately(respond, slackMessages(goneNow(deps.pressOffice), withAsk(deps)));
  });
}
