import { aboutEnquiry } from '../../wording/form-words.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import { notForUsView } from '../blocks/not-for-us-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onFormButton } from '../on-form-button.ts';

/** Stands for where to go instead, which will be written. */
const ANYWHERE = { kind: 'not-for-us', goInstead: '\u2026' } as const;

/** "Not for us" on a card: asks where who asked has to go instead. */
export function notForUsButton(deps: SlackDeps): SlackListener {
  const { pressOffice } = deps;
  return onFormButton(deps, DESK_ACTION_IDS.notForUs, ANYWHERE, ({ enquiryId, enquiry, at }) => {
    const about = enquiry ? aboutEnquiry(enquiry, pressOffice.office(), at) : undefined;
    return notForUsView(enquiryId, about);
  });
}
