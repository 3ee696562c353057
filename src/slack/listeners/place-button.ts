import { ACTION_IDS } from '../action-ids.ts';
import { placeView } from '../blocks/place-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onEntryButton } from '../pressed.ts';

/** Shows the release with the answer's words marked in it. */
export function placeButton(deps: SlackDeps): SlackListener {
  return onEntryButton(deps, ACTION_IDS.place, async ({ body, client }, { answer }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: placeView(answer) });
  });
}
