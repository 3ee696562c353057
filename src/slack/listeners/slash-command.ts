import type { Desk } from '../../application/desk/desk.ts';
import { wordsIn } from '../answer.ts';
import { newForm } from '../ask-form.ts';
import { NOT_TRIED } from '../asking.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import { type CommandWords, isNearlyOff } from '../command-words.ts';
import { deskOrder, nothingSwitchedOff } from '../desk-order.ts';
import { type CommandArgs, onCommand, type SlackDeps, type SlackListener } from '../listener.ts';
import { commandText } from '../question-text.ts';
import { replyTo } from '../reply-to.ts';
import { respondPrivately } from '../send.ts';

/**
 * The office's own command: answered privately, under the question, until the person shares it.
 * `ask` opens the form to a press officer; `desk`, `off` and `on` are orders from officers alone.
 */
export function slashCommand(deps: SlackDeps): SlackListener {
  const name = deps.pressOffice.office().command;
  return onCommand(deps, name, async (args) => {
    const { command, respond, client } = args;
    const text = commandText(command.text);
    const words = orderIn(deps, text);
    if (words.kind === 'hand-over') {
      const view = newForm(deps, { question: words.question, tried: NOT_TRIED });
      await client.views.open({ trigger_id: command.trigger_id, view });
      return;
    }
    if (deps.desk && (await isOfficersOrder(deps.desk, words, args))) {
      await deskOrder({ ...deps, desk: deps.desk }, words, args);
      return;
    }
    const by = { id: command.user_id, name: command.user_name };
    const said = await replyTo(
      deps,
      { text, by, surface: 'command' },
      { question: text, share: true },
    );
    await respondPrivately(respond, said);
    if (deps.desk && isNearlyOff(text) && (await deps.desk.isOfficer(by.id).catch(() => false))) {
      await respondPrivately(respond, slackMessages(nothingSwitchedOff(deps.pressOffice)));
    }
  });
}

/** As if an officer had written it: who wrote it is only asked for where that matters. */
function orderIn({ pressOffice, desk }: SlackDeps, text: string): CommandWords {
  return wordsIn(pressOffice, text, desk ? { handOver: 'anything', officer: true } : {});
}

/**
 * From anybody else the same words are a question. Where Slack doesn't say who it is, the desk says so:
 * an officer who switches answers off must not be left to think that it was done.
 */
async function isOfficersOrder(
  desk: Desk,
  { kind }: CommandWords,
  { command }: CommandArgs,
): Promise<boolean> {
  if (kind !== 'desk' && kind !== 'off' && kind !== 'on') return false;
  return desk.isOfficer(command.user_id).catch(() => true);
}
