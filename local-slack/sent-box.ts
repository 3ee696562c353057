import type { Carrier, CarryOptions } from './carriers.ts';
import type { Changes } from './changes.ts';
import { type JsonObject, objectAt, textAt } from './json.ts';
import type { Delivery, Kind, Receipt, Retry } from './model.ts';

/** A delivery that has ended. */
export type Delivered = Delivery & { readonly receipt: Receipt };

/** What was sent to the app. */
export interface SentBox {
  all(kind?: Kind): readonly Delivery[];
  send(carrier: Carrier, kind: Kind, payload: JsonObject, how: CarryOptions): Promise<Delivered>;
  /** The same carrier, but that everything it carries is kept here. */
  watch(carrier: Carrier): Carrier;
  clear(): void;
}

export function createSentBox(changes: Changes): SentBox {
  let deliveries: Delivery[] = [];
  const record = (delivery: Delivery): void => {
    deliveries = deliveries.filter(({ order }) => order !== delivery.order);
    deliveries.push(delivery);
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
      deliveries
        .filter((delivery) => kind === undefined || delivery.kind === kind)
        .toSorted((one, other) => one.order - other.order),
    send,
    watch:
      (carrier) =>
      async (kind, payload, how = {}) => {
        const { receipt } = await send(carrier, kind, payload, how);
        return receipt;
      },
    clear() {
      deliveries = [];
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
