import { describe, expect, it } from 'vitest';
import type { Fault, Incoming } from '../../../local-slack/faults.ts';
import { RESPONSE_URL } from '../../../local-slack/journal.ts';
import type { Sent } from '../../../local-slack/sender.ts';
import type { Visitor } from '../../../local-slack/workspace.ts';
import type { Bot } from '../support/bot.ts';
import { A_NUMBER, blockWords, COST, COST_QUESTION, stringsOf } from '../support/reading.ts';

const POST = 'chat.postMessage';
const RATE_LIMITED = { kind: 'rate-limited', retryAfter: 1 } as const;
const BROKEN = { kind: 'status', status: 500 } as const;
const EPHEMERAL = 'chat.postEphemeral';
const GONE = { kind: 'status', status: 404 } as const;
/** More often than anything is tried. */
const ALL_ALONG = 20;
const PATIENCE_MS = 30_000;

function forUser(user: string): (call: Pick<Incoming, 'body'>) => boolean {
  return ({ body }) => body.user === user;
}

/** Tests for any transport; `bot` is running. */
export function webApiTrouble(bot: () => Bot): void {
  describe('trouble with the Web API', () => {
    it.each([
      ['asks for patience', RATE_LIMITED],
      ['breaks', BROKEN],
    ])('an answer is posted once where Slack first %s', async (_, fault) => {
      const by = bot().slack.workspace.visitor();
      const here = (call: Incoming) => call.body.channel === by.channel.id;
      bot().slack.faults.add(POST, fault, here);
      expect(await bot().people.mention(by, COST_QUESTION).receipt).toMatchObject({ acked: true });
      const { body } = await bot().slack.journal.next(POST, here, PATIENCE_MS);
      expect(blockWords(body)).toContain(COST);
      bot().people.mention(by, COST_QUESTION);
      await bot().slack.journal.next(POST, here);
      const all = bot().slack.journal.all(POST).filter(here);
      expect(all.map((call) => call.failed !== undefined)).toEqual([true, false, false]);
    });

    it.each([
      ['asks for patience', RATE_LIMITED],
      ['breaks', BROKEN],
    ])('a private answer comes once where Slack first %s', async (_, fault) => {
      const asked = bot().people.slash(bot().slack.workspace.visitor(), COST_QUESTION);
      bot().slack.faults.add(RESPONSE_URL, fault, ({ url }) => url === asked.path);
      expect(await asked.receipt).toMatchObject({ acked: true });
      const { body } = await asked.nextResponse(PATIENCE_MS);
      expect(blockWords(body)).toMatch(A_NUMBER);
      expect(asked.responses()).toHaveLength(1);
    });

    /** Asks by slash command, and breaks the response URL of this one question for good. */
    const askInVain = (by: Visitor, fault: Fault): Sent => {
      const asked = bot().people.slash(by, COST_QUESTION);
      bot().slack.faults.add(RESPONSE_URL, fault, ({ url }) => url === asked.path, ALL_ALONG);
      return asked;
    };

    it.each([
      ['is gone', GONE],
      ['breaks all along', BROKEN],
    ])(
      'a reply reaches the asker alone, where they asked, when the response URL %s',
      async (_, fault) => {
        const by = bot().slack.workspace.visitor();
        const asked = askInVain(by, fault);
        expect(await asked.receipt).toMatchObject({ acked: true });
        const { body } = await bot().slack.journal.next(EPHEMERAL, forUser(by.user), PATIENCE_MS);
        expect(body).toMatchObject({ channel: by.channel.id, user: by.user });
        expect(blockWords(body)).toMatch(A_NUMBER);
        expect(asked.responses()).toEqual([]);
        expect(bot().slack.journal.all(POST)).toEqual([]);
      },
    );

    it.each([
      ['the bot is not in the channel', false, undefined],
      ['Slack refuses that too', true, { kind: 'error', error: 'fatal_error' }],
    ] as const)(
      'a reply comes by direct message when the response URL is gone and %s',
      async (_, withBot, fault) => {
        const by = bot().slack.workspace.visitor('public', withBot);
        if (fault) bot().slack.faults.add(EPHEMERAL, fault, forUser(by.user), ALL_ALONG);
        const asked = askInVain(by, GONE);
        expect(await asked.receipt).toMatchObject({ acked: true });
        const direct = ({ body }: Pick<Incoming, 'body'>) => body.channel === by.user;
        const { body } = await bot().slack.journal.next(POST, direct, PATIENCE_MS);
        expect(blockWords(body)).toMatch(A_NUMBER);
        expect(bot().slack.journal.all(EPHEMERAL).filter(forUser(by.user))).toHaveLength(1);
        expect(bot().slack.journal.all(POST)).toHaveLength(1);
      },
    );

    it('one person’s trouble leaves the next one’s answer alone', async () => {
      const [first, second] = [bot().slack.workspace.visitor(), bot().slack.workspace.visitor()];
      bot().slack.faults.add(
        POST,
        { kind: 'error', error: 'internal_error' },
        ({ body }) => body.channel === first.channel.id,
      );
      await bot().people.mention(first, COST_QUESTION).receipt;
      bot().people.mention(second, COST_QUESTION);
      const { body } = await bot().slack.journal.next(
        POST,
        (call) => call.body.channel === second.channel.id,
      );
      expect(stringsOf(body)).toContain(COST);
    });
  });
}
