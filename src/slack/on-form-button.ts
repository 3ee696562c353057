import type { types } from '@slack/bolt';
import type { Enquiry, OfficerAct } from '../domain/enquiry.ts';
import type { EpochMs } from '../domain/release.ts';
import { beforeOpening } from './before-opening.ts';
import type { SlackDeps, SlackListener } from './listener.ts';
import { onCardButton, tellRefusal } from './on-card-button.ts';

/** What a form is opened about. */
export interface FormOpening {
  readonly enquiryId: string;
  /** Absent where it could not be read in time; the desk decides when the form is sent. */
  readonly enquiry: Enquiry | undefined;
  readonly at: EpochMs;
}

/**
 * A button of a card that opens an officer's form.
 *
 * @param act stands for what will be sent, to know whether that may be done at all.
 */
export function onFormButton(
  deps: SlackDeps,
  actionId: string,
  act: OfficerAct,
  viewOf: (opening: FormOpening) => types.ModalView,
): SlackListener {
  return onCardButton(deps, actionId, async (args, { desk, enquiryId, by }) => {
    const at = deps.pressOffice.now();
    const opening = await beforeOpening(desk, { id: enquiryId, by: by.id, at, act });
    if (opening.kind === 'refused') {
      await tellRefusal(args, opening.problem);
      return;
    }
    const view = viewOf({ enquiryId, enquiry: opening.enquiry, at });
    await args.client.views.open({ trigger_id: args.body.trigger_id, view });
  });
}
