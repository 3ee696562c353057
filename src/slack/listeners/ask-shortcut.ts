import { noDeskMessage } from '../../wording/form-words.ts';
import { CALLBACK_IDS } from '../action-ids.ts';
import { newForm } from '../ask-form.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { onMessageShortcut, type SlackDeps, type SlackListener } from '../listener.ts';
import { questionText } from '../question-text.ts';
import { respondPrivately } from '../send.ts';

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
        const { pressOffice } = deps;
        const message = noDeskMessage(pressOffice.office(), pressOffice.now());
        await respondPrivately(respond, slackMessages(message));
        return;
      }
      const question = questionText(shortcut.message.text);
      const view = newForm(deps, { question, tried: { outcome: 'not-asked', titles: [] } });
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    },
  );
}
