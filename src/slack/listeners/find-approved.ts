import type { types } from '@slack/bolt';
import type { Desk } from '../../application/desk/desk.ts';
import { ANSWER_FIELDS, DESK_ACTION_IDS } from '../action-ids.ts';
import { type OpenForm, withFound, withPicked } from '../answer-form.ts';
import { onField, type SlackDeps, type SlackListener } from '../listener.ts';
import { typedIn } from '../view-values.ts';

/** "Find" in the form that answers. */
export function findApprovedButton(deps: SlackDeps): SlackListener {
  return inForm(deps, DESK_ACTION_IDS.find, (desk, open) =>
    withFound({ ...deps, desk }, open, typedIn(open.state.values, ANSWER_FIELDS.find)),
  );
}

/** Enter in the field to find by. */
export function findApprovedTyped(deps: SlackDeps): SlackListener {
  return inForm(deps, DESK_ACTION_IDS.findTyped, (desk, open, value) =>
    withFound({ ...deps, desk }, open, value),
  );
}

/** "Use these words" beside what was found. */
export function pickApproved(deps: SlackDeps): SlackListener {
  return inForm(deps, DESK_ACTION_IDS.pick, (desk, open, value) =>
    withPicked({ ...deps, desk }, open, value),
  );
}

/** Only an officer is shown such a form; the words are approved, so there is nothing to keep from others. */
function inForm(
  deps: SlackDeps,
  actionId: string,
  next: (desk: Desk, open: OpenForm, value: string) => Promise<types.ModalView | undefined>,
): SlackListener {
  return onField(deps, actionId, async ({ action, body, client }) => {
    const { view } = body;
    if (!deps.desk || !view) return;
    const changed = await next(deps.desk, view, action.value ?? '');
    if (changed) await client.views.update({ view_id: view.id, hash: view.hash, view: changed });
  });
}
