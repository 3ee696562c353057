import type { Dispatch } from './dispatch.ts';
import type { Events } from './events.ts';
import type { JsonObject } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { Channel, Delivery, Kind, Message, Outcome, Person } from './model.ts';
import { SLACKBOT } from './names.ts';
import type { Handles } from './payloads.ts';
import type { Cause, Tickets } from './tickets.ts';
import type { Visitor, Workspace } from './workspace.ts';

/** What people cannot do in Slack; the message is a sentence for whoever tried. */
export class Impossible extends Error {}

/** What people's deeds are made with. */
export interface Stage {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly tickets: Tickets;
  readonly dispatch: Dispatch;
  readonly events: Events;
  readonly origin: () => string;
  readonly isDown: () => boolean;
  readonly echo: (message: Message, before?: Message) => void;
}

export interface Actor extends Visitor {
  readonly name: string;
}

/** @throws {Impossible} where there is no such person, or nobody can do anything. */
export function personOf({ workspace, isDown }: Stage, id: string): Person {
  if (isDown()) throw new Impossible('Slack is down.');
  const person = workspace.person(id);
  if (!person) throw new Impossible(`There is no person ${id}.`);
  if (person.left) throw new Impossible(`${person.name} has left the workspace.`);
  return person;
}

/** A person in a channel that they are in and may write in. */
export function actorIn(stage: Stage, person: string, channelId: string): Actor {
  const { id, name } = personOf(stage, person);
  const channel = stage.workspace.channel(channelId);
  if (!channel?.members.includes(id)) throw new Impossible(`${name} is not in this channel.`);
  if (channel.archived) throw new Impossible('This channel is archived.');
  return { user: id, name, channel };
}

/** A message that somebody sees. */
export function seenMessage({ workspace }: Stage, by: Visitor, ts: string): Message {
  const message =
    workspace.messages.find(by.channel.id, ts) ??
    workspace.messages.findEphemeral(by.channel.id, ts, by.user);
  if (!message) throw new Impossible('That message is no longer there.');
  return message;
}

/** Fresh handles for a payload, and where the response URL leads. */
export function handlesFor({ tickets, origin }: Stage, cause: Cause): Handles {
  const responseUrl = `${origin()}${tickets.responsePath(cause)}`;
  return { triggerId: tickets.trigger(cause), responseUrl };
}

/** Sends a command or an interaction once. */
export async function deliver(
  { dispatch }: Stage,
  kind: Kind,
  payload: JsonObject,
): Promise<Outcome> {
  return outcomeOf([await dispatch.once(kind, payload)]);
}

export function outcomeOf(deliveries: readonly Delivery[]): Outcome {
  const acked = deliveries.every(({ receipt }) => receipt?.acked === true);
  return { acked, payload: deliveries.at(-1)?.receipt?.payload, deliveries };
}

/** Slack's word for why something did not reach the app. */
export function errorOf({ deliveries }: Outcome): 'operation_timeout' | 'dispatch_failed' {
  const failure = deliveries.at(-1)?.receipt?.failure ?? '';
  return failure.includes('timeout') ? 'operation_timeout' : 'dispatch_failed';
}

/** Something that Slack itself says to one person. */
export function tellPrivately({ workspace }: Stage, channel: Channel, to: string, text: string) {
  workspace.messages.keep({
    channel: channel.id,
    ts: workspace.messages.ts(),
    user: SLACKBOT,
    text,
    typed: text,
    blocks: [],
    visibleTo: to,
  });
}
