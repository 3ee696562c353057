import { App, type Receiver, type Logger as SdkLogger } from '@slack/bolt';
import type { Clock, Logger } from '../application/ports.ts';
import type { PressOffice } from '../application/press-office.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import { openHttp } from './http-connection.ts';
import { createInFlight } from './in-flight.ts';
import type { SlackDeps } from './listener.ts';
import { LISTENERS } from './listeners.ts';
import { createSdkLogger } from './sdk-logger.ts';
import { createSeenDeliveries, MOST_DELIVERIES } from './seen-deliveries.ts';
import { errorCode, errorFields, isRefusal, SlackStartError } from './slack-error.ts';
import { CALL_RETRIES, CALL_TIMEOUT_MS, createSlackFetch } from './slack-fetch.ts';
import { createSocketConnection } from './socket-connection.ts';

/** How Slack is reached; `config/config.ts` gives it this shape. */
export interface SlackSettings {
  readonly botToken: string;
  /** With its last slash. */
  readonly apiUrl: string;
  readonly mode:
    | {
        readonly kind: 'http';
        readonly signingSecret: string;
        readonly port: number;
        readonly host?: string;
      }
    | { readonly kind: 'socket'; readonly appToken: string };
}

export interface SlackAppOptions {
  readonly settings: SlackSettings;
  readonly pressOffice: PressOffice;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What of Slack's own packages is logged. */
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

export interface SlackApp {
  /** Asks Slack who we are. Throws {@link SlackStartError} where the token is refused. */
  check(): Promise<void>;
  /** Resolves when deliveries arrive; after `check`. Throws {@link SlackStartError}. */
  open(): Promise<void>;
  /** Takes nothing new, and waits for what is at work; `mostMs` at most, in milliseconds. */
  stop(mostMs: number): Promise<void>;
  /** Why deliveries can't arrive now; undefined where they can. */
  notReady(): string | undefined;
  /** The port that deliveries arrive at; undefined over a socket, and before `open`. */
  port(): number | undefined;
}

/** A shared answer isn't shared again on the same day: its message is gone from the screen by then. */
const SHARED_FOR_MS = 24 * 60 * 60 * 1000;

/** Wires Slack to the press office. Nothing is opened before `open`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { settings, logger, clock } = options;
  const sdkLogger = createSdkLogger(logger, options.logLevel);
  const inFlight = createInFlight();
  const connection = connect(options, sdkLogger);
  const app = createApp(settings, sdkLogger, connection.receiver);
  app.use(({ next }) => inFlight.run(next));
  app.use(dropDuplicates(createSeenDeliveries(clock), logger));
  const deps: SlackDeps = {
    pressOffice: options.pressOffice,
    logger,
    seen: createSeenDeliveries(clock),
    shared: createSeenDeliveries(clock, MOST_DELIVERIES, SHARED_FOR_MS),
    records: { asked: async () => true, off: () => undefined },
  };
  for (const listener of LISTENERS) listener(deps).register(app);
  // Listeners have their own boundary: what arrives here went wrong before one was reached.
  app.error(async ({ error, body }: { error: Error; body: object }) => {
    const type = 'type' in body ? String(body.type) : 'command';
    logger.error('A delivery failed', { type, ...errorFields(error) });
  });
  return {
    check: () => checkToken(app, settings),
    open: () => connection.open(app),
    async stop(mostMs) {
      await within(mostMs, async () => {
        await connection.close(app);
        await inFlight.idle();
      });
      const left = inFlight.count();
      if (left > 0) logger.warn('Some answers were not finished', { left });
    },
    notReady: () => connection.notReady(),
    port: () => connection.port(),
  };
}

interface Connection {
  readonly receiver?: Receiver;
  open(app: App): Promise<void>;
  close(app: App): Promise<void>;
  notReady(): string | undefined;
  port(): number | undefined;
}

function connect({ settings, logger }: SlackAppOptions, sdkLogger: SdkLogger): Connection {
  const { apiUrl, mode } = settings;
  if (mode.kind === 'http') return openHttp(mode, logger);
  const socket = createSocketConnection({ appToken: mode.appToken, apiUrl, logger, sdkLogger });
  return {
    receiver: socket.receiver,
    open: () => socket.open(),
    close: () => socket.close(),
    notReady: () => (socket.isOpen() ? undefined : 'The socket to Slack is not open.'),
    port: () => undefined,
  };
}

function createApp(
  { botToken, apiUrl, mode }: SlackSettings,
  logger: SdkLogger,
  receiver: Receiver | undefined,
): App {
  const transport = mode.kind === 'http' ? { signingSecret: mode.signingSecret } : {};
  return new App({
    token: botToken,
    ...transport,
    ...(receiver ? { receiver } : {}),
    logger,
    // So that a refused token is an error of `init` and not of the first delivery.
    deferInitialization: true,
    // Bolt would ask a store in memory before every event; there is nothing to keep.
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: {
      slackApiUrl: apiUrl,
      timeout: CALL_TIMEOUT_MS,
      retryConfig: { retries: CALL_RETRIES },
      fetch: createSlackFetch(),
    },
  });
}

async function checkToken(app: App, { apiUrl }: SlackSettings): Promise<void> {
  try {
    await app.init();
  } catch (error) {
    const code = errorCode(error) ?? 'no answer';
    if (isRefusal(error)) {
      const message = `Slack refused the bot token (${code}): check SLACK_BOT_TOKEN.`;
      throw new SlackStartError('SLACK_TOKEN_REFUSED', message, error);
    }
    const message = `Slack could not be reached at ${apiUrl} (${code}): check the network and SLACK_API_URL.`;
    throw new SlackStartError('SLACK_UNREACHABLE', message, error);
  }
}

/** Waits for the work, but no longer than `mostMs`; what goes wrong in it doesn't hold up the end. */
async function within(mostMs: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, mostMs);
  });
  await Promise.race([work().catch(() => undefined), late]);
  clearTimeout(timer);
}
