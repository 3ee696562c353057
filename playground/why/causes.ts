import { objectAt, textAt } from '../../local-slack/json.ts';
import type { Delivery, Recorded } from '../../local-slack/model.ts';
import type { Decision } from './decisions.ts';

/**
 * The delivery that made the app send a request. Triggers and response URLs name it; any other
 * request goes to the conversation or person that the newest fitting event came from.
 */
export function causeOf(
  call: Recorded,
  deliveries: readonly Delivery[],
  decision?: Decision,
): Delivery | undefined {
  if (call.because !== undefined) {
    return deliveries.find(({ order }) => order === call.because);
  }
  const before = deliveries.filter((delivery) => isEventFor(call, delivery));
  const text = decision?.text ?? '';
  return (
    before.findLast((delivery) => text !== '' && wordsOf(delivery).includes(text)) ?? before.at(-1)
  );
}

/** All copies of a delivery: retries and duplicates have the same event id or trigger. */
export function copiesOf(delivery: Delivery, deliveries: readonly Delivery[]): Delivery[] {
  const name = nameOf(delivery);
  return deliveries.filter((each) => each === delivery || (name !== '' && nameOf(each) === name));
}

/** How the press office names the conversation that a message was posted to. */
export function conversationOf({ body }: Recorded): string {
  return `${textAt(body, 'channel')} ${textAt(body, 'thread_ts')}`;
}

function isEventFor({ order, body }: Recorded, delivery: Delivery): boolean {
  if (delivery.kind !== 'events_api' || delivery.order > order) return false;
  const event = objectAt(delivery.payload, 'event');
  const user = textAt(body, 'user_id');
  if (user !== '') return textAt(event, 'user') === user;
  const thread = textAt(body, 'thread_ts');
  const threads = [textAt(event, 'thread_ts'), textAt(event, 'ts')];
  const isThread = thread === '' ? threads[0] === '' : threads.includes(thread);
  return textAt(event, 'channel') === textAt(body, 'channel') && isThread && !isOwn(delivery);
}

/** The echo of what the bot itself has said. */
function isOwn(delivery: Delivery): boolean {
  return textAt(objectAt(delivery.payload, 'event'), 'bot_id') !== '';
}

function wordsOf(delivery: Delivery): string {
  return unescaped(textAt(objectAt(delivery.payload, 'event'), 'text'));
}

function nameOf({ payload }: Delivery): string {
  return textAt(payload, 'event_id') || textAt(payload, 'trigger_id');
}

/** Slack's text as it was meant: `&amp;` last, or "&amp;lt;" would be unescaped twice. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
