import { aboutEnquiry } from '../../wording/form-words.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import { beforeOpening } from '../before-opening.ts';
import { notForUsView } from '../blocks/not-for-us-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onCardButton, tellRefusal } from '../on-card-button.ts';

/** "Not for us" on a card: asks where who asked has to go instead. */
export function notForUsButton(deps: SlackDeps): SlackListener {
  const { pressOffice } = deps;
  return onCardButton(deps, DESK_ACTION_IDS.notForUs, async (args, { desk, enquiryId, by }) => {
    const at = pressOffice.now();
    const act = { kind: 'not-for-us', goInstead: '\u2026' } as const;
    const opening = await beforeOpening(desk, { id: enquiryId, by: by.id, at, act });
    if (opening.kind === 'refused') {
      await tellRefusal(args, opening.problem);
      return;
    }
    const { enquiry } = opening;
    const about = enquiry ? aboutEnquiry(enquiry, pressOffice.office(), at) : undefined;
    const view = notForUsView(enquiryId, about);
    await args.client.views.open({ trigger_id: args.body.trigger_id, view });
  });
}
