import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { Logger } from '../application/ports.ts';
import type { SeenDeliveries } from './seen-deliveries.ts';

/**
 * Runs every delivery once. A second copy is still acknowledged, or Slack would show an error and
 * send a third; retries aren't dropped by their header, since the first copy may never have come.
 */
export function dropDuplicates(
  seen: SeenDeliveries,
  logger: Logger,
): Middleware<AnyMiddlewareArgs> {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    const key = deliveryKey(args.body);
    if (key === undefined || (await seen.takeUp(key))) {
      await args.next();
      return;
    }
    logger.debug('A delivery came twice and was dropped', { retry: args.context.retryNum });
    if (typeof args.ack === 'function') await args.ack();
  };
}

/**
 * What names a delivery: an event's `event_id`, and of commands, buttons and modals the `trigger_id`,
 * which is new for each thing that a person does (docs.slack.dev/interactivity/handling-user-interaction).
 */
export function deliveryKey(body: object): string | undefined {
  const { event_id: eventId, trigger_id: triggerId } = body as Readonly<Record<string, unknown>>;
  if (typeof eventId === 'string') return `event:${eventId}`;
  return typeof triggerId === 'string' ? `trigger:${triggerId}` : undefined;
}

/**
 * What names a text in a conversation. One text can come as two events, as a mention and as a
 * message, with two event ids; only who answers it takes this key up.
 */
export function textKey(channel: string, ts: string): string {
  return `text:${channel}:${ts}`;
}
