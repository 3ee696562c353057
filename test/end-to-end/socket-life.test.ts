import { describe, expect, it } from 'vitest';
import { sendOver } from '../../local-slack/carriers.ts';
import type { Recorded } from '../../local-slack/model.ts';
import { eventCallback, messageEvent } from '../../local-slack/payloads.ts';
import type { Connection } from '../../local-slack/sockets.ts';
import { COST, QUESTION } from '../support/made-up-release/text.ts';
import { type Bot, withBot } from './support/bot.ts';
import { copyMadeUp } from './support/knowledge-copy.ts';
import { blockWords } from './support/reading.ts';
import { POST } from './support/talk.ts';
import { until } from './support/until.ts';
import { useKnowledge } from './support/use-bot.ts';

const OPEN = 'apps.connections.open';
const BACK_MS = 45_000;
const knowledge = useKnowledge(copyMadeUp);

/** Does something to every connection, and waits for a new one on which the bot is ready. */
async function comesBackAfter(
  { slack, app }: Bot,
  harm: (connection: Connection) => void,
): Promise<Connection> {
  const back = slack.sockets.next(BACK_MS);
  for (const connection of [...slack.sockets.open()]) harm(connection);
  const again = await back;
  await until('ready again', async () => (await app.readyz())?.status === 200);
  return again;
}

const drop = (connection: Connection): void => connection.drop();

async function answers({ slack, people }: Bot): Promise<void> {
  const asked = people.slash(slack.workspace.visitor(), QUESTION);
  expect(await asked.receipt).toMatchObject({ acked: true });
  expect(blockWords((await asked.nextResponse()).body)).toContain(COST);
}

describe.concurrent('a Socket Mode connection', { timeout: 240_000 }, () => {
  it('comes back when Slack recycles it, and when it is cut', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      await comesBackAfter(bot, (connection) => connection.disconnect());
      await answers(bot);
      await comesBackAfter(bot, drop);
      await answers(bot);
    });
  });

  it('makes the bot unready as long as it can’t be opened', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      const hold = bot.slack.faults.hold(OPEN);
      for (const connection of [...bot.slack.sockets.open()]) connection.drop();
      await hold.arrived;
      expect(await bot.app.readyz()).toMatchObject({ status: 503 });
      hold.release();
      await until('ready again', async () => (await bot.app.readyz())?.status === 200);
      await answers(bot);
    });
  });

  it('comes back though Slack first fails, then breaks, and calls the token wrong', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      bot.slack.faults.add(OPEN, { kind: 'error', error: 'internal_error' });
      bot.slack.faults.add(OPEN, { kind: 'status', status: 503 });
      bot.slack.faults.add(OPEN, { kind: 'error', error: 'invalid_auth' });
      await comesBackAfter(bot, drop);
      await answers(bot);
    });
  });

  it('brings an event that another one has brought, and it is answered once', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      const { slack, people } = bot;
      const by = slack.workspace.visitor();
      const here = (call: Recorded): boolean => call.body.channel === by.channel.id;
      const event = eventCallback(
        messageEvent('app_mention', by, slack.workspace.messages.ts(), QUESTION),
      );
      const [first] = slack.sockets.open();
      if (!first) throw new Error('no connection');
      await sendOver(first, slack.journal, 'events_api', event);
      await slack.journal.next(POST, here);
      const again = await comesBackAfter(bot, drop);
      const retry = { number: 1, reason: 'timeout' };
      const receipt = await sendOver(again, slack.journal, 'events_api', event, { retry });
      expect(receipt).toMatchObject({ acked: true });
      people.mention(by, QUESTION);
      await slack.journal.next(POST, here);
      expect(slack.journal.all(POST).filter(here)).toHaveLength(2);
      await survivesNonsense(bot);
    });
  });
});

/** Frames that Slack does not send today. */
async function survivesNonsense(bot: Bot): Promise<void> {
  for (const frame of ['not JSON', '{}', '[]', '""', 'null', '{"type":"news_from_next_year"}']) {
    for (const connection of bot.slack.sockets.open()) connection.sendRaw(frame);
    await answers(bot);
  }
  expect(bot.app.running()).toBe(true);
}
