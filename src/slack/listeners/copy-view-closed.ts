import { CALLBACK_IDS } from '../action-ids.ts';
import { onView, type SlackDeps, type SlackListener } from '../listener.ts';

/** "Done" in the modal to copy from: it closes, and what stood in the field is thrown away. */
export function copyViewClosed(deps: SlackDeps): SlackListener {
  return onView(deps, CALLBACK_IDS.copy, async ({ ack }) => {
    await ack();
  });
}
