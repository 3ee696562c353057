import { randomUUID } from 'node:crypto';
import { LIMITS } from './limits.ts';

/** What a trigger id or a response URL was handed out for. */
export interface Cause {
  /** Who pressed or typed. */
  readonly user: string;
  readonly channel?: string;
  /** The message that the pressed element stands in. */
  readonly message?: { readonly ts: string; readonly ephemeral: boolean };
  /** True where a modal may be laid upon another: what was used stood in one. */
  readonly inModal?: boolean;
}

export type SpentTrigger = 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id';

/** Trigger ids and response URLs: handed out with a payload, good for a while. */
export interface Tickets {
  /** A trigger id: once, within three seconds. */
  trigger(cause?: Cause): string;
  /** Why a trigger id opens nothing any more; `undefined` where it still does. */
  useTrigger(id: string): SpentTrigger | undefined;
  /** Makes a trigger id or the path of a response URL look as old as this. */
  age(id: string, ms: number): void;
  /** The path of a response URL: five uses in thirty minutes. */
  responsePath(cause?: Cause): string;
  useResponsePath(path: string): 'expired_url' | 'used_url' | undefined;
  /** What it was handed out for, spent or not. */
  causeOf(id: string): Cause | undefined;
}

interface Ticket {
  readonly at: number;
  readonly uses: number;
  readonly cause: Cause | undefined;
}

/** Real time throughout: acknowledgements and triggers have nothing to do with the workspace's clock. */
export function createTickets(): Tickets {
  const tickets = new Map<string, Ticket>();
  const issue = (id: string, cause: Cause | undefined): string => {
    tickets.set(id, { at: Date.now(), uses: 0, cause });
    return id;
  };
  const use = (id: string): { readonly age: number; readonly uses: number } | undefined => {
    const ticket = tickets.get(id);
    if (!ticket) return undefined;
    tickets.set(id, { ...ticket, uses: ticket.uses + 1 });
    return { age: Date.now() - ticket.at, uses: ticket.uses };
  };
  return {
    trigger: (cause) => issue(`${Date.now()}.${randomUUID()}`, cause),
    useTrigger(id) {
      const used = use(id);
      if (!used) return 'invalid_trigger_id';
      if (used.age > LIMITS.triggerMs) return 'expired_trigger_id';
      return used.uses > 0 ? 'exchanged_trigger_id' : undefined;
    },
    age(id, ms) {
      const ticket = tickets.get(id);
      if (ticket) tickets.set(id, { ...ticket, at: Date.now() - ms });
    },
    responsePath: (cause) => issue(`/response/${randomUUID()}`, cause),
    useResponsePath(path) {
      const used = use(path);
      if (!used || used.age > LIMITS.responseUrlMs) return 'expired_url';
      return used.uses >= LIMITS.responseUrlUses ? 'used_url' : undefined;
    },
    causeOf: (id) => tickets.get(id)?.cause,
  };
}
