import type { Carrier, CarryOptions } from './carriers.ts';
import type { Changes } from './changes.ts';
import { type JsonObject, objectAt, textAt } from './json.ts';
import type { Delivery, Kind, Receipt, Retry } from './model.ts';

/** Most deliveries that are kept, and most requests of the app; the oldest go first. */
export const MOST_KEPT = 10_000;

/** A delivery that has ended. */
export type Delivered = Delivery & { readonly receipt: Receipt };

/** What was sent to the app; the last `MOST_KEPT` deliveries. */
export interface SentBox {
  all(kind?: Kind): readonly Delivery[];
  send(carrier: Carrier, kind: Kind, payload: JsonObject, how: CarryOptions): Promise<Delivered>;
  /** The same carrier, but that everything it carries is kept here. */
  watch(carrier: Carrier): Carrier;
  clear(): void;
}

export function createSentBox(changes: Changes): SentBox {
  /** By their place in the common order, in which they also stand. */
  const deliveries = new Map<number, Delivery>();
  const record = (delivery: Delivery): void => {
    deliveries.set(delivery.order, delivery);
    const [oldest] = deliveries.keys();
    if (deliveries.size > MOST_KEPT && oldest !== undefined) deliveries.delete(oldest);
    changes.tell({ kind: 'delivery', delivery }, delivery.order);
  };
  const send: SentBox['send'] = async (carrier, kind, payload, how) => {
    const sent = begin(changes, kind, payload, how.retry);
    record(sent);
    const receipt = await carrier(kind, payload, how);
    const done = { ...sent, receipt };
    record(done);
    return done;
  };
  return {
    all: (kind) =>
      [...deliveries.values()].filter((delivery) => kind === undefined || delivery.kind === kind),
    send,
    watch:
      (carrier) =>
      async (kind, payload, how = {}) => {
        const { receipt } = await send(carrier, kind, payload, how);
        return receipt;
      },
    clear() {
      deliveries.clear();
    },
  };
}

function begin(changes: Changes, kind: Kind, payload: JsonObject, retry?: Retry): Delivery {
  const what = textAt(objectAt(payload, 'event'), 'type') || textAt(payload, 'command');
  return {
    order: changes.stamp(),
    at: Date.now(),
    kind,
    what: what || textAt(payload, 'type'),
    payload,
    ...(retry ? { retry } : {}),
  };
}
