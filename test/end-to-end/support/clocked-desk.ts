import { type LocalSlack, startLocalSlack } from '../../../local-slack/local-slack.ts';
import { SECRETS } from '../../../local-slack/names.ts';
import type { Logger } from '../../../src/application/ports.ts';
import { compose } from '../../../src/compose.ts';
import { dataFolder } from './app-process.ts';
import type { Floor } from './desk-bot.ts';

/** A bot with a desk in this very process, so that its clock can be set. */
export interface ClockedDesk extends Floor {
  /** Sets the bot's clock, which runs on from there. */
  set(at: number): void;
  stop(): Promise<void>;
}

const silent: Logger = { error() {}, warn() {}, info() {}, debug() {} };

export async function startClockedDesk(
  at: number,
  knowledgeDir: string,
  furnish: (slack: LocalSlack) => Floor,
): Promise<ClockedDesk> {
  let set = { at, since: performance.now() };
  const clock = (): number => Math.floor(set.at + performance.now() - set.since);
  const slack = await startLocalSlack();
  const floor = furnish(slack);
  const bot = compose(
    {
      slack: {
        botToken: SECRETS.botToken,
        apiUrl: slack.apiUrl,
        mode: { kind: 'http', signingSecret: SECRETS.signingSecret, port: 0, host: '127.0.0.1' },
      },
      healthPort: 0,
      logLevel: 'error',
      knowledgeDir,
      store: { dataDir: dataFolder() },
      deskChannel: floor.desk,
      keepDays: {},
    },
    { clock, logger: silent },
  );
  await bot.start();
  slack.reach({ transport: 'http', port: bot.port() ?? 0 });
  return {
    ...floor,
    set(next) {
      set = { at: next, since: performance.now() };
    },
    async stop() {
      slack.faults.clear();
      await bot.stop();
      await slack.close();
    },
  };
}
