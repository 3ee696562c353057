import { DESK_ACTION_IDS } from '../action-ids.ts';
import { newForm } from '../ask-form.ts';
import { parseAskValue } from '../ask-value.ts';
import { onButton, type SlackDeps, type SlackListener } from '../listener.ts';
import { tellNoDesk } from '../no-desk.ts';

/** "Ask a press officer" under a reply: opens the form, before anything else is done. */
export function askButtonPressed(deps: SlackDeps): SlackListener {
  return onButton(deps, DESK_ACTION_IDS.ask, async ({ action, body, client, respond }) => {
    if (!deps.desk) {
      await tellNoDesk(deps, respond);
      return;
    }
    const view = newForm(deps, parseAskValue(action.value));
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
}
