import { noDeskMessage } from '../../wording/form-words.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import { newForm } from '../ask-form.ts';
import { parseAskValue } from '../ask-value.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { onButton, type SlackDeps, type SlackListener } from '../listener.ts';
import { respondPrivately } from '../send.ts';

/** "Ask a press officer" under a reply: opens the form, before anything else is done. */
export function askButtonPressed(deps: SlackDeps): SlackListener {
  return onButton(deps, DESK_ACTION_IDS.ask, async ({ action, body, client, respond }) => {
    if (!deps.desk) {
      const { pressOffice } = deps;
      const message = noDeskMessage(pressOffice.office(), pressOffice.now());
      await respondPrivately(respond, slackMessages(message));
      return;
    }
    const view = newForm(deps, parseAskValue(action.value));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
}
