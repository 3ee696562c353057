import { describe, expect, it } from 'vitest';
import { RESPONSE_URL } from '../../../local-slack/journal.ts';
import type { Bot } from '../support/bot.ts';
import { blockWords, button, COST, COST_QUESTION, isAlive } from '../support/reading.ts';

/** What would ring every telephone, or lead somewhere, if it came alive in one of our messages. */
const LIVE = ['<!channel>', '<!here>', '<@U1>', '<#C1>', '<https://x|y>', '<https://x>'];
const DEAD = LIVE.map((each) => each.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));

const QUESTIONS = [
  LIVE.join(' '),
  DEAD.join(' '),
  `${COST_QUESTION} ${LIVE.join(' ')}`,
  `${COST_QUESTION}? and who is ${LIVE.join(' ')} quoted? what is ${LIVE.join(' ')} recommended?`,
  `hours ${LIVE.join(' ')}`,
  `${LIVE.join(' ')} topics`,
];

/** Tests for any transport; `bot` is running. */
export function deadMarkup(bot: () => Bot): void {
  describe('markup in a question', () => {
    const everything = () =>
      bot()
        .slack.journal.all()
        .map((call) => call.body);

    it.each(QUESTIONS)('stays dead in the answer to /hmicfrs %s', async (question) => {
      const asked = bot().people.slash(bot().slack.workspace.visitor(), question);
      await asked.nextResponse();
      expect(everything().filter((body) => isAlive(body, LIVE))).toEqual([]);
    });

    it.each(QUESTIONS)(
      'stays dead in the answers to a mention and a message: %s',
      async (question) => {
        const [here, direct] = [
          bot().slack.workspace.visitor(),
          bot().slack.workspace.visitor('im'),
        ];
        bot().people.mention(here, question);
        bot().people.message(direct, question);
        for (const { channel } of [here, direct]) {
          await bot().slack.journal.next(
            'chat.postMessage',
            (call) => call.body.channel === channel.id,
          );
        }
        expect(everything().filter((body) => isAlive(body, LIVE))).toEqual([]);
      },
    );

    it('stays dead in what the buttons of an answer bring', async () => {
      const by = bot().slack.workspace.visitor();
      const asked = bot().people.slash(by, `${COST_QUESTION} ${LIVE.join(' ')}`);
      const { body } = await asked.nextResponse();
      expect(blockWords(body)).toContain(COST);
      for (const label of [/place/i, /copy/i, /wrong/i]) {
        bot().people.press(by, button(body, label), { kind: 'ephemeral', ts: '1.000001' });
        await bot().slack.journal.next('views.open');
      }
      const shared = bot().people.press(by, button(body, /share/i), {
        kind: 'ephemeral',
        ts: '1.000001',
      });
      await shared.nextResponse();
      expect(bot().slack.journal.all(RESPONSE_URL).length).toBeGreaterThan(1);
      expect(everything().filter((each) => isAlive(each, LIVE))).toEqual([]);
    });
  });
}
