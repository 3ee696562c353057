import type { Carrier } from './carriers.ts';
import type { Changes } from './changes.ts';
import type { Delivery, Kind, Recorded } from './model.ts';
import { MOST_KEPT, type SentBox } from './sent-box.ts';

/** The name under which posts to a `response_url` stand beside the Web API's methods. */
export const RESPONSE_URL = 'response_url';

export type Wanted = (call: Recorded) => boolean;

/** What went each way, in order: the last `MOST_KEPT` of each. */
export interface Journal {
  /** The next number of the common order. */
  stamp(): number;
  add(call: Omit<Recorded, 'order' | 'at'>): Recorded;
  /** Requests since the last `clear`, refused and failed ones included. */
  all(method?: string): readonly Recorded[];
  /** What was sent to the app since the last `clear`. */
  deliveries(kind?: Kind): readonly Delivery[];
  /** The same carrier, but that everything it carries stands in the journal. */
  watch(carrier: Carrier): Carrier;
  /**
   * The first accepted request that fits and was not handed out before; waits for it at most
   * `withinMs` (default 15,000), then fails with what came instead.
   */
  next(method: string, fits?: Wanted, withinMs?: number): Promise<Recorded>;
  clear(): void;
}

interface Waiting {
  readonly fits: Wanted;
  readonly resolve: (call: Recorded) => void;
}

export function createJournal(changes: Changes, sent: SentBox): Journal {
  let calls: Recorded[] = [];
  let waiting: Waiting[] = [];
  const taken = new Set<Recorded>();
  const handOut = (call: Recorded): void => {
    const first = waiting.find((each) => each.fits(call));
    if (!first) return;
    waiting = waiting.filter((each) => each !== first);
    taken.add(call);
    first.resolve(call);
  };
  return {
    stamp: changes.stamp,
    deliveries: sent.all,
    watch: sent.watch,
    add(call) {
      const recorded: Recorded = { ...call, order: changes.stamp(), at: Date.now() };
      calls.push(recorded);
      const dropped = calls.length > MOST_KEPT ? calls.shift() : undefined;
      if (dropped) taken.delete(dropped);
      changes.tell({ kind: 'call', call: recorded }, recorded.order);
      handOut(recorded);
      return recorded;
    },
    all: (method) => calls.filter((call) => method === undefined || call.method === method),
    next(method, fits = () => true, withinMs = 15_000) {
      const wanted: Wanted = (call) => call.method === method && accepted(call) && fits(call);
      const found = calls.find((call) => !taken.has(call) && wanted(call));
      if (found) {
        taken.add(found);
        return Promise.resolve(found);
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting = waiting.filter((each) => each !== entry);
          reject(new Error(`No ${method} within ${withinMs} ms. Came instead: ${inWords(calls)}`));
        }, withinMs);
        const entry: Waiting = {
          fits: wanted,
          resolve: (call) => {
            clearTimeout(timer);
            resolve(call);
          },
        };
        waiting.push(entry);
      });
    },
    clear() {
      calls = [];
      taken.clear();
      sent.clear();
    },
  };
}

function accepted(call: Recorded): boolean {
  return call.refused === undefined && call.failed === undefined;
}

function inWords(calls: readonly Recorded[]): string {
  const lines = calls.map(({ method, refused, failed }) =>
    [method, refused, failed].filter(Boolean).join(' '),
  );
  return lines.length === 0 ? 'nothing' : lines.join('; ');
}
