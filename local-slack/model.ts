import type { Json, JsonObject } from './json.ts';
import type { Typing } from './when-told.ts';

/** Somebody with an account in the workspace. */
export interface Person {
  readonly id: string;
  /** As it stands in mentions and beside messages. */
  readonly name: string;
  /** What they are here for: "Reporter, Daily Example". */
  readonly role: string;
  /** IANA zone: "Europe/London". */
  readonly tz: string;
  /** True for somebody who has left the workspace: nobody can do anything as them. */
  readonly left?: boolean;
}

export interface Channel {
  /** `C…`, or `D…` for a direct message between one person and the bot. */
  readonly id: string;
  /** Without "#"; of a direct message the bot's name. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly archived: boolean;
  /** Ids of people, and the bot's user id where it is in. */
  readonly members: readonly string[];
}

/** A message as Slack keeps it. `ts` is unique in the whole workspace. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** The `ts` of the message that the thread hangs on. */
  readonly threadTs?: string;
  /** True for a reply that is shown in the channel as well. */
  readonly broadcast?: boolean;
  /** A person's id, the bot's user id, or `USLACKBOT` for what Slack itself says. */
  readonly user: string;
  /** Set on what an app wrote. */
  readonly botId?: string;
  /** With Slack's markup: `<@U…>`, `<https://…>`, `&amp;`. */
  readonly text: string;
  /** As a person typed it; of the bot's messages the same as `text`. */
  readonly typed: string;
  readonly blocks: readonly JsonObject[];
  readonly metadata?: JsonObject;
  readonly edited?: { readonly user: string; readonly ts: string };
  /** Of an ephemeral message: the one person who sees it. */
  readonly visibleTo?: string;
  /** Place in the common order when it was first written. */
  readonly order: number;
}

/** A modal or a home tab as payloads carry it: `id`, `type`, `blocks`, `hash`, `state` and so on. */
export type View = JsonObject & {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly hash: string;
};

/** What Slack calls the kinds of things that it sends. */
export type Kind = 'slash_commands' | 'events_api' | 'interactive';

export interface Retry {
  /** 1 to 3. */
  readonly number: number;
  readonly reason: string;
}

/** How one delivery ended, as Slack sees it. */
export interface Receipt {
  /** Acknowledged, and within three seconds. */
  readonly acked: boolean;
  readonly status?: number;
  /** Why it was not acknowledged, in Slack's words for retries: `http_timeout`, `http_error`. */
  readonly failure?: string;
  /** What the acknowledgement carried: `response_action` and the like. */
  readonly payload: Json | undefined;
  readonly afterMs: number;
  /** Place in the order of everything that happened. */
  readonly order: number;
  /** True where the app asked not to be sent it again. */
  readonly noRetry?: boolean;
}

/** One payload on its way to the app. */
export interface Delivery {
  /** Place in the common order when it was sent. */
  readonly order: number;
  /** Milliseconds since 1970, real time. */
  readonly at: number;
  readonly kind: Kind;
  /** "app_mention", "message", "block_actions", "/hmicfrs". */
  readonly what: string;
  readonly payload: JsonObject;
  readonly retry?: Retry;
  /** Undefined as long as it is under way. */
  readonly receipt?: Receipt;
}

/** One request that the app made, and what came of it. */
export interface Recorded {
  /** `chat.postMessage`, or `response_url`. */
  readonly method: string;
  readonly body: JsonObject;
  /** For a `response_url`: which one, as a path. */
  readonly url?: string;
  /** Place in the order of everything that happened, acknowledgements included. */
  readonly order: number;
  /** Milliseconds since 1970, real time. */
  readonly at: number;
  /** What was answered; undefined where nothing was. */
  readonly answer?: JsonObject;
  /** `order` of the delivery whose trigger or response URL was used. */
  readonly because?: number;
  /** The message that it made or changed. */
  readonly message?: { readonly channel: string; readonly ts: string };
  /** Why Slack's own rules refused it: `invalid_blocks: …`. */
  readonly refused?: string;
  /** Why it failed on purpose: the fault that was switched on. */
  readonly failed?: string;
}

