import { CALLBACK_IDS, GO_INSTEAD } from '../action-ids.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { sendOfficerView } from '../officer-view.ts';
import { onOfficerView } from '../on-officer-view.ts';
import { typedIn } from '../view-values.ts';

/** An officer says where to go instead; the desk tells who asked. */
export function notForUsViewSent(deps: SlackDeps): SlackListener {
  return onOfficerView(deps, CALLBACK_IDS.notForUs, async (args, { desk, form }) => {
    const goInstead = typedIn(args.view.state.values, GO_INSTEAD);
    await sendOfficerView(desk, args, {
      enquiryId: form.enquiryId,
      act: { kind: 'not-for-us', goInstead },
      written: goInstead,
      blocks: { text: GO_INSTEAD.block },
    });
  });
}
