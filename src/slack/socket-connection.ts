import { type Logger as SdkLogger, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../application/ports.ts';
import { errorFields, isRefusal, SlackStartError, slackSaid } from './slack-error.ts';
import { CALL_TIMEOUT_MS } from './slack-fetch.ts';

/** The socket to Slack, which is opened again for as long as the bot is to live. */
export interface SocketConnection {
  readonly receiver: SocketModeReceiver;
  /** Resolves when Slack has greeted us. Throws {@link SlackStartError} where the token is refused. */
  open(): Promise<void>;
  close(): Promise<void>;
  isOpen(): boolean;
}

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly sdkLogger: SdkLogger;
}

/** Waits before the first, second, … try to open again; the last one holds for all others. */
export const BACK_OFF_MS: readonly number[] = [0, 1000, 2000, 5000, 10_000, 30_000];
/** How long Slack may take to greet us before the socket counts as broken. */
const GREETING_MS = 30_000;
/** How long the far end may take to close a socket that Slack asked us to leave. */
const LEAVING_MS = 1000;
/** A socket that lived for this long was a good one: the next loss starts from the first wait. */
const GOOD_AFTER_MS = 10_000;

/**
 * Opens the socket, and keeps it open. The client's own reconnecting is switched off: it waits five
 * seconds after each of Slack's routine disconnects, and a reconnect that fails rejects inside a
 * timer, which nobody can catch and which ends the process.
 */
export function createSocketConnection(options: SocketOptions): SocketConnection {
  const receiver = createReceiver(options);
  const { client } = receiver;
  const state = { open: false, closing: false, opening: false, openedAt: 0, losses: 0 };
  const reopen = async (): Promise<void> => {
    const wait = BACK_OFF_MS[Math.min(state.losses, BACK_OFF_MS.length - 1)] ?? 0;
    state.losses += 1;
    await sleep(wait);
    if (!state.closing) await openOnce();
  };
  const openOnce = async (): Promise<void> => {
    state.opening = true;
    try {
      await greeted(client);
    } finally {
      state.opening = false;
    }
  };
  const keepTrying = async (): Promise<void> => {
    while (!state.open && !state.closing) {
      await reopen().catch((error: unknown) => {
        options.logger.warn('The socket to Slack could not be opened', errorFields(error));
      });
    }
  };
  client.on('connected', () => {
    state.open = true;
    state.openedAt = Date.now();
    options.logger.info('The socket to Slack is open');
  });
  // Until its end is closed, the client would hold on to the old socket for up to half a minute.
  client.on('ws_message', (data: unknown) => {
    if (isDisconnect(data)) setTimeout(() => void (state.open && client.disconnect()), LEAVING_MS);
  });
  client.on('disconnected', () => {
    const wasOpen = state.open;
    state.open = false;
    if (state.closing || state.opening || !wasOpen) return;
    options.logger.info('The socket to Slack was closed; opening it again');
    if (Date.now() - state.openedAt >= GOOD_AFTER_MS) state.losses = 0;
    void keepTrying();
  });
  return {
    receiver,
    open: () => openFirst(openOnce, keepTrying),
    async close() {
      state.closing = true;
      state.open = false;
      await receiver.stop();
    },
    isOpen: () => state.open,
  };
}

function createReceiver({ appToken, apiUrl, sdkLogger }: SocketOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: sdkLogger,
    autoReconnectEnabled: false,
    // Its own object: the client writes into it, and the App's must stay as it is.
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: CALL_TIMEOUT_MS,
        retryConfig: { retries: 0 },
      },
    },
  });
}

async function openFirst(
  openOnce: () => Promise<void>,
  keepTrying: () => Promise<void>,
): Promise<void> {
  try {
    await openOnce();
  } catch (error) {
    if (isRefusal(error)) {
      throw new SlackStartError(
        'SLACK_TOKEN_REFUSED',
        `Slack refused the app-level token (${slackSaid(error)}): check SLACK_APP_TOKEN, its scope connections:write and that Socket Mode is on.`,
        error,
      );
    }
    await keepTrying();
  }
}

/** Starts the client, and gives up where Slack opens a socket but never says hello on it. */
async function greeted(client: SocketModeReceiver['client']): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      void client.disconnect();
      reject(new Error('Slack did not greet the socket'));
    }, GREETING_MS);
  });
  try {
    await Promise.race([client.start(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Slack's routine "leave this socket and open another" (docs.slack.dev/apis/events-api/using-socket-mode). */
function isDisconnect(data: unknown): boolean {
  return typeof data === 'string' && /^\s*\{[^{}]*"type"\s*:\s*"disconnect"/.test(data);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
