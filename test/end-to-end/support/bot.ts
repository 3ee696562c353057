import {
  createHttpCarrier,
  createSocketCarrier,
  type Transport,
} from '../../../local-slack/carriers.ts';
import { type LocalSlack, startLocalSlack } from '../../../local-slack/local-slack.ts';
import { createSender, type Sender } from '../../../local-slack/sender.ts';
import { type AppProcess, credentials, startApp, type Variables } from './app-process.ts';
import { freePort, listens } from './ports.ts';
import { until } from './until.ts';

export const TRANSPORTS: readonly Transport[] = ['http', 'socket'];

/** A running bot, the Slack it talks to, and the people who talk to it. */
export interface Bot {
  readonly transport: Transport;
  readonly slack: LocalSlack;
  readonly people: Sender;
  readonly app: AppProcess;
  /** The port for `/slack/events`; nobody listens there in Socket Mode. */
  readonly port: number;
  /** Waits until somebody listens on that port, ready or not. */
  listening(): Promise<void>;
  stop(): Promise<void>;
}

/** On top of what every bot needs; may look at, or fill, the Slack that it will talk to. */
export type Needs = Variables | ((slack: LocalSlack) => Variables);

/** Starts a bot that is not waited for. */
export async function launchBot(transport: Transport, needs: Needs = {}): Promise<Bot> {
  const slack = await startLocalSlack();
  const variables = typeof needs === 'function' ? needs(slack) : needs;
  const port = await freePort();
  const app = startApp({
    ...credentials(transport, slack.apiUrl),
    PORT: String(port),
    HEALTH_PORT: String(await freePort()),
    ...variables,
  });
  const carrier =
    transport === 'http'
      ? createHttpCarrier(port, slack.journal)
      : createSocketCarrier(slack.sockets, slack.journal);
  // The echo of the bot's own messages goes there too, by the rules of the manifest.
  slack.reach({ transport, port });
  return {
    transport,
    slack,
    people: createSender(slack, carrier),
    app,
    port,
    async listening() {
      await until('the bot listens', () => {
        if (!app.running()) throw new Error(`the bot ended before it listened:\n${app.output()}`);
        return listens(port);
      });
    },
    async stop() {
      slack.faults.clear();
      await app.stop();
      await slack.close();
    },
  };
}

/** Starts a bot and waits until it is ready. */
export async function startBot(transport: Transport, needs: Needs = {}): Promise<Bot> {
  const bot = await launchBot(transport, needs);
  try {
    await bot.app.ready();
  } catch (error) {
    await bot.stop();
    throw error;
  }
  return bot;
}

/** Runs something against a bot of its own, which is stopped whatever comes of it. */
export async function withBot(
  transport: Transport,
  variables: Variables,
  run: (bot: Bot) => Promise<void>,
): Promise<void> {
  const bot = await startBot(transport, variables);
  try {
    await run(bot);
  } finally {
    await bot.stop();
  }
}
