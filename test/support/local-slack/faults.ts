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

/** A request that is kept waiting until the test lets it go. */
export interface Hold {
  /** Fulfilled with the request's body when it has come. */
  readonly arrived: Promise<JsonObject>;
  /** Lets this request and all later ones through. */
  release(): void;
}

export interface Faults {
  /** Switches a fault on for the next `times` requests of a method (default 1). */
  add(method: string, fault: Fault, times?: number): void;
  hold(method: string): Hold;
  /** What befalls this request; waits as long as it is held or slow. */
  take(method: string, body: JsonObject): Promise<Exclude<Fault, { kind: 'slow' }> | undefined>;
  /** Switches everything off and lets go whatever is held. */
  clear(): void;
}

interface Held {
  readonly arrive: (body: JsonObject) => void;
  readonly released: Promise<void>;
  readonly release: () => void;
}

export function createFaults(): Faults {
  const planned = new Map<string, Fault[]>();
  const holds = new Map<string, Held>();
  const release = (method: string): void => {
    holds.get(method)?.release();
    holds.delete(method);
  };
  return {
    add(method, fault, times = 1) {
      const more = Array.from({ length: times }, () => fault);
      planned.set(method, [...(planned.get(method) ?? []), ...more]);
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
    async take(method, body) {
      const held = holds.get(method);
      held?.arrive(body);
      await held?.released;
      const fault = planned.get(method)?.shift();
      if (fault?.kind !== 'slow') return fault;
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return undefined;
    },
    clear() {
      planned.clear();
      for (const method of [...holds.keys()]) release(method);
    },
  };
}
