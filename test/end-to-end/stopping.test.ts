import { describe, expect, it } from 'vitest';
import type { Transport } from '../support/local-slack/carriers.ts';
import { RESPONSE_URL } from '../support/local-slack/journal.ts';
import { COST, QUESTION } from '../support/made-up-release/text.ts';
import { type Bot, startBot, TRANSPORTS } from './support/bot.ts';
import { copyMadeUp } from './support/knowledge-copy.ts';
import { blockWords } from './support/reading.ts';
import { until } from './support/until.ts';
import { useKnowledge } from './support/use-bot.ts';

const POST = 'chat.postMessage';
const knowledge = useKnowledge(copyMadeUp);

/** Runs a test against a bot that the test itself stops. */
async function withMortalBot(
  transport: Transport,
  run: (bot: Bot) => Promise<void>,
): Promise<void> {
  const bot = await startBot(transport, knowledge());
  try {
    await run(bot);
  } finally {
    await bot.stop();
  }
}

/** Waits until the bot has noticed that it is to stop: it no longer calls itself ready. */
async function noticed({ app }: Bot): Promise<void> {
  await until('it is stopping', async () => (await app.readyz())?.status !== 200);
}

describe.concurrent.each(TRANSPORTS)('SIGTERM over %s', { timeout: 120_000 }, (transport) => {
  it('in the middle of a private answer lets it be finished, then ends with 0', async () => {
    await withMortalBot(transport, async (bot) => {
      const hold = bot.slack.faults.hold(RESPONSE_URL);
      const asked = bot.people.slash(bot.slack.workspace.person(), QUESTION);
      await hold.arrived;
      await asked.receipt;
      bot.app.signal('SIGTERM');
      await noticed(bot);
      expect(bot.app.running()).toBe(true);
      hold.release();
      expect(blockWords((await asked.nextResponse()).body)).toContain(COST);
      expect(await bot.app.ended()).toEqual({ code: 0, signal: null });
    });
  });

  it('twice, in the middle of a post, is the same as once', async () => {
    await withMortalBot(transport, async (bot) => {
      const by = bot.slack.workspace.person();
      const hold = bot.slack.faults.hold(POST);
      const { receipt } = bot.people.mention(by, QUESTION);
      await hold.arrived;
      await receipt;
      bot.app.signal('SIGTERM');
      await noticed(bot);
      bot.app.signal('SIGTERM');
      bot.app.signal('SIGINT');
      expect(bot.app.running()).toBe(true);
      hold.release();
      expect(blockWords((await bot.slack.journal.next(POST)).body)).toContain(COST);
      expect(await bot.app.ended()).toEqual({ code: 0, signal: null });
      expect(bot.slack.journal.all(POST)).toHaveLength(1);
    });
  });
});

describe.concurrent.each(TRANSPORTS)(
  'a bot with nothing to do over %s',
  { timeout: 120_000 },
  (transport) => {
    it('ends with 0 at once', async () => {
      await withMortalBot(transport, async (bot) => {
        bot.app.signal('SIGTERM');
        expect(await bot.app.ended(15_000)).toEqual({ code: 0, signal: null });
      });
    });
  },
);
