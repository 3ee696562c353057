import type { Happening, Message, Snapshot } from '../../protocol.ts';

/** A message on screen, with the start of the server that it is from. */
export interface Shown {
  readonly message: Message;
  readonly instance: string;
}

/** What one page shows: the newest snapshot, kept up to date, and what older servers left. */
export interface Screen {
  readonly connection: 'connecting' | 'live' | 'lost';
  readonly world: Snapshot | null;
  /** Messages of servers that are no more, the oldest first; their buttons work no longer. */
  readonly kept: readonly Shown[];
  /** What the page itself has to say, the newest last. */
  readonly notices: readonly Notice[];
  /** What a screen reader is told, politely. */
  readonly announcement: { readonly text: string; readonly count: number };
}

export interface Notice {
  readonly id: number;
  readonly text: string;
}

export type Change =
  | { readonly kind: 'happening'; readonly happening: Happening }
  | { readonly kind: 'connection'; readonly connection: Screen['connection'] }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'announce'; readonly text: string }
  | { readonly kind: 'dismiss'; readonly id: number }
  | { readonly kind: 'view-closed'; readonly viewId: string };

export const EMPTY_SCREEN: Screen = {
  connection: 'connecting',
  world: null,
  kept: [],
  notices: [],
  announcement: { text: '', count: 0 },
};

/** The screen after one change; pure. */
export function changed(screen: Screen, change: Change): Screen {
  switch (change.kind) {
    case 'connection':
      return { ...screen, connection: change.connection };
    case 'notice':
      return withNotice(screen, change.text);
    case 'announce':
      return announced(screen, change.text);
    case 'dismiss':
      return { ...screen, notices: screen.notices.filter(({ id }) => id !== change.id) };
    case 'view-closed':
      return inWorld(screen, (world) => ({
        ...world,
        views: world.views.filter(({ id }) => id !== change.viewId),
      }));
    case 'happening':
      return happened(screen, change.happening);
  }
}

function happened(screen: Screen, happening: Happening): Screen {
  switch (happening.kind) {
    case 'snapshot':
      return { ...withKept(screen, happening.snapshot.instance), world: happening.snapshot };
    case 'message':
      return withMessage(screen, happening.message);
    case 'message-gone':
      return inWorld(screen, (world) => ({
        ...world,
        messages: world.messages.filter((message) => !isSame(message, happening)),
      }));
    default:
      return inWorld(screen, (world) => ({ ...world, ...partOf(happening) }));
  }
}

type Part = Exclude<Happening, { kind: 'snapshot' | 'message' | 'message-gone' }>;

function partOf(happening: Part): Partial<Snapshot> {
  switch (happening.kind) {
    case 'views':
      return { views: happening.views };
    case 'home':
      return { home: happening.home };
    case 'channels':
      return { channels: happening.channels };
    case 'clock':
      return { clock: happening.clock };
    case 'faults':
      return { faults: happening.faults };
    case 'knowledge':
      return { knowledge: happening.knowledge };
  }
}

function withKept(screen: Screen, instance: string): Screen {
  const { world } = screen;
  if (world === null || world.instance === instance) return screen;
  const left = inOrder(world.messages).map((message) => ({ message, instance: world.instance }));
  const told = 'The playground was restarted.';
  return announced({ ...screen, kept: [...screen.kept, ...left] }, told);
}

function withMessage(screen: Screen, message: Message): Screen {
  const { world } = screen;
  if (world === null) return screen;
  const isNew = !world.messages.some((other) => isSame(other, message));
  const messages = isNew
    ? [...world.messages, message]
    : world.messages.map((other) => (isSame(other, message) ? message : other));
  const next = { ...screen, world: { ...world, messages } };
  if (!isNew || message.author.id === world.me) return next;
  return announced(next, `${message.author.name}: ${message.text.slice(0, SPOKEN)}`);
}

/** Characters of a message that a screen reader is told at once; the rest is there to be read. */
const SPOKEN = 600;
const MOST_NOTICES = 3;

function withNotice(screen: Screen, text: string): Screen {
  const id = (screen.notices.at(-1)?.id ?? 0) + 1;
  const others = screen.notices.filter((notice) => notice.text !== text);
  return { ...screen, notices: [...others, { id, text }].slice(-MOST_NOTICES) };
}

function announced(screen: Screen, text: string): Screen {
  return { ...screen, announcement: { text, count: screen.announcement.count + 1 } };
}

function inWorld(screen: Screen, change: (world: Snapshot) => Snapshot): Screen {
  return screen.world === null ? screen : { ...screen, world: change(screen.world) };
}

function isSame(one: { channel: string; ts: string }, other: { channel: string; ts: string }) {
  return one.channel === other.channel && one.ts === other.ts;
}

function inOrder(messages: readonly Message[]): Message[] {
  return [...messages].sort((one, other) => one.order - other.order);
}

/** Everything said in a channel, older servers' first, in the order in which it happened. */
export function saidIn(screen: Screen, channel: string): Shown[] {
  const { world } = screen;
  if (world === null) return [];
  const now = inOrder(world.messages).map((message) => ({ message, instance: world.instance }));
  return [...screen.kept, ...now].filter(({ message }) => message.channel === channel);
}

/** True for a reply in a thread, false for what starts one or stands by itself. */
export function isReply(message: Message): boolean {
  return message.threadTs !== undefined && message.threadTs !== message.ts;
}

/** True for what the channel itself shows: all but replies, and the replies that were sent there too. */
export function standsInChannel(message: Message): boolean {
  return !isReply(message) || message.broadcast === true;
}
