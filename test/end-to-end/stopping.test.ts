import { describe, expect, it } from 'vitest';
import { RESPONSE_URL } from '../../local-slack/journal.ts';
import { COST, QUESTION } from '../support/made-up-release/text.ts';
import type { AppProcess } from './support/app-process.ts';
import { TRANSPORTS, withBot } from './support/bot.ts';
import { copyMadeUp } from './support/knowledge-copy.ts';
import { blockWords } from './support/reading.ts';
import { POST } from './support/talk.ts';
import { until } from './support/until.ts';
import { useKnowledge } from './support/use-bot.ts';

const knowledge = useKnowledge(copyMadeUp);

/**
 * Waits until the bot has noticed that it is to stop, and sees it stay for a while: it is there,
 * and no longer calls itself ready. A bot that waits for nothing has ended before the last look.
 */
async function isStopping({ readyz }: AppProcess): Promise<void> {
  await until('it is stopping', async () => (await readyz())?.status !== 200);
  for (let look = 0; look < 40; look += 1) expect(await readyz()).toMatchObject({ status: 503 });
}

// That a bot with nothing to do ends with 0 is asserted at the end of every file: see use-bot.ts.
describe.concurrent.each(TRANSPORTS)('SIGTERM over %s', { timeout: 240_000 }, (transport) => {
  it('lets the answers at work be finished, however often it comes, and ends with 0', async () => {
    await withBot(transport, knowledge(), async ({ slack, people, app }) => {
      const [asking, mentioning] = [slack.workspace.visitor(), slack.workspace.visitor()];
      const holds = [slack.faults.hold(RESPONSE_URL), slack.faults.hold(POST)];
      const asked = people.slash(asking, QUESTION);
      people.mention(mentioning, QUESTION);
      for (const hold of holds) await hold.arrived;
      app.signal('SIGTERM');
      await isStopping(app);
      app.signal('SIGTERM');
      app.signal('SIGINT');
      expect(app.running()).toBe(true);
      for (const hold of holds) hold.release();
      expect(blockWords((await asked.nextResponse()).body)).toContain(COST);
      expect(blockWords((await slack.journal.next(POST)).body)).toContain(COST);
      expect(await app.ended()).toEqual({ code: 0, signal: null });
      expect(slack.journal.all(POST)).toHaveLength(1);
      expect(slack.journal.all(RESPONSE_URL)).toHaveLength(1);
    });
  });
});
