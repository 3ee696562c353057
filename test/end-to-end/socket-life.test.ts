import { describe, expect, it } from 'vitest';
import { sendOver } from '../support/local-slack/carriers.ts';
import { eventCallback, messageEvent } from '../support/local-slack/payloads.ts';
import { newId } from '../support/local-slack/workspace.ts';
import { COST, QUESTION } from '../support/made-up-release/text.ts';
import { type Bot, withBot } from './support/bot.ts';
import { copyMadeUp } from './support/knowledge-copy.ts';
import { blockWords } from './support/reading.ts';
import { until } from './support/until.ts';
import { useKnowledge } from './support/use-bot.ts';

const POST = 'chat.postMessage';
const OPEN = 'apps.connections.open';
const BACK_MS = 45_000;

const knowledge = useKnowledge(copyMadeUp);

/** Cuts every connection at once. */
function dropAll({ slack }: Bot): void {
  for (const connection of [...slack.sockets.open()]) connection.drop();
}

async function answers({ slack, people }: Bot): Promise<void> {
  const asked = people.slash(slack.workspace.person(), QUESTION);
  expect(await asked.receipt).toMatchObject({ acked: true });
  expect(blockWords((await asked.nextResponse()).body)).toContain(COST);
}

/** Cuts the line, and waits until the bot has come back and calls itself ready again. */
async function dropAndComeBack(bot: Bot): Promise<void> {
  const back = bot.slack.sockets.next(BACK_MS);
  dropAll(bot);
  await back;
  await until('ready again', async () => (await bot.app.readyz())?.status === 200);
  expect(bot.app.running()).toBe(true);
}

describe.concurrent('a Socket Mode connection', { timeout: 120_000 }, () => {
  it('that is cut comes back, and meanwhile the bot is not ready', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      const back = bot.slack.sockets.next(BACK_MS);
      dropAll(bot);
      await until('not ready', async () => (await bot.app.readyz())?.status !== 200);
      await back;
      await until('ready again', async () => (await bot.app.readyz())?.status === 200);
      await answers(bot);
    });
  });

  it('that Slack recycles comes back', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      const back = bot.slack.sockets.next(BACK_MS);
      for (const connection of [...bot.slack.sockets.open()]) connection.disconnect();
      await back;
      await answers(bot);
    });
  });

  it('comes back though Slack first fails and then breaks', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      bot.slack.faults.add(OPEN, { kind: 'error', error: 'internal_error' });
      bot.slack.faults.add(OPEN, { kind: 'status', status: 503 });
      await dropAndComeBack(bot);
      await answers(bot);
    });
  });

  it('comes back though Slack once calls the token wrong', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      bot.slack.faults.add(OPEN, { kind: 'error', error: 'invalid_auth' });
      await dropAndComeBack(bot);
      await answers(bot);
    });
  });

  it('brings the same event as an earlier one did, and it is answered once', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      const { slack, people } = bot;
      const by = slack.workspace.person();
      const here = (call: { body: { channel?: unknown } }) => call.body.channel === by.channel.id;
      const event = eventCallback(
        messageEvent('app_mention', by, slack.workspace.ts(), QUESTION),
        newId('Ev'),
      );
      const [first] = slack.sockets.open();
      if (!first) throw new Error('no connection');
      await sendOver(first, slack.journal, 'events_api', event);
      await slack.journal.next(POST, here);
      const back = slack.sockets.next(BACK_MS);
      first.drop();
      const again = await back;
      const retry = { number: 1, reason: 'timeout' };
      expect(await sendOver(again, slack.journal, 'events_api', event, retry)).toMatchObject({
        acked: true,
      });
      people.mention(by, 'how many kennels did you visit');
      await slack.journal.next(POST, here);
      expect(slack.journal.all(POST).filter(here)).toHaveLength(2);
    });
  });

  it('survives frames that mean nothing', async () => {
    await withBot('socket', knowledge(), async (bot) => {
      for (const frame of ['not JSON', '{}', '[]', '""', '{"type":"news_from_next_year"}']) {
        for (const connection of bot.slack.sockets.open()) connection.sendRaw(frame);
        await answers(bot);
      }
    });
  });
});
