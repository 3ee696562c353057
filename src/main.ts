import { fileURLToPath } from 'node:url';
import { type Bot, compose } from './compose.ts';
import { parseConfig } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { OfficeUnreadableError } from './knowledge/load-office.ts';
import { errorFields, SlackStartError } from './slack/slack-error.ts';
import { StoreStartError } from './store/db.ts';

/** The package's own folder, one above this file's, both in `src` and in `dist`. */
const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));

await main();

async function main(): Promise<void> {
  const config = parseConfig(readEnv(), PACKAGE_ROOT);
  if (!config.ok) return giveUp(['The bot can’t start:', ...config.error].join('\n  '));
  try {
    const bot = compose(config.value);
    stopOnSignals(bot);
    surviveRejections(bot);
    await bot.start();
  } catch (error) {
    // These are written for a person; anything else is a mistake of ours, and shows its stack.
    const forPeople =
      error instanceof SlackStartError ||
      error instanceof StoreStartError ||
      error instanceof OfficeUnreadableError;
    if (!forPeople) throw error;
    giveUp(error.message);
  }
}

/** Ends the process in good order; a second signal changes nothing. */
function stopOnSignals(bot: Bot): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    bot.logger.info('Stopping', { signal });
    try {
      await bot.stop();
    } catch (error) {
      bot.logger.error('The bot could not stop in good order', errorFields(error));
    }
    bot.logger.info('Stopped');
    // Slack's socket client leaves timers of up to half a minute behind, which wait for nothing.
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
}

/**
 * A rejection that nobody caught comes from a package's timer or socket: it has broken one call and
 * not the bot, which would otherwise leave everybody without answers. It is logged as an error; if
 * deliveries stop, `/readyz` says so, and the supervisor decides. An exception that nobody caught
 * still ends the process, as Node does it: our own state can't be trusted then.
 */
function surviveRejections(bot: Bot): void {
  process.on('unhandledRejection', (reason) => {
    bot.logger.error('A rejection was not handled', errorFields(reason));
  });
}

function giveUp(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