/** A fault that stays until it is switched off; for a page to show. */
export interface FaultSwitch {
  readonly id: SwitchId;
  readonly label: string;
  readonly on: boolean;
}

export type SwitchId =
  | 'rate-limited'
  | 'broken'
  | 'slow'
  | 'dropped-connection'
  | 'duplicate'
  | 'down';

/** Something that happened in the workspace or on the wire. */
export type Change = {
  /** Place in the common order of messages, deliveries, acknowledgements and calls. */
  readonly order: number;
  /** Milliseconds since 1970, real time. */
  readonly at: number;
} & Happened;

export type Happened =
  /** New, or changed: the same channel and ts replace what was there. */
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'message-gone'; readonly message: Message }
  /** Open modals of a person, the topmost last. */
  | { readonly kind: 'views'; readonly person: string; readonly views: readonly View[] }
  | { readonly kind: 'home'; readonly person: string; readonly view: View }
  /** New, or with other members. */
  | { readonly kind: 'channel'; readonly channel: Channel }
  /** Sent; and a second time, with the same `delivery.order`, when its receipt is there. */
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  | { readonly kind: 'call'; readonly call: Recorded }
  | { readonly kind: 'faults'; readonly faults: readonly FaultSwitch[] };

/** What came of something that a person did. */
export interface Outcome {
  /** Every delivery was acknowledged in time; also where there was nothing to deliver. */
  readonly acked: boolean;
  /** What the last acknowledgement carried. */
  readonly payload: Json | undefined;
  /** The first copy of everything that was sent, each with its receipt. */
  readonly deliveries: readonly Delivery[];
  /** Of a modal that was not taken: what to say under each input block, by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What Slack tells the person, where something went wrong; a sentence. */
  readonly problem?: string;
}

/** A message that was stored at once, and what came of its deliveries. */
export interface Said {
  readonly message: Message;
  readonly outcome: Promise<Outcome>;
}

/** Where an element was when somebody used it. */
export type Where =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'view'; readonly viewId: string }
  | { readonly kind: 'home' };

/** What is typed or chosen in a view, by block_id, then by action_id, as Slack's `state.values`. */
export type Values = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/**
 * What people do. Persons and channels are ids. Each throws `Impossible` where Slack would not let
 * a person do that: write in a channel that they are not in, press a button that is not there.
 */
export interface People {
  /** `typed` as on a keyboard: `@hmicfrs` becomes a mention, `&<>` are escaped, addresses linked. */
  say(
    person: string,
    channel: string,
    typed: string,
    options?: { readonly threadTs?: string },
  ): Said;
  edit(person: string, channel: string, ts: string, typed: string): Said;
  remove(person: string, channel: string, ts: string): Promise<Outcome>;
  /** An owner of the workspace deletes anybody's message, the bot's own too. */
  takeDown(channel: string, ts: string): Promise<Outcome>;
  /** `command` with its slash. */
  command(person: string, channel: string, command: string, text: string): Promise<Outcome>;
  /**
   * A button, select, overflow and so on. `action` holds `action_id`, where it is not unique the
   * `block_id`, and what was chosen: `selected_option`, `selected_user`, `value`. In an input block
   * the app is told only where `dispatch_action` says so, of a text by Enter or by each character
   * only where the element asks for it; `how` undefined is whatever it asks for.
   */
  use(
    person: string,
    where: Where,
    action: JsonObject,
    values?: Values,
    how?: Typing,
  ): Promise<Outcome>;
  /** Sends the topmost modal off. Fields that are missing in `values` keep their initial value. */
  submit(person: string, viewId: string, values: Values): Promise<Outcome>;
  /** Closes the topmost modal; the app hears of it only where it asked to. */
  close(person: string, viewId: string): Promise<Outcome>;
  openHome(person: string): Promise<Outcome>;
  /** A shortcut of the app on a message. */
  shortcut(person: string, callbackId: string, channel: string, ts: string): Promise<Outcome>;
}
