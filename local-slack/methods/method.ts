import type { JsonObject } from '../json.ts';
import type { Message } from '../model.ts';
import type { Tickets } from '../tickets.ts';
import type { Workspace } from '../workspace.ts';

/** What a method answers, and for the journal what came of it. */
export interface Answer {
  readonly body: JsonObject;
  /** Slack's error and, where there is one, the reason: `invalid_blocks: no more than 50 items …`. */
  readonly refused?: string;
  /** The message that was made or changed. */
  readonly message?: { readonly channel: string; readonly ts: string };
}

/** What a method works with. */
export interface Call {
  readonly body: JsonObject;
  readonly workspace: Workspace;
  readonly tickets: Tickets;
  /** A WebSocket address that may be opened once. */
  readonly socketUrl: () => string;
  /** Milliseconds since 1970 by the workspace's clock. */
  readonly now: () => number;
  /** Tells the app of its own message, as of anybody's; `before` is what stood there. */
  readonly echo: (message: Message, before?: Message) => void;
}

/** One method of the Web API: a line in the table of `table.ts`. */
export interface Method {
  readonly token: 'bot' | 'app';
  /** Scopes of which any one is enough; none where every token will do. */
  readonly scopes: readonly string[] | ((call: Call) => readonly string[]);
  /** Arguments that must be there. */
  readonly required: readonly string[];
  readonly run: (call: Call) => Answer;
}

export function accept(fields: JsonObject, message?: Message): Answer {
  const made = message ? { message: { channel: message.channel, ts: message.ts } } : {};
  return { body: { ok: true, ...fields }, ...made };
}

/** @param details Slack's lines in `response_metadata.messages`. */
export function refuse(error: string, details: readonly string[] = []): Answer {
  if (details.length === 0) return { body: { ok: false, error }, refused: error };
  const body = { ok: false, error, errors: details, response_metadata: { messages: details } };
  return { body, refused: `${error}: ${details.join('; ')}` };
}

/** True for an answer that ends the call. */
export function isRefusal<T extends object>(value: T | Answer): value is Answer {
  return 'refused' in value;
}
