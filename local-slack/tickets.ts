import { randomUUID } from 'node:crypto';
import { LIMITS } from './limits.ts';

/** Trigger ids and response URLs: handed out with a payload, good for a while. */
export interface Tickets {
  /** A trigger id: once, within three seconds. */
  trigger(): string;
  /** Why a trigger id opens nothing any more; `undefined` where it still does. */
  useTrigger(
    id: string,
  ): 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id' | undefined;
  /** Makes a trigger id look as old as this. */
  age(triggerId: string, ms: number): void;
  /** The path of a response URL: five uses in thirty minutes. */
  responsePath(): string;
  useResponsePath(path: string): 'expired_url' | 'used_url' | undefined;
}

interface Ticket {
  readonly at: number;
  readonly uses: number;
}

export function createTickets(): Tickets {
  const triggers = new Map<string, Ticket>();
  const paths = new Map<string, Ticket>();
  return {
    trigger() {
      const id = `${Date.now()}.${randomUUID()}`;
      triggers.set(id, { at: Date.now(), uses: 0 });
      return id;
    },
    useTrigger(id) {
      const ticket = triggers.get(id);
      if (!ticket) return 'invalid_trigger_id';
      triggers.set(id, { ...ticket, uses: ticket.uses + 1 });
      if (Date.now() - ticket.at > LIMITS.triggerMs) return 'expired_trigger_id';
      return ticket.uses > 0 ? 'exchanged_trigger_id' : undefined;
    },
    age(triggerId, ms) {
      triggers.set(triggerId, { at: Date.now() - ms, uses: triggers.get(triggerId)?.uses ?? 0 });
    },
    responsePath() {
      const path = `/response/${randomUUID()}`;
      paths.set(path, { at: Date.now(), uses: 0 });
      return path;
    },
    useResponsePath(path) {
      const ticket = paths.get(path);
      if (!ticket || Date.now() - ticket.at > LIMITS.responseUrlMs) return 'expired_url';
      if (ticket.uses >= LIMITS.responseUrlUses) return 'used_url';
      paths.set(path, { ...ticket, uses: ticket.uses + 1 });
      return undefined;
    },
  };
}
