import {
  type Actor,
  actorIn,
  deliver,
  errorOf,
  handlesFor,
  Impossible,
  outcomeOf,
  personOf,
  type Stage,
  seenMessage,
  tellPrivately,
} from './acting.ts';
import { isObject } from './json.ts';
import { LIMITS } from './limits.ts';
import { closeModal, submitModal } from './modals.ts';
import type { Message, Outcome, People, Said } from './model.ts';
import { TEAM } from './names.ts';
import { messageAction, slashCommand } from './payloads.ts';
import { respond } from './respond.ts';
import { slackText } from './typed-text.ts';
import { useElement } from './use-element.ts';

/** What people do, on this stage. */
export function createPeople(stage: Stage): People {
  return {
    say: (person, channel, typed, { threadTs } = {}) =>
      say(stage, actorIn(stage, person, channel), typed, threadTs),
    edit: (person, channel, ts, typed) => edit(stage, actorIn(stage, person, channel), ts, typed),
    async remove(person, channel, ts) {
      const message = ownMessage(stage, actorIn(stage, person, channel), ts);
      stage.workspace.messages.remove(message);
      return outcomeOf(await stage.events.deleted(message));
    },
    async takeDown(channel, ts) {
      const message = stage.workspace.messages.find(channel, ts);
      if (!message) throw new Impossible('That message is no longer there.');
      stage.workspace.messages.remove(message);
      return outcomeOf(await stage.events.deleted(message));
    },
    command: async (person, channel, command, text) =>
      runCommand(stage, actorIn(stage, person, channel), command, text),
    use: async (person, where, action, values = {}, how) =>
      useElement(stage, person, where, action, values, how),
    submit: async (person, viewId, values) => submitModal(stage, person, viewId, values),
    close: async (person, viewId) => closeModal(stage, person, viewId),
    async openHome(person) {
      return outcomeOf(await stage.events.homeOpened(personOf(stage, person).id));
    },
    shortcut: async (person, callbackId, channel, ts) =>
      runShortcut(stage, actorIn(stage, person, channel), callbackId, ts),
  };
}

function say(stage: Stage, by: Actor, typed: string, threadTs: string | undefined): Said {
  const { workspace, events } = stage;
  if (threadTs !== undefined) seenMessage(stage, by, threadTs);
  const message = workspace.messages.keep({
    channel: by.channel.id,
    ts: workspace.messages.ts(),
    user: by.user,
    ...written(stage, typed),
    blocks: [],
    ...(threadTs === undefined ? {} : { threadTs }),
  });
  return { message, outcome: events.posted(message).then(outcomeOf) };
}

function edit(stage: Stage, by: Actor, ts: string, typed: string): Said {
  const { workspace, events } = stage;
  const before = ownMessage(stage, by, ts);
  const edited = { user: by.user, ts: workspace.messages.ts() };
  const message = workspace.messages.keep({ ...before, ...written(stage, typed), edited });
  return { message, outcome: events.changed(message, before).then(outcomeOf) };
}

function ownMessage(stage: Stage, by: Actor, ts: string): Message {
  const message = seenMessage(stage, by, ts);
  if (message.user !== by.user) throw new Impossible('That message is somebody else’s.');
  return message;
}

function written({ workspace }: Stage, typed: string): Pick<Message, 'text' | 'typed'> {
  if (typed.trim() === '') throw new Impossible('There is nothing to send.');
  const bot = workspace.person(TEAM.botUser);
  const people = [...workspace.people(), ...(bot ? [bot] : [])];
  const channels = workspace.channels().filter(({ kind }) => kind !== 'im');
  const kept = typed.slice(0, LIMITS.messageText);
  return { typed: kept, text: slackText(kept, { people, channels }) };
}

/** Not acknowledged in time, a command is answered by Slack itself. */
async function runCommand(
  stage: Stage,
  by: Actor,
  command: string,
  text: string,
): Promise<Outcome> {
  if (!stage.manifest.commands.some(({ name }) => name === command)) {
    throw new Impossible(`${command} is not a valid command.`);
  }
  const cause = { user: by.user, channel: by.channel.id };
  const payload = slashCommand(by, command, text, handlesFor(stage, cause));
  const outcome = await deliver(stage, 'slash_commands', payload);
  if (!outcome.acked) {
    const problem = `${command} failed with the error "${errorOf(outcome)}"`;
    tellPrivately(stage, by.channel, by.user, problem);
    return { ...outcome, problem };
  }
  const said = typeof outcome.payload === 'string' ? { text: outcome.payload } : outcome.payload;
  if (isObject(said) && Object.keys(said).length > 0) respond(said, cause, stage);
  return outcome;
}

async function runShortcut(
  stage: Stage,
  by: Actor,
  callbackId: string,
  ts: string,
): Promise<Outcome> {
  const { shortcuts, scopes } = stage.manifest;
  const known =
    scopes.includes('commands') &&
    shortcuts.some(({ kind, callbackId: id }) => kind === 'message' && id === callbackId);
  if (!known) throw new Impossible('The app has no such shortcut on messages.');
  const message = seenMessage(stage, by, ts);
  const original = { ts, ephemeral: message.visibleTo !== undefined };
  const cause = { user: by.user, channel: by.channel.id, message: original };
  const payload = messageAction(by, callbackId, message, handlesFor(stage, cause));
  const outcome = await deliver(stage, 'interactive', payload);
  return outcome.acked ? outcome : { ...outcome, problem: NO_ANSWER };
}

const NO_ANSWER = 'The app did not answer in time.';
