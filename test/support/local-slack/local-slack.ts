import { createFaults, type Faults } from './faults.ts';
import { createJournal, type Journal, RESPONSE_URL } from './journal.ts';
import { textAt } from './json.ts';
import { listen } from './server.ts';
import type { Sockets } from './sockets.ts';
import { createTickets, type Tickets } from './tickets.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** A Slack of one's own on the loopback: what the app calls, and what it may be asked about. */
export interface LocalSlack {
  /** For `SLACK_API_URL`, with its last slash. */
  readonly apiUrl: string;
  readonly origin: string;
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly tickets: Tickets;
  readonly sockets: Sockets;
  /**
   * What real Slack would have refused or frowned upon since the last `reset`, but for channels
   * that the bot is not in, which is nobody's mistake.
   */
  complaints(): string[];
  /** Forgets the requests and faults so far; connections and what was posted stay. */
  reset(): void;
  close(): Promise<void>;
}

const MESSAGES = new Set(['chat.postMessage', 'chat.postEphemeral', 'chat.update', RESPONSE_URL]);

export async function startLocalSlack(): Promise<LocalSlack> {
  const parts = {
    workspace: createWorkspace(),
    journal: createJournal(),
    faults: createFaults(),
    tickets: createTickets(),
  };
  const server = await listen(parts);
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    ...parts,
    apiUrl: `${origin}/api/`,
    origin,
    sockets: server.sockets,
    complaints: () => complaintsAbout(parts.journal),
    reset() {
      parts.faults.clear();
      parts.journal.clear();
    },
    async close() {
      parts.faults.clear();
      await server.close();
    },
  };
}

function complaintsAbout(journal: Journal): string[] {
  return journal.all().flatMap((call) => {
    if (call.refused === 'not_in_channel') return [];
    if (call.refused) return [`${call.method}: ${call.refused}`];
    const silent =
      MESSAGES.has(call.method) &&
      textAt(call.body, 'text') === '' &&
      call.body.delete_original !== true;
    return silent ? [`${call.method}: no text for notifications and screen readers`] : [];
  });
}
