import {
  type AppAddress,
  type Carrier,
  createHttpCarrier,
  createSocketCarrier,
} from './carriers.ts';
import type { Changes } from './changes.ts';
import type { Faults } from './faults.ts';
import type { JsonObject } from './json.ts';
import type { Kind, Retry } from './model.ts';
import type { Delivered, SentBox } from './sent-box.ts';
import type { Sockets } from './sockets.ts';

/** Takes payloads to the app, and events again where they were not acknowledged. */
export interface Dispatch {
  reach(app: AppAddress): void;
  isReached(): boolean;
  /** A command or an interaction: once, whatever comes of it. */
  once(kind: Kind, payload: JsonObject): Promise<Delivered>;
  /** An event: the first delivery is awaited, its retries are not. */
  event(payload: JsonObject): Promise<Delivered>;
  /** Forgets the retries that are still to come. */
  stop(): void;
}

interface Parts {
  readonly changes: Changes;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly sent: SentBox;
}

/** @param delaysMs waits before the first, second and third retry. */
export function createDispatch(parts: Parts, delaysMs: readonly number[]): Dispatch {
  const timers = new Set<NodeJS.Timeout>();
  let carrier: Carrier | undefined;
  const send = (
    kind: Kind,
    payload: JsonObject,
    retry?: Retry,
    cut = false,
  ): Promise<Delivered> => {
    if (!carrier) throw new Error('the local Slack does not know where the app listens: reach()');
    return parts.sent.send(carrier, kind, payload, { ...(retry ? { retry } : {}), cut });
  };
  const retryLater = (payload: JsonObject, { receipt }: Delivered, number: number): void => {
    const delay = delaysMs[number - 1];
    if (receipt.acked || receipt.noRetry || delay === undefined) return;
    const retry = { number, reason: receipt.failure ?? 'unknown_error' };
    const timer = setTimeout(() => {
      timers.delete(timer);
      void send('events_api', payload, retry).then((again) =>
        retryLater(payload, again, number + 1),
      );
    }, delay);
    timers.add(timer.unref());
  };
  return {
    reach(app) {
      carrier =
        app.transport === 'http'
          ? createHttpCarrier(app.port, parts.changes, app.path)
          : createSocketCarrier(parts.sockets, parts.changes);
    },
    isReached: () => carrier !== undefined,
    once: (kind, payload) => send(kind, payload),
    async event(payload) {
      const first = send('events_api', payload, undefined, parts.faults.isOn('dropped-connection'));
      if (parts.faults.isOn('duplicate')) {
        void send('events_api', payload, { number: 1, reason: 'http_timeout' });
      }
      const delivery = await first;
      retryLater(payload, delivery, 1);
      return delivery;
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
