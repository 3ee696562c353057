import { noDeskMessage } from '../../wording/form-words.ts';
import { LABELS } from '../../wording/slack-messages.ts';
import { CALLBACK_IDS, GO_INSTEAD } from '../action-ids.ts';
import { messageView } from '../blocks/message-view.ts';
import { onView, type SlackDeps, type SlackListener } from '../listener.ts';
import { parseOfficerForm } from '../officer-form.ts';
import { sendOfficerView } from '../officer-view.ts';
import { typedIn } from '../view-values.ts';

/** An officer says where to go instead; the desk tells who asked. */
export function notForUsViewSent(deps: SlackDeps): SlackListener {
  return onView(deps, CALLBACK_IDS.notForUs, async (args) => {
    const { desk, pressOffice } = deps;
    const form = parseOfficerForm(args.view.private_metadata);
    if (!desk || !form) {
      const none = noDeskMessage(pressOffice.office(), pressOffice.now());
      await args.ack({ response_action: 'update', view: messageView(LABELS.sorryTitle, none) });
      return;
    }
    const goInstead = typedIn(args.view.state.values, GO_INSTEAD);
    await sendOfficerView(desk, args, {
      enquiryId: form.enquiryId,
      act: { kind: 'not-for-us', goInstead },
      written: goInstead,
      blocks: { text: GO_INSTEAD.block },
    });
  });
}
