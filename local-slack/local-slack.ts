import type { AppAddress } from './carriers.ts';
import type { Listener } from './changes.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { JsonObject } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { People } from './model.ts';
import type { Sockets } from './sockets.ts';
import type { Tickets } from './tickets.ts';
import type { Workspace } from './workspace.ts';

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

/** Listens on a free port of the loopback. */
export async function startLocalSlack(_options: LocalSlackOptions = {}): Promise<LocalSlack> {
  throw new Error('not yet');
}
