import { copyText } from '../../wording/other-messages.ts';
import { ACTION_IDS } from '../action-ids.ts';
import { copyView } from '../blocks/copy-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onEntryButton } from '../pressed.ts';

/** Shows the published words without anything of Slack's or ours around them. */
export function copyButton(deps: SlackDeps): SlackListener {
  return onEntryButton(deps, ACTION_IDS.copy, async ({ body, client }, { answer }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: copyView(copyText(answer)) });
  });
}
