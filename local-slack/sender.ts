import type { Carrier } from './carriers.ts';
import { RESPONSE_URL } from './journal.ts';
import type { JsonObject } from './json.ts';
import type { LocalSlack } from './local-slack.ts';
import type { Receipt, Recorded, Retry, Values } from './model.ts';
import { TEAM } from './names.ts';
import {
  buttonPress,
  eventCallback,
  type Handles,
  messageEvent,
  type Surface,
  slashCommand,
  viewSubmission,
} from './payloads.ts';
import type { Cause } from './tickets.ts';
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

/**
 * Payloads one by one, whatever the manifest subscribes to and whatever stands on the screen: for
 * tests of what is forged, late or sent twice. `slack.people` does what people can do.
 */
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

export function createSender(slack: LocalSlack, carrier: Carrier): Sender {
  const carry = slack.journal.watch(carrier);
  const event = (body: JsonObject, { eventId, retry }: EventOptions = {}): Promise<Receipt> =>
    carry('events_api', eventCallback(body, eventId), retry ? { retry } : {});
  const write = (type: 'app_mention' | 'message', by: Visitor, text: string, more?: JsonObject) => {
    const ts = slack.workspace.messages.ts();
    return { ts, receipt: event(messageEvent(type, by, ts, text, more)) };
  };
  return {
    slash: (by, text, command = '/hmicfrs') =>
      send(slack, { user: by.user, channel: by.channel.id }, (handles) =>
        carry('slash_commands', slashCommand(by, command, text, handles)),
      ),
    mention: (by, text, more) => write('app_mention', by, `<@${TEAM.botUser}> ${text}`, more),
    message: (by, text, more) => write('message', by, text, more),
    event,
    openHome: (by) =>
      event({
        type: 'app_home_opened',
        user: by.user,
        channel: by.channel.id,
        tab: 'home',
        event_ts: slack.workspace.messages.ts(),
      }),
    press: (by, button, surface) =>
      send(slack, causeOf(by, surface), (handles) =>
        carry('interactive', buttonPress(by, button, surface, handles)),
      ),
    submit: (by, view, values) =>
      send(slack, { user: by.user, inModal: true }, ({ triggerId }) =>
        carry('interactive', viewSubmission(by, view, values, triggerId)),
      ),
  };
}

function causeOf(by: Visitor, surface: Surface): Cause {
  if (surface.kind === 'view') return { user: by.user, inModal: surface.view.type === 'modal' };
  const message = { ts: surface.ts, ephemeral: surface.kind === 'ephemeral' };
  return { user: by.user, channel: by.channel.id, message };
}

function send(
  slack: LocalSlack,
  cause: Cause,
  deliver: (handles: Handles) => Promise<Receipt>,
): Sent {
  const path = slack.tickets.responsePath(cause);
  const triggerId = slack.tickets.trigger(cause);
  const own = (call: Recorded): boolean => call.url === path;
  return {
    receipt: deliver({ triggerId, responseUrl: `${slack.origin}${path}` }),
    triggerId,
    path,
    nextResponse: (withinMs) => slack.journal.next(RESPONSE_URL, own, withinMs),
    responses: () =>
      slack.journal.all(RESPONSE_URL).filter((call) => own(call) && !call.refused && !call.failed),
  };
}
