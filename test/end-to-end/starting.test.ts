import { describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../local-slack/local-slack.ts';
import { SECRETS } from '../../local-slack/names.ts';
import { credentials, startApp, type Variables } from './support/app-process.ts';
import { type Bot, launchBot } from './support/bot.ts';
import { copyMadeUp } from './support/knowledge-copy.ts';
import { freePort, takePort } from './support/ports.ts';
import { blockWords, HOURS } from './support/reading.ts';
import { useKnowledge } from './support/use-bot.ts';

const knowledge = useKnowledge(copyMadeUp);

/** Starts a bot that is expected to give up, and gives what it said. */
async function refusal(
  variables: Variables,
  slack: LocalSlack,
): Promise<{ output: string; code: number | null }> {
  const app = startApp({
    ...credentials('http', slack.apiUrl),
    PORT: String(await freePort()),
    HEALTH_PORT: String(await freePort()),
    ...knowledge(),
    ...variables,
  });
  try {
    const { code } = await app.ended();
    return { output: app.output(), code };
  } finally {
    await app.stop();
  }
}

/** What a person who reads a terminal should never be shown. */
const STACK = /^\s+at .+:\d+:\d+\)?$|"stack"|UnhandledPromise|node:internal/m;

async function withSlack(run: (slack: LocalSlack) => Promise<void>): Promise<void> {
  const slack = await startLocalSlack();
  try {
    await run(slack);
  } finally {
    await slack.close();
  }
}

describe.concurrent('starting', { timeout: 240_000 }, () => {
  it('names every missing variable at once, and calls nobody', async () => {
    await withSlack(async (slack) => {
      const { output, code } = await refusal(
        { SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: '' },
        slack,
      );
      expect(code).not.toBe(0);
      expect(output).toContain('SLACK_BOT_TOKEN');
      expect(output).toContain('SLACK_SIGNING_SECRET');
      expect(output).not.toMatch(STACK);
      expect(slack.journal.all()).toEqual([]);
    });
  });

  it('names every malformed variable at once, and repeats no secret', async () => {
    await withSlack(async (slack) => {
      const wrong = {
        SLACK_BOT_TOKEN: 'xapp-swapped-with-the-other',
        SLACK_APP_TOKEN: 'xoxb-swapped-with-the-other',
        SLACK_API_URL: 'no address',
        PORT: 'eighty',
        HEALTH_PORT: '99999',
        LOG_LEVEL: 'loud',
      };
      const { output, code } = await refusal(wrong, slack);
      expect(code).not.toBe(0);
      for (const name of Object.keys(wrong)) expect(output).toContain(name);
      expect(output).not.toContain('swapped-with-the-other');
      expect(output).not.toMatch(STACK);
      expect(slack.journal.all()).toEqual([]);
    });
  });

  it.each([
    ['bot token', 'http', { SLACK_BOT_TOKEN: 'xoxb-1-revoked' }],
    ['app token', 'socket', { SLACK_APP_TOKEN: 'xapp-1-revoked' }],
  ] as const)('says in a plain sentence that Slack refuses the %s', async (_, transport, token) => {
    await withSlack(async (slack) => {
      const variables = { ...credentials(transport, slack.apiUrl), ...token };
      const { output, code } = await refusal(variables, slack);
      expect(code).toBe(1);
      expect(output).toMatch(/token/i);
      expect(output).toContain('invalid_auth');
      expect(output).not.toMatch(STACK);
      for (const secret of [...Object.values(SECRETS), ...Object.values(token)]) {
        expect(output).not.toContain(secret);
      }
    });
  });

  it('says in a plain sentence that its port is taken', async () => {
    const busy = await takePort();
    try {
      await withSlack(async (slack) => {
        const { output, code } = await refusal({ PORT: String(busy.port) }, slack);
        expect(code).toBe(1);
        expect(output).toContain(String(busy.port));
        expect(output).toContain('PORT');
        expect(output).not.toMatch(STACK);
      });
    } finally {
      await busy.free();
    }
  });

  it.each([
    ['a folder that is a file', { DATA_DIR: import.meta.filename }, 'starting.test.ts'],
    [
      'a database that gives no answer',
      { DATABASE_URL: 'postgres://press:secret@127.0.0.1:1/press' },
      'DATABASE_URL',
    ],
  ])('says in a plain sentence that it can’t keep anything: %s', async (_, variables, named) => {
    await withSlack(async (slack) => {
      const { output, code } = await refusal(variables, slack);
      expect(code).toBe(1);
      expect(output).toContain(named);
      expect(output).not.toContain('secret@127');
      expect(output).not.toMatch(STACK);
    });
  });

  it('only warns where the health port is taken', async () => {
    const busy = await takePort();
    try {
      const bot = await launchBot('http', { ...knowledge(), HEALTH_PORT: String(busy.port) });
      await answersHoursAndStops(bot);
      expect(bot.app.output()).toContain(String(busy.port));
      expect(await bot.app.ended()).toEqual({ code: 0, signal: null });
    } finally {
      await busy.free();
    }
  });
});

/** Asks as soon as somebody listens. */
async function answersHoursAndStops(bot: Bot): Promise<void> {
  try {
    await bot.listening();
    const asked = bot.people.slash(bot.slack.workspace.visitor(), 'hours');
    expect(blockWords((await asked.nextResponse()).body)).toContain(HOURS);
  } finally {
    await bot.stop();
  }
}
