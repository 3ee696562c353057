import { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectsAt, textAt } from '../../local-slack/json.ts';
import { type LocalSlack, startLocalSlack } from '../../local-slack/local-slack.ts';
import { SECRETS } from '../../local-slack/names.ts';
import { type Bot, startBot } from '../end-to-end/support/bot.ts';
import { copyMadeUp, type KnowledgeCopy } from '../end-to-end/support/knowledge-copy.ts';
import { freePort } from '../end-to-end/support/ports.ts';
import { QUESTION } from '../support/made-up-release/text.ts';
import { SILENT, settled } from './support/newsroom.ts';

/** A place to try an app in: somebody in a channel with the bot. */
interface Trial {
  readonly slack: LocalSlack;
  readonly person: string;
  readonly channel: string;
}

/** One kind of care: an app without it, and what goes wrong then; nothing does where it is taken. */
interface Care {
  readonly what: string;
  readonly careless: (app: App) => void;
  readonly trouble: (trial: Trial) => Promise<readonly string[]>;
  readonly seen: RegExp;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function command({ slack, person, channel }: Trial): Promise<readonly string[]> {
  const { problem } = await slack.people.command(person, channel, '/hmicfrs', QUESTION);
  return problem === undefined ? [] : [problem];
}

async function mention({ slack, person, channel }: Trial): Promise<void> {
  const { message, outcome } = slack.people.say(person, channel, `@hmicfrs ${QUESTION}`);
  await outcome;
  await slack.journal.next('chat.postMessage', ({ body }) => body.thread_ts === message.ts);
}

/** Presses the first button of the answer that a command brought. */
async function press(trial: Trial): Promise<void> {
  const { slack, person, channel } = trial;
  await command(trial);
  await slack.journal.next('response_url');
  const answer = slack.workspace.messages.seenBy(person, channel).at(-1);
  const [element] = (answer?.blocks ?? [])
    .flatMap((block) => objectsAt(block, 'elements'))
    .filter(({ type, action_id }) => type === 'button' && /^show|place/.test(String(action_id)));
  const where = { kind: 'message', channel, ts: answer?.ts ?? '' } as const;
  const called = new Promise<void>((resolve) => {
    slack.onChange((change) => {
      if (change.kind === 'call' && change.call.method === 'views.open') resolve();
    });
  });
  await slack.people.use(person, where, { action_id: textAt(element, 'action_id') });
  await called;
}

const CARES: readonly Care[] = [
  {
    what: 'answering once what is delivered twice',
    careless(app) {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: 'here', thread_ts: event.ts });
      });
    },
    async trouble(trial) {
      const { slack, channel } = trial;
      slack.faults.set('duplicate', true);
      await mention(trial);
      slack.faults.set('duplicate', false);
      await mention(trial);
      await settled(trial);
      const posts = slack.journal
        .all('chat.postMessage')
        .filter(({ body }) => body.channel === channel);
      return posts.length === 2 ? [] : [`${posts.length} answers to two questions`];
    },
    seen: /3 answers to two questions/,
  },
  {
    what: 'acknowledging before the work',
    careless(app) {
      app.command('/hmicfrs', async ({ ack }) => {
        await sleep(3200);
        await ack().catch(() => undefined);
      });
    },
    trouble: command,
    seen: /operation_timeout|dispatch_failed/,
  },
  {
    what: 'saying everything in five answers',
    careless(app) {
      app.command('/hmicfrs', async ({ ack, respond }) => {
        await ack();
        for (const part of [1, 2, 3, 4, 5, 6]) await respond(String(part)).catch(() => undefined);
      });
    },
    async trouble(trial) {
      const { slack } = trial;
      const over = new Promise<void>((resolve) => {
        slack.onChange((change) => {
          if (change.kind === 'call' && change.call.refused) resolve();
        });
      });
      await command(trial);
      await slack.journal.next('response_url');
      // Ours is through with the command when it has answered what was asked after it.
      await Promise.race([over, mention(trial).catch(() => undefined)]);
      return trial.slack.complaints();
    },
    seen: /response_url: used_url/,
  },
  {
    what: 'calling nothing that the manifest does not ask for',
    careless(app) {
      app.event('app_mention', async ({ event, client, say }) => {
        await client.users.info({ user: event.user ?? '' }).catch(() => undefined);
        await say({ text: 'here', thread_ts: event.ts });
      });
    },
    async trouble(trial) {
      await mention(trial);
      return trial.slack.complaints();
    },
    seen: /users\.info: missing_scope: users:read/,
  },
  {
    what: 'opening a modal within three seconds',
    careless(app) {
      const blocks = [
        {
          type: 'actions' as const,
          elements: [
            {
              type: 'button' as const,
              action_id: 'show',
              text: { type: 'plain_text' as const, text: 'Show' },
            },
          ],
        },
      ];
      app.command('/hmicfrs', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'here', blocks });
      });
      app.action('show', async ({ ack, body, client }) => {
        await ack();
        await sleep(3200);
        const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
        const title = { type: 'plain_text' as const, text: 'Late' };
        await client.views
          .open({ trigger_id, view: { type: 'modal', title, blocks: [] } })
          .catch(() => undefined);
      });
    },
    async trouble(trial) {
      await press(trial);
      return trial.slack.complaints();
    },
    seen: /views\.open: expired_trigger_id/,
  },
];

function trialIn(slack: LocalSlack): Trial {
  slack.reset();
  const { user, channel } = slack.workspace.visitor();
  return { slack, person: user, channel: channel.id };
}

async function withCareless(careless: Care['careless'], run: (slack: LocalSlack) => Promise<void>) {
  const slack = await startLocalSlack();
  const port = await freePort();
  const app = new App({
    token: SECRETS.botToken,
    signingSecret: SECRETS.signingSecret,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logger: SILENT,
  });
  careless(app);
  await app.start({ port, host: '127.0.0.1' });
  slack.reach({ transport: 'http', port });
  try {
    await run(slack);
  } finally {
    await app.stop();
    await slack.close();
  }
}

describe('the care of', { timeout: 60_000 }, () => {
  let bot: Bot;
  let knowledge: KnowledgeCopy;
  beforeAll(async () => {
    knowledge = copyMadeUp();
    bot = await startBot('http', { KNOWLEDGE_DIR: knowledge.folder });
  }, 150_000);
  afterAll(async () => {
    await bot?.stop();
    knowledge?.remove();
  }, 60_000);

  it.each(CARES)('$what is missed in an app that lacks it', async ({ careless, trouble, seen }) => {
    await withCareless(careless, async (slack) => {
      expect((await trouble(trialIn(slack))).join('\n')).toMatch(seen);
    });
  });

  it.each(CARES)('$what is taken by ours', async ({ trouble }) => {
    expect(await trouble(trialIn(bot.slack))).toEqual([]);
  });
});
