import { UsageError } from '../src/cli/arguments.ts';
import { readOwnEnv } from '../src/config/env.ts';
import { OfficeUnreadableError } from '../src/knowledge/load-office.ts';
import { openBrowser } from './open-browser.ts';
import { readOptions, SettingError, USAGE } from './options.ts';
import { type Playground, startPlayground } from './playground.ts';
import { PortError } from './server/page-server.ts';
import { terminalLogger } from './terminal-logger.ts';

await main();

async function main(): Promise<void> {
  const env = readOwnEnv();
  try {
    const options = readOptions(process.argv.slice(2), env);
    if (options.help) return say(USAGE);
    const starting = startPlayground(options, terminalLogger);
    stopOnSignals(starting);
    const { address } = await starting;
    const over = options.transport === 'socket' ? 'Socket Mode' : 'signed HTTP';
    say(`The bot with a Slack of its own on this machine, over ${over}. Ctrl+C ends it.`);
    say(address);
    openBrowser(address, env);
  } catch (error) {
    giveUp(error);
  }
}

/** In good order, also while it is still starting; a second signal changes nothing. */
function stopOnSignals(starting: Promise<Playground>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const playground = await starting.catch(() => undefined);
    await playground?.stop().catch((error: unknown) => {
      terminalLogger.error('The playground could not stop in good order', { error: String(error) });
    });
    // Slack's socket client leaves timers behind, which wait for nothing.
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // One call of a package's own has failed, and not the playground.
  process.on('unhandledRejection', (reason) => {
    terminalLogger.error('A rejection was not handled', { reason: String(reason) });
  });
}

function giveUp(error: unknown): void {
  const forPeople = [UsageError, SettingError, PortError, OfficeUnreadableError].some(
    (kind) => error instanceof kind,
  );
  const words = error instanceof Error ? (forPeople ? error.message : error.stack) : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
