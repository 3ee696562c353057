import { describe, expect, it } from 'vitest';
import { RESPONSE_URL } from '../../../local-slack/journal.ts';
import type { JsonObject } from '../../../local-slack/json.ts';
import type { Bot } from '../support/bot.ts';
import {
  A_NUMBER,
  blockWords,
  COST,
  COST_QUESTION,
  fallbackWords,
  HEADLINE,
  HELP,
  HOURS,
  NONSENSE,
  SPEAKER,
} from '../support/reading.ts';

async function answerTo(bot: Bot, text: string): Promise<JsonObject> {
  const asked = bot.people.slash(bot.slack.workspace.visitor(), text);
  expect(await asked.receipt).toMatchObject({ acked: true });
  return (await asked.nextResponse()).body;
}

/** Tests for any transport; `bot` is running. */
export function slashCommand(bot: () => Bot): void {
  describe('/hmicfrs', () => {
    it('answers in private, in the words of the release, and says who speaks', async () => {
      const body = await answerTo(bot(), COST_QUESTION);
      expect(body.response_type ?? 'ephemeral').toBe('ephemeral');
      for (const words of [blockWords(body), fallbackWords(body)]) {
        expect(words).toContain(`“${COST}”`);
        expect(words).toContain(SPEAKER);
        expect(words).toMatch(A_NUMBER);
      }
    });

    it('answers somebody in a channel that the bot is not in', async () => {
      const asked = bot().people.slash(
        bot().slack.workspace.visitor('public', false),
        COST_QUESTION,
      );
      expect(blockWords((await asked.nextResponse()).body)).toContain(COST);
    });

    it.each(['', '   ', 'help', 'HELP', ' help '])('explains itself to “%s”', async (text) => {
      const body = await answerTo(bot(), text);
      expect(body.response_type ?? 'ephemeral').toBe('ephemeral');
      expect(blockWords(body)).toContain(HELP);
      expect(fallbackWords(body)).toContain('/hmicfrs topics');
    });

    it('does not take a question that starts with “help” for a call for help', async () => {
      const body = await answerTo(bot(), 'help me find the quote');
      expect(blockWords(body)).not.toContain(HELP);
      expect(fallbackWords(body)).not.toContain(HELP);
    });

    it('says when the office is open and which number rings now', async () => {
      const body = await answerTo(bot(), 'hours');
      expect(blockWords(body)).toContain(HOURS);
      expect(blockWords(body)).toMatch(/office (is (open|shut)|opens at)/);
      expect(blockWords(body)).toMatch(A_NUMBER);
    });

    it.each(['topics', 'cyber topics'])('lists what may be asked: “%s”', async (text) => {
      const body = await answerTo(bot(), text);
      expect(blockWords(body)).toContain(HEADLINE);
      expect(blockWords(body)).toContain('The overall verdict');
      expect(fallbackWords(body)).toContain('The overall verdict');
    });

    it('gives the number, and no guess, to nonsense', async () => {
      const body = await answerTo(bot(), NONSENSE);
      expect(blockWords(body)).toContain('I don’t know');
      expect(blockWords(body)).toMatch(A_NUMBER);
      expect(fallbackWords(body)).toMatch(A_NUMBER);
    });

    it('acknowledges before it has been able to answer', async () => {
      const hold = bot().slack.faults.hold(RESPONSE_URL);
      const asked = bot().people.slash(bot().slack.workspace.visitor(), COST_QUESTION);
      await hold.arrived;
      expect(await asked.receipt).toMatchObject({ acked: true });
      expect(asked.responses()).toEqual([]);
      hold.release();
      expect((await asked.nextResponse()).order).toBeGreaterThan((await asked.receipt).order);
    });

    it('answers once', async () => {
      const asked = bot().people.slash(bot().slack.workspace.visitor(), COST_QUESTION);
      await asked.nextResponse();
      await answerTo(bot(), COST_QUESTION);
      expect(asked.responses()).toHaveLength(1);
    });

    it('answers a question of 100,000 characters', async () => {
      const body = await answerTo(
        bot(),
        'what does it all cost, then? '.repeat(3500).slice(0, 100_000),
      );
      expect(blockWords(body)).toMatch(A_NUMBER);
    });

    it.each(['\u0000\u0001\u0007', '🙂'.repeat(200), '\ud800', '“”‘’', '%00%ff', '-'.repeat(5000)])(
      'has a reply to %j',
      async (text) => {
        expect(blockWords(await answerTo(bot(), text))).toMatch(A_NUMBER);
      },
    );

    it('acknowledges a command that it does not know', async () => {
      const sent = bot().people.slash(bot().slack.workspace.visitor(), 'anything', '/hmicfrs-old');
      expect(await sent.receipt).toMatchObject({ acked: true });
    });

    it('answers twenty people at once, each with their own', async () => {
      const asked = Array.from({ length: 20 }, () =>
        bot().people.slash(bot().slack.workspace.visitor(), COST_QUESTION),
      );
      for (const each of asked) {
        expect(await each.receipt).toMatchObject({ acked: true });
        expect(blockWords((await each.nextResponse()).body)).toContain(COST);
      }
    });
  });
}
