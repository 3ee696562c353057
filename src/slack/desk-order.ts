import type { Desk } from '../application/desk/desk.ts';
import { overviewMessage } from '../wording/desk-lists.ts';
import { actProblemInWords } from '../wording/desk-refusals.ts';
import { notSwitchedOff, switchedAlready, switchedInWords } from '../wording/desk-words.ts';
import type { Message, Words } from '../wording/message.ts';
import { slackMessages } from './blocks/slack-message.ts';
import type { CommandWords } from './command-words.ts';
import type { CommandArgs, SlackDeps } from './listener.ts';
import { respondPrivately } from './send.ts';

type DeskDeps = SlackDeps & { readonly desk: Desk };
type By = { readonly id: string; readonly name: string };

/** What an officer orders with the command: the desk's list, answers off, answers on. */
export async function deskOrder(
  deps: DeskDeps,
  words: CommandWords,
  { command, respond }: CommandArgs,
): Promise<void> {
  const by = { id: command.user_id, name: command.user_name };
  await respondPrivately(respond, slackMessages(await orderSaid(deps, words, by)));
}

async function orderSaid(deps: DeskDeps, words: CommandWords, by: By): Promise<Message> {
  switch (words.kind) {
    case 'desk':
      return listed(deps, words, by);
    case 'off': {
      const switched = await deps.desk.switchOff(by, words.reason);
      return inWords(switched.ok ? switchedInWords(false) : actProblemInWords(switched.error));
    }
    default: {
      const switched = await deps.desk.switchOn(by);
      if (switched.ok) return inWords(switchedInWords(true));
      const already = switched.error.kind === 'nothing-to-change';
      return inWords(already ? switchedAlready(true) : actProblemInWords(switched.error));
    }
  }
}

/** For an officer whose reason stands in no quotation marks. */
export function nothingSwitchedOff({ office }: DeskDeps['pressOffice']): Message {
  return inWords(notSwitchedOff(office()));
}

async function listed(
  { desk, pressOffice }: DeskDeps,
  { search, only }: Extract<CommandWords, { kind: 'desk' }>,
  by: By,
): Promise<Message> {
  const overview = await desk.overview(by, search);
  return overview.ok
    ? overviewMessage(overview.value, pressOffice.office(), only)
    : inWords(actProblemInWords(overview.error));
}

function inWords(words: Words): Message {
  return { parts: [{ type: 'named', words }] };
}
