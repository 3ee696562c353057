import { DESK_ACTION_IDS, ENQUIRY_FIELDS } from '../action-ids.ts';
import { deadlineInForm, formAgain } from '../ask-form.ts';
import { parseAskValue } from '../ask-value.ts';
import { DEADLINE_READ } from '../blocks/enquiry-form-view.ts';
import { escapeText } from '../blocks/text.ts';
import { onField, type SlackDeps, type SlackListener } from '../listener.ts';
import { formFieldsIn } from '../view-values.ts';

/**
 * A deadline is read back in the form while it is typed. Nothing is sent by that, and what fails here
 * is looked at again when the form is sent; so nobody is told.
 */
export function deadlineTyped(deps: SlackDeps): SlackListener {
  return onField(deps, DESK_ACTION_IDS.deadline, async ({ action, body, client }) => {
    const { desk } = deps;
    const { view } = body;
    if (!desk || !view) return;
    const { block, action: actionId } = ENQUIRY_FIELDS.deadline;
    const state = view.state.values;
    const typed = action.value ?? state[block]?.[actionId]?.value ?? '';
    const says = deadlineInForm({ ...deps, desk }, typed);
    // At each letter: only what reads differently is worth a call.
    if (says === shownIn(view.blocks)) return;
    const fields = { ...formFieldsIn(state), deadline: typed };
    const again = formAgain({ ...deps, desk }, parseAskValue(view.private_metadata), fields);
    await client.views.update({ view_id: view.id, hash: view.hash, view: again });
  });
}

function shownIn(blocks: readonly object[]): string | undefined {
  const block = blocks.find((each) => 'block_id' in each && each.block_id === DEADLINE_READ);
  const { elements } = (block ?? {}) as { elements?: readonly { readonly text?: string }[] };
  const text = elements?.[0]?.text;
  return text === undefined ? undefined : unescaped(text);
}

/** Slack gives a text back as we sent it, or with its escapes undone. */
function unescaped(text: string): string {
  return text === escapeText(text)
    ? text
    : text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
