import type { Carrier, Receipt, Retry } from './carriers.ts';
import { RESPONSE_URL, type Recorded } from './journal.ts';
import type { JsonObject } from './json.ts';
import type { LocalSlack } from './local-slack.ts';
import {
  blockActions,
  eventCallback,
  messageEvent,
  type Surface,
  slashCommand,
  type Values,
  viewSubmission,
} from './payloads.ts';
import { TEAM } from './names.ts';
import type { Visitor } from './workspace.ts';

/** One thing that was sent to the app, and the means to wait for what comes of it. */
export interface Sent {
  readonly receipt: Promise<Receipt>;
  readonly triggerId: string;
  /** Path of its `response_url`. */
  readonly path: string;
  /** The next post to this payload's own `response_url`. */
  nextResponse(withinMs?: number): Promise<Recorded>;
  /** All accepted posts to it so far. */
  responses(): readonly Recorded[];
}

export interface EventOptions {
  readonly eventId?: string;
  readonly retry?: Retry;
}

/** What people do in Slack, told to the app over one transport. */
export interface Sender {
  slash(by: Visitor, text: string, command?: string): Sent;
  /** A mention in a channel; its `ts` is what a thread hangs on. */
  mention(by: Visitor, text: string, more?: JsonObject): { ts: string; receipt: Promise<Receipt> };
  /** A message without a mention, in a channel or directly to the bot. */
  message(by: Visitor, text: string, more?: JsonObject): { ts: string; receipt: Promise<Receipt> };
  event(event: JsonObject, options?: EventOptions): Promise<Receipt>;
  openHome(by: Visitor): Promise<Receipt>;
  press(by: Visitor, button: JsonObject, surface: Surface): Sent;
  submit(by: Visitor, view: JsonObject, values: Values): Sent;
}

export function createSender(slack: LocalSlack, carry: Carrier): Sender {
  const event = (body: JsonObject, options: EventOptions = {}): Promise<Receipt> =>
    watched(carry('events_api', eventCallback(body, options.eventId), options.retry));
  const write = (type: 'app_mention' | 'message', by: Visitor, text: string, more?: JsonObject) => {
    const ts = slack.workspace.ts();
    return { ts, receipt: event(messageEvent(type, by, ts, text, more)) };
  };
  return {
    slash: (by, text, command = '/hmicfrs') =>
      send(slack, (handles) => carry('slash_commands', slashCommand(by, command, text, handles))),
    mention: (by, text, more) => write('app_mention', by, `<@${TEAM.botUser}> ${text}`, more),
    message: (by, text, more) => write('message', by, text, more),
    event,
    openHome: (by) =>
      event({
        type: 'app_home_opened',
        user: by.user,
        channel: by.channel.id,
        tab: 'home',
        event_ts: slack.workspace.ts(),
      }),
    press: (by, button, surface) =>
      send(slack, (handles) => carry('interactive', blockActions(by, button, surface, handles))),
    submit: (by, view, values) =>
      send(slack, ({ triggerId }) =>
        carry('interactive', viewSubmission(by, view, values, triggerId)),
      ),
  };
}

type Handles = { readonly triggerId: string; readonly responseUrl: string };

function send(slack: LocalSlack, deliver: (handles: Handles) => Promise<Receipt>): Sent {
  const path = slack.tickets.responsePath();
  const triggerId = slack.tickets.trigger();
  const own = (call: Recorded): boolean => call.url === path;
  return {
    receipt: watched(deliver({ triggerId, responseUrl: `${slack.origin}${path}` })),
    triggerId,
    path,
    nextResponse: (withinMs) => slack.journal.next(RESPONSE_URL, own, withinMs),
    responses: () =>
      slack.journal.all(RESPONSE_URL).filter((call) => own(call) && !call.refused && !call.failed),
  };
}

/** Not every test looks at every receipt: a failed one nobody asks for must not end the run. */
function watched(receipt: Promise<Receipt>): Promise<Receipt> {
  receipt.catch(() => undefined);
  return receipt;
}
