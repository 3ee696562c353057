import type { AppAddress } from './carriers.ts';
import { createChanges, type Listener } from './changes.ts';
import { createDispatch } from './dispatch.ts';
import { createEvents } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createJournal, type Journal, RESPONSE_URL } from './journal.ts';
import { type JsonObject, textAt } from './json.ts';
import { type Manifest, readManifest } from './manifest.ts';
import type { Message, People } from './model.ts';
import { createPeople } from './people.ts';
import { createSentBox } from './sent-box.ts';
import { listen } from './server.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { createTickets, type Tickets } from './tickets.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

export interface LocalSlackOptions {
  /** Path or JSON of the manifest that scopes, events and commands come from; ours by default. */
  readonly manifest?: string | URL | JsonObject;
  /** Milliseconds since 1970, for the time stamps of messages alone; real time by default. */
  readonly now?: () => number;
  /** Waits before the first, second and third retry of an event; 0, a minute and five by default. */
  readonly retryDelaysMs?: readonly number[];
}

/** A Slack of one's own on the loopback: what the app calls, and what it may be asked about. */
export interface LocalSlack {
  /** For `SLACK_API_URL`, with its last slash. */
  readonly apiUrl: string;
  readonly origin: string;
  readonly manifest: Manifest;
  readonly workspace: Workspace;
  /** What people do; needs {@link reach} first. */
  readonly people: People;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly tickets: Tickets;
  readonly sockets: Sockets;
  /** Says where the app listens: from then on it gets its deliveries there. */
  reach(app: AppAddress): void;
  /** Everything that happens, as it happens. Returns what ends the listening. */
  onChange(listener: Listener): () => void;
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
const RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

/** Listens on a free port of the loopback. */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const manifest = readManifest(options.manifest);
  const now = options.now ?? Date.now;
  const changes = createChanges();
  const faults = createFaults(changes);
  const sockets = createSockets();
  const sent = createSentBox(changes);
  const journal = createJournal(changes, sent);
  const tickets = createTickets();
  const workspace = createWorkspace(changes, manifest.botName, now);
  const delays = options.retryDelaysMs ?? RETRY_DELAYS_MS;
  const dispatch = createDispatch({ changes, faults, sockets, sent }, delays);
  const events = createEvents({ manifest, workspace, dispatch });
  const echo = (message: Message, before?: Message): void => {
    void (before ? events.changed(message, before) : events.posted(message));
  };
  const common = { workspace, manifest, tickets, echo };
  const server = await listen({ ...common, journal, faults, sockets, now });
  const origin = `http://127.0.0.1:${server.port}`;
  const isDown = (): boolean => faults.isOn('down');
  changes.onChange(({ kind }) => {
    if (kind === 'faults' && isDown()) sockets.dropAll();
  });
  return {
    apiUrl: `${origin}/api/`,
    origin,
    ...{ manifest, workspace, journal, faults, tickets, sockets },
    people: createPeople({ ...common, dispatch, events, origin: () => origin, isDown }),
    reach: dispatch.reach,
    onChange: changes.onChange,
    complaints: () => complaintsAbout(journal),
    reset() {
      faults.clear();
      journal.clear();
    },
    async close() {
      dispatch.stop();
      faults.clear();
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
