import type { Desk } from '../application/desk/desk.ts';
import { noDeskMessage } from '../wording/form-words.ts';
import { LABELS } from '../wording/slack-messages.ts';
import { messageView } from './blocks/message-view.ts';
import { onView, type SlackDeps, type SlackListener, type ViewArgs } from './listener.ts';
import { type OfficerForm, parseOfficerForm } from './officer-form.ts';

/** What an officer's form is sent to, and what it carried unseen. */
export interface OfficerFormSent {
  readonly desk: Desk;
  readonly form: OfficerForm;
}

/**
 * An officer's form, sent. Who sends it may be anybody: the desk knows who is an officer. Where there
 * is no desk, or the form is none of ours, the number is shown in its place.
 */
export function onOfficerView(
  deps: SlackDeps,
  callbackId: string,
  run: (args: ViewArgs, sent: OfficerFormSent) => Promise<void>,
): SlackListener {
  return onView(deps, callbackId, async (args) => {
    const { desk, pressOffice } = deps;
    const form = parseOfficerForm(args.view.private_metadata);
    if (!desk || !form) {
      const none = noDeskMessage(pressOffice.office(), pressOffice.now());
      await args.ack({ response_action: 'update', view: messageView(LABELS.sorryTitle, none) });
      return;
    }
    await run(args, { desk, form });
  });
}
