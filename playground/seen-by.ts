import { isObject, type Json, objectsAt, textAt } from '../local-slack/json.ts';
import type { LocalSlack } from '../local-slack/local-slack.ts';
import type * as slack from '../local-slack/model.ts';
import { SLACKBOT, TEAM } from '../local-slack/names.ts';
import { hasBot } from '../local-slack/workspace.ts';
import type { Block, Channel, Happening, Message, Person, View } from './protocol.ts';

/** What one person sees of the local Slack, in the words of the page. */
export interface SeenBy {
  readonly people: readonly Person[];
  channels(): Channel[];
  messages(): Message[];
  views(): View[];
  home(): View | null;
  /** A change as this person sees it; undefined where they see nothing of it. */
  happening(change: slack.Change): Happening | undefined;
}

export function seenBy(local: LocalSlack, me: string): SeenBy {
  const { workspace } = local;
  const message = (each: slack.Message): Message => messageOf(each, local);
  const sees = ({ channel, visibleTo }: slack.Message): boolean =>
    (visibleTo === undefined || visibleTo === me) &&
    workspace.channelsOf(me).some(({ id }) => id === channel);
  const channels = (): Channel[] =>
    workspace
      .channelsOf(me)
      .map((each) => ({ id: each.id, name: each.name, kind: each.kind, hasBot: hasBot(each) }));
  return {
    people: workspace.people().map(({ id, name, role }) => ({ id, name, role })),
    channels,
    messages: () =>
      workspace
        .channelsOf(me)
        .flatMap(({ id }) => workspace.messages.seenBy(me, id))
        .map(message)
        .sort((one, other) => one.order - other.order),
    views: () => workspace.views.of(me).map(viewOf),
    home: () => {
      const home = workspace.views.home(me);
      return home ? viewOf(home) : null;
    },
    happening(change) {
      switch (change.kind) {
        case 'message':
        case 'message-gone':
          return sees(change.message) ? messageChange(change, local) : undefined;
        case 'views':
        case 'home':
          return change.person === me ? viewChange(change) : undefined;
        case 'channel':
          return { kind: 'channels', channels: channels() };
        case 'faults':
          return { kind: 'faults', faults: change.faults };
        case 'delivery':
        case 'call':
          return undefined;
      }
    },
  };
}

type ChangeOf<Kind extends slack.Change['kind']> = Extract<slack.Change, { kind: Kind }>;

function messageChange(
  { kind, message }: ChangeOf<'message' | 'message-gone'>,
  local: LocalSlack,
): Happening {
  if (kind === 'message') return { kind, message: messageOf(message, local) };
  return { kind, channel: message.channel, ts: message.ts };
}

function viewChange(change: ChangeOf<'views' | 'home'>): Happening {
  return change.kind === 'home'
    ? { kind: 'home', home: viewOf(change.view) }
    : { kind: 'views', views: change.views.map(viewOf) };
}

function messageOf(message: slack.Message, { workspace, manifest }: LocalSlack): Message {
  const { user } = message;
  const isBot = message.botId !== undefined || user === TEAM.botUser || user === SLACKBOT;
  const botName = user === SLACKBOT ? 'Slackbot' : manifest.botName;
  return {
    channel: message.channel,
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    ...(message.broadcast ? { broadcast: true } : {}),
    author: { id: user, name: isBot ? botName : (workspace.person(user)?.name ?? user), isBot },
    text: message.typed,
    blocks: message.blocks.map(blockOf),
    ephemeral: message.visibleTo !== undefined,
    edited: message.edited !== undefined,
    order: message.order,
    // What the desk posts by itself bears a mark of its own; it answers no question.
    hasWhy: isBot && user !== SLACKBOT && message.metadata === undefined,
  };
}

function viewOf(view: slack.View): View {
  return {
    id: view.id,
    type: view.type,
    callbackId: textAt(view, 'callback_id'),
    ...wordsAt(view, 'title'),
    ...wordsAt(view, 'submit'),
    ...wordsAt(view, 'close'),
    blocks: objectsAt(view, 'blocks').map(blockOf),
  };
}

/** The words of a text object under a name; nothing where there is none. */
function wordsAt<Name extends string>(view: slack.View, name: Name): Partial<Record<Name, string>> {
  const text: Json | undefined = view[name];
  return isObject(text) ? ({ [name]: textAt(text, 'text') } as Record<Name, string>) : {};
}

function blockOf(block: { readonly [field: string]: unknown }): Block {
  return { ...block, type: String(block.type) };
}
