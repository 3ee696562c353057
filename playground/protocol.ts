/**
 * What the playground's server and its page say to each other: JSON, server to page as server-sent
 * events on `/live?as=U…`, page to server as POSTs to `/act`, and two things to look up. The page
 * and the server share these types and nothing else.
 */

/** A block, element or text object of Block Kit as the app sent it. */
export type Block = { readonly type: string; readonly [field: string]: unknown };

/** Who can be acted as. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** "Reporter, Daily Example": what tells the people of the playground apart. */
  readonly role: string;
}

export interface Channel {
  readonly id: string;
  /** Without "#"; of a direct message the bot's name. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  /** Whether the bot is in it. */
  readonly hasBot: boolean;
}

/** A message as one person sees it. `ts` is unique in its channel. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** The `ts` of the message that the thread hangs on. */
  readonly threadTs?: string;
  /** True for a reply that is shown in the channel as well. */
  readonly broadcast?: boolean;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  /** As typed by a person, or the `text` that the app sent. Never HTML. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** True where only this person sees it. */
  readonly ephemeral: boolean;
  readonly edited: boolean;
  /** Place in the order of all that happened; what is drawn follows it. */
  readonly order: number;
  /** True where `/why` has something to tell. */
  readonly hasWhy: boolean;
}

/** A modal or a home tab. */
export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly title?: string;
  readonly submit?: string;
  readonly close?: string;
  readonly blocks: readonly Block[];
}

export interface Clock {
  /** The instant that the bot answers as at, in milliseconds since 1970; real time where null. */
  readonly setTo: number | null;
  /** The same in words, London time: "Friday 4 December 2026, 5:05pm". */
  readonly words: string;
  readonly cases: readonly { readonly id: string; readonly label: string; readonly at: number }[];
}

/** Something that Slack can be made to do wrong. */
export interface FaultSwitch {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
}

/** How the knowledge folder stands. */
export interface Knowledge {
  /** First characters of the base's hash; empty where there is no base. */
  readonly version: string;
  /** The checker's sentences about the newest reading; the last good base answers meanwhile. */
  readonly problems: readonly string[];
}

/** Everything that one person sees: the first event after a page has connected. */
export interface Snapshot {
  /** New with every start of the server: what is on screen from an older one is kept, and marked. */
  readonly instance: string;
  readonly me: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly commands: readonly {
    readonly name: string;
    readonly hint: string;
    readonly description: string;
  }[];
  /** The app's shortcuts on a message. */
  readonly shortcuts: readonly { readonly callbackId: string; readonly label: string }[];
  readonly transport: 'http' | 'socket';
  readonly messages: readonly Message[];
  /** Open modals, the topmost last. */
  readonly views: readonly View[];
  readonly home: View | null;
  readonly clock: Clock;
  readonly faults: readonly FaultSwitch[];
  readonly knowledge: Knowledge;
}

/** One thing that happened; the name of the server-sent event is its `kind`, the data all of it. */
export type Happening =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** New, or changed: the same channel and ts replace what was there. */
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'message-gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'views'; readonly views: readonly View[] }
  | { readonly kind: 'home'; readonly home: View | null }
  | { readonly kind: 'channels'; readonly channels: readonly Channel[] }
  | { readonly kind: 'clock'; readonly clock: Clock }
  | { readonly kind: 'faults'; readonly faults: readonly FaultSwitch[] }
  | { readonly kind: 'knowledge'; readonly knowledge: Knowledge };

/** Where an element was when somebody used it. */
export type Place =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'view'; readonly viewId: string }
  | { readonly kind: 'home' };

/** What is typed or chosen in a view: by block_id, then by action_id, as Slack's `state.values`. */
export type Values = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** One thing that a person does, or that is set for everybody. */
export type Act =
  /** `text` as typed: "@hmicfrs" is made a mention by the server. */
  | {
      readonly kind: 'say';
      readonly channel: string;
      readonly text: string;
      readonly threadTs?: string;
    }
  | {
      readonly kind: 'command';
      readonly channel: string;
      readonly command: string;
      readonly text: string;
    }
  /** A button, a select menu, an overflow: `action` is Slack's action with its value or choice. */
  | {
      readonly kind: 'use';
      readonly place: Place;
      readonly action: Block;
      readonly values?: Values;
    }
  | { readonly kind: 'submit'; readonly viewId: string; readonly values: Values }
  | { readonly kind: 'close'; readonly viewId: string }
  | { readonly kind: 'open-home' }
  | {
      readonly kind: 'shortcut';
      readonly callbackId: string;
      readonly channel: string;
      readonly ts: string;
    }
  | { readonly kind: 'set-clock'; readonly at: number | null }
  | { readonly kind: 'set-fault'; readonly id: string; readonly on: boolean };

/** Body of a POST to `/act`; `as` is the person's id. */
export interface ActRequest {
  readonly as: string;
  readonly act: Act;
}

/** `errors` are a modal's, by block_id; `problem` is a sentence for the person who acted. */
export type ActAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: string;
      readonly errors?: Readonly<Record<string, string>>;
    };

/** `GET /why?channel=&ts=`: why a reply of the bot is what it is. */
export interface Why {
  /** One for each question of the message. */
  readonly questions: readonly WhyQuestion[];
  /** The payloads that went each way for this reply, the oldest first. */
  readonly exchanges: readonly Exchange[];
}

export interface WhyQuestion {
  readonly asked: string;
  /** What was understood: spelling, what kind of thing is asked for, what it was read as. */
  readonly understood: readonly string[];
  readonly candidates: readonly {
    readonly title: string;
    readonly key: string;
    readonly score: number;
    readonly kind: 'entry' | 'declined';
  }[];
  /** What speaks for and against the first candidate, a sentence each. */
  readonly evidence: readonly string[];
  /** How sure (0 to 1), against which bar, and so what was done. */
  readonly confidence: number;
  readonly verdict: string;
  /** The release with the passage marked where it stands; undefined where nothing of it was given. */
  readonly place?: { readonly release: string; readonly paragraphs: readonly MarkedText[] };
}

/** A paragraph in stretches, marked or not. */
export interface MarkedText {
  readonly label: string;
  readonly stretches: readonly {
    readonly text: string;
    readonly marked: boolean;
    readonly entries: readonly string[];
  }[];
}

export interface Exchange {
  readonly way: 'to the bot' | 'from the bot';
  /** "app_mention", "chat.postMessage", "response_url". */
  readonly what: string;
  /** Milliseconds since 1970, real time. */
  readonly at: number;
  readonly payload: unknown;
  /** What came back: the acknowledgement, or Slack's answer. */
  readonly answer?: unknown;
}

/** `GET /knowledge.json`: every release of the base, drafts and withdrawn entries included. */
export interface KnowledgePage {
  readonly releases: readonly KnowledgeRelease[];
  readonly problems: readonly string[];
}

export interface KnowledgeRelease {
  readonly id: string;
  readonly title: string;
  readonly text: readonly MarkedText[];
  readonly entries: readonly KnowledgeEntry[];
  /** Sentences of the release that no entry uses. */
  readonly unused: readonly string[];
}

export interface KnowledgeEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly use: string;
  readonly owner: string;
  /** ISO date. */
  readonly reviewBy: string;
  readonly examples: readonly string[];
  readonly passages: readonly { readonly text: string; readonly place: string }[];
}
