import { messageFor } from '../answer.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { onCommand, type SlackDeps, type SlackListener } from '../listener.ts';
import { commandText } from '../question-text.ts';
import { respondPrivately } from '../send.ts';

/** The office's own command: answered privately, under the question, until the person shares it. */
export function slashCommand(deps: SlackDeps): SlackListener {
  const name = deps.pressOffice.office().command;
  return onCommand(deps, name, async ({ command, respond }) => {
    const question = commandText(command.text);
    const message = messageFor(deps.pressOffice, question);
    await respondPrivately(respond, slackMessages(message, { question, share: true }));
  });
}
