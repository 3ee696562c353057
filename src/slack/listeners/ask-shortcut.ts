import { CALLBACK_IDS } from '../action-ids.ts';
import { newForm } from '../ask-form.ts';
import { onMessageShortcut, type SlackDeps, type SlackListener } from '../listener.ts';
import { tellNoDesk } from '../no-desk.ts';
import { questionText } from '../question-text.ts';

/**
 * "Ask a press officer" in the menu of any message: the form, with the message as the question. The
 * answer is private, since the message may be anybody's.
 */
export function askShortcut(deps: SlackDeps): SlackListener {
  return onMessageShortcut(
    deps,
    CALLBACK_IDS.askAboutMessage,
    async ({ shortcut, client, respond }) => {
      if (!deps.desk) {
        await tellNoDesk(deps, respond);
        return;
      }
      const question = questionText(shortcut.message.text);
      const view = newForm(deps, { question, tried: { outcome: 'not-asked', titles: [] } });
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    },
  );
}
