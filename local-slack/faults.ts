import type { Changes } from './changes.ts';
import { deferred } from './deferred.ts';
import type { JsonObject } from './json.ts';
import type { FaultSwitch, SwitchId } from './model.ts';

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

export type Failure = Exclude<Fault, { kind: 'slow' }>;

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
  /** Something that goes wrong until it is switched off. */
  set(id: SwitchId, on: boolean): void;
  isOn(id: SwitchId): boolean;
  switches(): readonly FaultSwitch[];
  /** What befalls this request; waits as long as it is held or slow. */
  take(request: Incoming): Promise<Failure | undefined>;
  /** Switches everything off and lets go whatever is held. */
  clear(): void;
}

const LABELS: Readonly<Record<SwitchId, string>> = {
  'rate-limited': 'Slack asks for patience (429) at every other call',
  broken: 'Slack breaks (500) at every other call',
  slow: 'Slack answers every call two seconds late',
  'dropped-connection': 'The line is cut while an event is on its way',
  duplicate: 'Every event comes twice',
  down: 'Slack is down',
};
const SWITCHES: readonly SwitchId[] = [
  'rate-limited',
  'broken',
  'slow',
  'dropped-connection',
  'duplicate',
  'down',
];
const SLOW_MS = 2000;

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly fits: Fits;
}

export function createFaults(changes: Pick<Changes, 'tell'>): Faults {
  const planned: Planned[] = [];
  const holds = createHolds();
  const on = new Set<SwitchId>();
  let turn = 0;
  const switches = (): FaultSwitch[] =>
    SWITCHES.map((id) => ({ id, label: LABELS[id], on: on.has(id) }));
  const standing = (): Fault | undefined => {
    if (on.has('down')) return { kind: 'status', status: 503 };
    if (on.has('slow')) return { kind: 'slow', ms: SLOW_MS };
    if (!on.has('rate-limited') && !on.has('broken')) return undefined;
    turn += 1;
    if (turn % 2 === 0) return undefined;
    return on.has('broken')
      ? { kind: 'status', status: 500 }
      : { kind: 'rate-limited', retryAfter: 1 };
  };
  const next = (request: Incoming): Fault | undefined => {
    const first = planned.findIndex(
      ({ method, fits }) => method === request.method && fits(request),
    );
    return first === -1 ? standing() : planned.splice(first, 1)[0]?.fault;
  };
  return {
    add(method, fault, fits = () => true, times = 1) {
      planned.push(...Array.from({ length: times }, () => ({ method, fault, fits })));
    },
    hold: holds.hold,
    set(id, isOn) {
      if (isOn) on.add(id);
      else on.delete(id);
      changes.tell({ kind: 'faults', faults: switches() });
    },
    isOn: (id) => on.has(id),
    switches,
    async take(request) {
      await holds.pass(request);
      const fault = next(request);
      if (fault?.kind !== 'slow') return fault;
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return undefined;
    },
    clear() {
      planned.length = 0;
      holds.clear();
      if (on.size === 0) return;
      on.clear();
      changes.tell({ kind: 'faults', faults: switches() });
    },
  };
}

interface Held {
  readonly arrive: (body: JsonObject) => void;
  readonly released: Promise<void>;
  readonly release: () => void;
}

interface Holds {
  hold(method: string): Hold;
  /** Waits as long as requests of this method are held. */
  pass(request: Incoming): Promise<void>;
  clear(): void;
}

function createHolds(): Holds {
  const holds = new Map<string, Held>();
  const release = (method: string): void => {
    holds.get(method)?.release();
    holds.delete(method);
  };
  return {
    hold(method) {
      const arrival = deferred<JsonObject>();
      const gate = deferred<void>();
      const released = gate.promise;
      holds.set(method, { arrive: arrival.resolve, released, release: () => gate.resolve() });
      return { arrived: arrival.promise, release: () => release(method) };
    },
    async pass(request) {
      const held = holds.get(request.method);
      held?.arrive(request.body);
      await held?.released;
      // Whoever hung up while it was held shall be known to have done so.
      if (held) await new Promise((resolve) => setImmediate(resolve));
    },
    clear() {
      for (const method of [...holds.keys()]) release(method);
    },
  };
}
