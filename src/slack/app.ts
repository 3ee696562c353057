import { App, type Receiver, type Logger as SdkLogger } from '@slack/bolt';
import type { Courier, Officers } from '../application/desk/courier.ts';
import type { Desk } from '../application/desk/desk.ts';
import type { Logger } from '../application/ports.ts';
import type { PressOffice } from '../application/press-office.ts';
import { createCourier } from './desk/courier.ts';
import { createDeskClient } from './desk/desk-client.ts';
import { createOfficers } from './desk/officers.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import { openHttp } from './http-connection.ts';
import { createInFlight } from './in-flight.ts';
import type { SlackDeps } from './listener.ts';
import { LISTENERS } from './listeners.ts';
import { createSdkLogger } from './sdk-logger.ts';
import { seenByDesk } from './seen-deliveries.ts';
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
  readonly logger: Logger;
  /** Days that an enquiry is kept; absent where it is kept until somebody asks for its removal. */
  readonly keptDays?: number;
  /** What of Slack's own packages is logged. */
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

export interface SlackApp {
  /** Asks Slack who we are: the id of our team. Throws {@link SlackStartError} where the token is refused. */
  check(): Promise<string>;
  /** What the desk needs of Slack. */
  deskSide(channel: string): DeskSide;
  /** Resolves when deliveries arrive; once, after `check`. Throws {@link SlackStartError}. */
  open(desk: DeskBehind): Promise<void>;
  /** Takes nothing new, and waits for what is at work; `mostMs` at most, in milliseconds. */
  stop(mostMs: number): Promise<void>;
  /** Why deliveries can't arrive now; undefined where they can. */
  notReady(): string | undefined;
  /** The port that deliveries arrive at; undefined over a socket, and before `open`. */
  port(): number | undefined;
}

/** Slack as the desk works with it. */
export interface DeskSide {
  readonly courier: Courier;
  readonly officers: Officers;
}

/** The desk as people reach it through Slack. */
export interface DeskBehind {
  readonly desk: Desk;
  /** False where the office names no channel: nothing is handed over then, but records are kept. */
  readonly hasChannel: boolean;
}

/** Wires Slack to the press office. Nothing is opened before `open`. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { settings, logger, pressOffice } = options;
  const sdkLogger = createSdkLogger(logger, options.logLevel);
  const inFlight = createInFlight();
  const connection = connect(options, sdkLogger);
  const app = createApp(settings, sdkLogger, connection.receiver);
  app.use(({ next }) => inFlight.run(next));
  const deskClient = createDeskClient(settings, sdkLogger);
  // Listeners have their own boundary: what arrives here went wrong before one was reached.
  app.error(async ({ error, body }: { error: Error; body: object }) => {
    const type = 'type' in body ? String(body.type) : 'command';
    logger.error('A delivery failed', { type, ...errorFields(error) });
  });
  return {
    check: () => checkToken(app, settings),
    deskSide: (channel) => ({
      courier: createCourier({
        client: deskClient,
        channel,
        office: () => pressOffice.office(),
        ...kept(options),
      }),
      officers: createOfficers(deskClient, channel),
    }),
    async open(behind) {
      listen(app, options, behind);
      await connection.open(app);
    },
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

/** Everything that Slack may send, with the desk behind it. */
function listen(app: App, options: SlackAppOptions, { desk, hasChannel }: DeskBehind): void {
  const { pressOffice, logger } = options;
  const seen = seenByDesk(desk);
  app.use(dropDuplicates(seen, logger));
  const deps: SlackDeps = {
    pressOffice,
    logger,
    records: desk,
    seen,
    ...kept(options),
    ...(hasChannel ? { desk } : {}),
  };
  for (const listener of LISTENERS) listener(deps).register(app);
}

function kept({ keptDays }: SlackAppOptions): Pick<SlackDeps, 'keptDays'> {
  return keptDays === undefined ? {} : { keptDays };
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

async function checkToken(app: App, { apiUrl, botToken }: SlackSettings): Promise<string> {
  try {
    await app.init();
    const { team_id: team } = await app.client.auth.test({ token: botToken });
    // Bolt has asked as well, but doesn't tell.
    return team ?? '';
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
