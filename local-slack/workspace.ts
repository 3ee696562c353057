import type { Changes } from './changes.ts';
import { createMessages, type Messages } from './messages.ts';
import type { Channel, Person } from './model.ts';
import { newId, TEAM } from './names.ts';
import { createViews, type Views } from './views.ts';

/** A person in the channel where they do something: what most of a payload is made of. */
export interface Visitor {
  readonly user: string;
  readonly channel: Channel;
}

/** All that lasts between two requests of the app. */
export interface Workspace {
  readonly messages: Messages;
  readonly views: Views;
  /** The people; the bot is none of them. */
  people(): readonly Person[];
  /** A person, or the bot by its user id. */
  person(id: string): Person | undefined;
  /** `tz` is Europe/London unless given, `id` a new one. */
  addPerson(person: Pick<Person, 'name' | 'role'> & Partial<Person>): Person;
  channels(): readonly Channel[];
  channel(id: string): Channel | undefined;
  /** `members` are ids; the bot's is `TEAM.botUser`. */
  addChannel(channel: Pick<Channel, 'name' | 'kind'> & Partial<Channel>): Channel;
  /** The conversation of a person with the bot, which is made when it is first asked for. */
  directMessage(person: string): Channel;
  /** Changes nothing where there is no such channel. */
  join(channel: string, user: string): void;
  leave(channel: string, user: string): void;
  archive(channel: string): void;
  unarchive(channel: string): void;
  /** Turns a private channel into a public one. */
  makePublic(channel: string): void;
  /** A person's account is closed: they leave every channel; their direct message stays. */
  leaveWorkspace(person: string): void;
  /** The channels that a person may look into: public ones, and those that they are in. */
  channelsOf(person: string): readonly Channel[];
  /** A new person in a new channel; the bot is in it too unless `withBot` is false. */
  visitor(kind?: Channel['kind'], withBot?: boolean): Visitor;
}

export function hasBot(channel: Channel): boolean {
  return channel.members.includes(TEAM.botUser);
}

/** @param now milliseconds since 1970, for the time stamps of messages. */
export function createWorkspace(changes: Changes, botName: string, now: () => number): Workspace {
  const people = new Map<string, Person>();
  const channels = new Map<string, Channel>();
  const bot: Person = { id: TEAM.botUser, name: botName, role: 'App', tz: 'Europe/London' };
  const put = (channel: Channel): Channel => {
    channels.set(channel.id, channel);
    changes.tell({ kind: 'channel', channel });
    return channel;
  };
  const change = (id: string, how: (channel: Channel) => Partial<Channel>): void => {
    const channel = channels.get(id);
    if (channel) put({ ...channel, ...how(channel) });
  };
  const addPerson: Workspace['addPerson'] = (person) => {
    const whole = { id: newId('U'), tz: 'Europe/London', ...person };
    people.set(whole.id, whole);
    return whole;
  };
  const addChannel: Workspace['addChannel'] = (channel) =>
    put({ id: newId(channel.kind === 'im' ? 'D' : 'C'), archived: false, members: [], ...channel });
  return {
    messages: createMessages(changes, now),
    views: createViews(changes),
    people: () => [...people.values()],
    person: (id) => (id === TEAM.botUser ? bot : people.get(id)),
    addPerson,
    channels: () => [...channels.values()],
    channel: (id) => channels.get(id),
    addChannel,
    directMessage: (person) =>
      [...channels.values()].find(({ kind, members }) => kind === 'im' && members[0] === person) ??
      addChannel({ name: botName, kind: 'im', members: [person, TEAM.botUser] }),
    ...moving(people, channels, change),
    channelsOf: (person) =>
      [...channels.values()].filter(
        ({ kind, members }) => kind === 'public' || members.includes(person),
      ),
    visitor(kind = 'public', withBot = true) {
      const { id } = addPerson({ name: 'reporter', role: 'Reporter' });
      const members = withBot ? [id, TEAM.botUser] : [id];
      const name = kind === 'im' ? botName : 'newsdesk';
      return { user: id, channel: addChannel({ name, kind, members }) };
    },
  };
}

type Moving = 'join' | 'leave' | 'archive' | 'unarchive' | 'makePublic' | 'leaveWorkspace';

/** What happens to channels and people without the app's doing. */
function moving(
  people: Map<string, Person>,
  channels: ReadonlyMap<string, Channel>,
  change: (id: string, how: (channel: Channel) => Partial<Channel>) => void,
): Pick<Workspace, Moving> {
  const leave = (id: string, user: string): void =>
    change(id, ({ members }) => ({ members: members.filter((each) => each !== user) }));
  return {
    join(id, user) {
      change(id, ({ members }) => ({ members: [...new Set([...members, user])] }));
    },
    leave,
    archive: (id) => change(id, () => ({ archived: true })),
    unarchive: (id) => change(id, () => ({ archived: false })),
    makePublic: (id) =>
      change(id, ({ kind }) => (kind === 'private' ? { kind: 'public' as const } : {})),
    leaveWorkspace(id) {
      const person = people.get(id);
      if (!person) return;
      people.set(id, { ...person, left: true });
      for (const { id: channel, kind, members } of [...channels.values()]) {
        if (kind !== 'im' && members.includes(id)) leave(channel, id);
      }
    },
  };
}
