import { textAt } from '../../local-slack/json.ts';
import type { Change, Delivery, Recorded } from '../../local-slack/model.ts';
import type { Exchange, Why } from '../protocol.ts';
import { causeOf, conversationOf, copiesOf, unescaped } from './causes.ts';
import type { Decision } from './decisions.ts';
import { redacted } from './redacted.ts';

/** Remembers what went each way and what was decided, so that each reply can be explained. */
export interface WhyIndex {
  /** What the press office has just decided. */
  decided(decision: Decision): void;
  /** What has just happened in the local Slack. */
  happened(change: Change): void;
  /** Why a message of the bot is as it is; undefined where nothing is known of it. */
  why(channel: string, ts: string): Why | undefined;
  /** Whether older reasons have gone to make room, so that what is unknown may be among them. */
  hasForgotten(): boolean;
}

/** Most deliveries, calls and decisions that are remembered; the oldest go first. */
const MOST_REMEMBERED = 1_000;
/** A decision that no message has come of for so long, in milliseconds, never reached Slack. */
const LOST_AFTER_MS = 30_000;

interface Pending extends Decision {
  readonly at: number;
  /** Whether a message of it has come. */
  said: boolean;
}

/** A request of the app with what it came of. */
interface Caused {
  readonly call: Recorded;
  readonly decision: Decision | undefined;
  readonly cause: Delivery | undefined;
}

/** @param real milliseconds since 1970, real time. */
export function createWhyIndex(real: () => number = Date.now): WhyIndex {
  const deliveries = new Map<number, Delivery>();
  const decisions: Pending[] = [];
  const calls: Caused[] = [];
  let forgotten = false;
  const decisionOf = (call: Recorded, by: Decision['by']): Decision | undefined => {
    const fits = decisions.filter(
      (each) =>
        each.by === by && (each.said || real() - each.at <= LOST_AFTER_MS) && isOf(each, call),
    );
    const found = fits.find(({ said }) => !said) ?? fits.at(-1);
    if (found) found.said = true;
    return found;
  };
  const caused = (call: Recorded): Caused => {
    const known = [...deliveries.values()];
    const by = causeOf(call, known)?.kind === 'interactive' ? 'button' : 'question';
    const decision = call.message ? decisionOf(call, by) : undefined;
    return { call, decision, cause: causeOf(call, known, decision) };
  };
  return {
    decided(decision) {
      keep(decisions, { ...decision, at: real(), said: false });
    },
    happened(change) {
      if (change.kind === 'delivery') {
        deliveries.set(change.delivery.order, change.delivery);
        const [oldest] = deliveries.keys();
        if (deliveries.size > MOST_REMEMBERED && oldest !== undefined) deliveries.delete(oldest);
      }
      if (change.kind === 'call' && keep(calls, caused(change.call))) forgotten = true;
    },
    hasForgotten: () => forgotten,
    why(channel, ts) {
      const made = calls.findLast(
        ({ call }) => call.message?.channel === channel && call.message.ts === ts,
      );
      if (!made) return undefined;
      const { cause } = made;
      const decision =
        made.decision ?? calls.find((each) => sameCause(each, cause) && each.decision)?.decision;
      return {
        questions: decision?.questions ?? [],
        exchanges: exchangesOf(made, calls, [...deliveries.values()]),
      };
    },
  };
}

/** True where the oldest had to go. */
function keep<T>(list: T[], item: T): boolean {
  list.push(item);
  const isFull = list.length > MOST_REMEMBERED;
  if (isFull) list.shift();
  return isFull;
}

/** Whether a message may be of a decision: in its conversation, and with one of its lines first. */
function isOf({ conversation, lines }: Decision, call: Recorded): boolean {
  if (conversation !== undefined && conversation !== conversationOf(call)) return false;
  const [first = ''] = unescaped(textAt(call.body, 'text')).split('\n');
  return lines.includes(first.trim());
}

function sameCause({ cause }: Caused, other: Delivery | undefined): boolean {
  return other !== undefined && cause?.order === other.order;
}

function exchangesOf(
  made: Caused,
  calls: readonly Caused[],
  deliveries: readonly Delivery[],
): Exchange[] {
  const { cause } = made;
  const copies = cause ? copiesOf(cause, deliveries) : [];
  const others = calls.filter((each) => each === made || sameCause(each, cause));
  return [
    ...copies.map((delivery) => ({ order: delivery.order, exchange: toBot(delivery) })),
    ...others.map(({ call }) => ({ order: call.order, exchange: fromBot(call) })),
  ]
    .sort((one, other) => one.order - other.order)
    .map(({ exchange }) => exchange);
}

function toBot({ what, at, payload, receipt, retry }: Delivery): Exchange {
  const answer = receipt && {
    acknowledged: receipt.acked,
    status: receipt.status,
    failure: receipt.failure,
    afterMs: Math.round(receipt.afterMs),
    payload: redacted(receipt.payload),
  };
  return {
    way: 'to the bot',
    what: retry ? `${what} (retry ${retry.number}: ${retry.reason})` : what,
    at,
    payload: redacted(payload),
    ...(answer ? { answer } : {}),
  };
}

function fromBot({ method, at, body, answer, refused, failed }: Recorded): Exchange {
  const told = answer ?? (refused || failed ? { refused, failed } : undefined);
  return {
    way: 'from the bot',
    what: method,
    at,
    payload: redacted(body),
    ...(told ? { answer: redacted(told) } : {}),
  };
}

/** Why a message is as it is, or a sentence that says why that can't be told. */
export function whyInWords(index: WhyIndex, channel: string, ts: string): Why | string {
  const why = index.why(channel, ts);
  if (why) return why;
  return index.hasForgotten()
    ? `Why this was said is no longer kept: the playground remembers its last ${MOST_REMEMBERED.toLocaleString('en-GB')} messages.`
    : 'Nothing is known about this message.';
}
