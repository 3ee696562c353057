import type { JsonObject } from './json.ts';

/** The name under which posts to a `response_url` stand beside the Web API's methods. */
export const RESPONSE_URL = 'response_url';

/** One request that the app made, and what came of it. */
export interface Recorded {
  /** `chat.postMessage`, or {@link RESPONSE_URL}. */
  readonly method: string;
  readonly body: JsonObject;
  /** For a `response_url`: which one. */
  readonly url?: string;
  /** Place in the order of everything that happened, acknowledgements included. */
  readonly order: number;
  /** Why Slack's own rules refused it: `invalid_blocks: …`. */
  readonly refused?: string;
  /** Why it failed on purpose: the fault that was switched on. */
  readonly failed?: string;
}

export type Wanted = (call: Recorded) => boolean;

/** Everything the app sent, in order. */
export interface Journal {
  /** The next number of the common order. */
  stamp(): number;
  add(call: Omit<Recorded, 'order'>): Recorded;
  /** All requests since the last `clear`, refused and failed ones included. */
  all(method?: string): readonly Recorded[];
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

export function createJournal(): Journal {
  let calls: Recorded[] = [];
  let waiting: Waiting[] = [];
  let order = 0;
  const taken = new Set<Recorded>();
  const stamp = (): number => {
    order += 1;
    return order;
  };
  const handOut = (call: Recorded): void => {
    const first = waiting.find((each) => each.fits(call));
    if (!first) return;
    waiting = waiting.filter((each) => each !== first);
    taken.add(call);
    first.resolve(call);
  };
  return {
    stamp,
    add(call) {
      const recorded = { ...call, order: stamp() };
      calls.push(recorded);
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
