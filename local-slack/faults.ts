import { deferred } from './deferred.ts';
import type { JsonObject } from './json.ts';

/** What can go wrong on Slack's side with one request. */
export type Fault =
  /** HTTP 429 with `Retry-After`, in whole seconds. */
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  /** Any other HTTP status, without a body that says anything. */
  | { readonly kind: 'status'; readonly status: number }
  /** HTTP 200 with `ok: false`. */
  | { readonly kind: 'error'; readonly error: string }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly ms: number };

/** A request as it comes in; `url` is that of a response URL. */
export interface Incoming {
  readonly method: string;
  readonly body: JsonObject;
  readonly url?: string;
}

export type Fits = (request: Incoming) => boolean;

/** A request that is kept waiting until the test lets it go. */
export interface Hold {
  /** Fulfilled with the request's body when it has come. */
  readonly arrived: Promise<JsonObject>;
  /** Lets this request and all later ones through. */
  release(): void;
}

export interface Faults {
  /** Switches a fault on for the next `times` requests of a method (default 1) that fit. */
  add(method: string, fault: Fault, fits?: Fits, times?: number): void;
  hold(method: string): Hold;
  /** What befalls this request; waits as long as it is held or slow. */
  take(request: Incoming): Promise<Exclude<Fault, { kind: 'slow' }> | undefined>;
  /** Switches everything off and lets go whatever is held. */
  clear(): void;
}

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly fits: Fits;
}

interface Held {
  readonly arrive: (body: JsonObject) => void;
  readonly released: Promise<void>;
  readonly release: () => void;
}

export function createFaults(): Faults {
  const planned: Planned[] = [];
  const holds = new Map<string, Held>();
  const release = (method: string): void => {
    holds.get(method)?.release();
    holds.delete(method);
  };
  return {
    add(method, fault, fits = () => true, times = 1) {
      planned.push(...Array.from({ length: times }, () => ({ method, fault, fits })));
    },
    hold(method) {
      const arrival = deferred<JsonObject>();
      const gate = deferred<void>();
      holds.set(method, {
        arrive: arrival.resolve,
        released: gate.promise,
        release: () => gate.resolve(),
      });
      return { arrived: arrival.promise, release: () => release(method) };
    },
    async take(request) {
      const held = holds.get(request.method);
      held?.arrive(request.body);
      await held?.released;
      // Whoever hung up while it was held shall be known to have done so.
      if (held) await new Promise((resolve) => setImmediate(resolve));
      const first = planned.findIndex(
        ({ method, fits }) => method === request.method && fits(request),
      );
      const fault = first === -1 ? undefined : planned.splice(first, 1)[0]?.fault;
      if (fault?.kind !== 'slow') return fault;
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return undefined;
    },
    clear() {
      planned.length = 0;
      for (const method of [...holds.keys()]) release(method);
    },
  };
}
