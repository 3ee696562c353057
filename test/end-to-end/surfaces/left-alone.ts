import { describe, expect, it } from 'vitest';
import { newId, TEAM } from '../../../local-slack/names.ts';
import { messageEvent } from '../../../local-slack/payloads.ts';
import type { Bot } from '../support/bot.ts';
import { blockWords, COST, COST_QUESTION } from '../support/reading.ts';
import { talkWith } from '../support/talk.ts';

/** Tests for any transport; `bot` is running. */
export function leftAlone(bot: () => Bot): void {
  describe('what is not, or not again, answered', () => {
    const talk = talkWith(bot);

    it('leaves a reply in the thread alone where nobody mentions it', async () => {
      const by = talk.person();
      const { ts } = bot().people.mention(by, COST_QUESTION);
      await talk.nextPost(by);
      const { receipt } = bot().people.message(by, 'and who says so?', { thread_ts: ts });
      expect(await receipt).toMatchObject({ acked: true });
      await talk.marker(by);
      expect(talk.postsTo(by)).toHaveLength(2);
    });

    it('leaves ordinary talk in a channel alone', async () => {
      const by = talk.person();
      await bot().people.message(by, COST_QUESTION).receipt;
      await talk.marker(by);
      expect(talk.postsTo(by)).toHaveLength(1);
    });

    it('answers the same event once, however often it comes', async () => {
      const by = talk.person();
      const eventId = newId('Ev');
      const event = messageEvent(
        'app_mention',
        by,
        bot().slack.workspace.messages.ts(),
        `<@${TEAM.botUser}> ${COST_QUESTION}`,
      );
      const retry = { number: 1, reason: 'timeout' };
      const receipts = await Promise.all([
        bot().people.event(event, { eventId }),
        bot().people.event(event, { eventId }),
        bot().people.event(event, { eventId, retry }),
      ]);
      expect(receipts.map(({ acked }) => acked)).toEqual([true, true, true]);
      await talk.nextPost(by);
      await bot().people.event(event, { eventId, retry: { ...retry, number: 2 } });
      await talk.marker(by);
      expect(talk.postsTo(by)).toHaveLength(2);
    });

    it('answers a retry whose first copy never came', async () => {
      const by = talk.person('im');
      const event = messageEvent('message', by, bot().slack.workspace.messages.ts(), COST_QUESTION);
      void bot().people.event(event, { retry: { number: 1, reason: 'http_timeout' } });
      expect(blockWords((await talk.nextPost(by)).body)).toContain(COST);
    });

    it('answers one mention once, though it comes as a mention and as a message', async () => {
      const by = talk.person();
      const ts = bot().slack.workspace.messages.ts();
      const text = `<@${TEAM.botUser}> ${COST_QUESTION}`;
      await Promise.all([
        bot().people.event(messageEvent('message', by, ts, text)),
        bot().people.event(messageEvent('app_mention', by, ts, text)),
      ]);
      await talk.nextPost(by);
      await talk.marker(by);
      expect(talk.postsTo(by)).toHaveLength(2);
    });

    it.each([
      [
        'an edit',
        { subtype: 'message_changed', message: { text: COST_QUESTION, user: 'U1', ts: '1.2' } },
      ],
      ['a deletion', { subtype: 'message_deleted', deleted_ts: '1.2' }],
      ['another bot', { subtype: 'bot_message', bot_id: 'B9OTHER' }],
      ['another bot without a subtype', { bot_id: 'B9OTHER' }],
      ['itself', { user: TEAM.botUser, bot_id: TEAM.botId }],
      [
        'itself, edited',
        {
          subtype: 'message_changed',
          message: { user: TEAM.botUser, bot_id: TEAM.botId, text: COST_QUESTION },
        },
      ],
      ['somebody who joins', { subtype: 'channel_join' }],
    ])('leaves %s alone', async (_, more) => {
      const direct = talk.person('im');
      expect(await bot().people.message(direct, COST_QUESTION, more).receipt).toMatchObject({
        acked: true,
      });
      await talk.marker(direct);
      expect(talk.postsTo(direct)).toHaveLength(1);
    });

    it('does not talk to a bot that mentions it', async () => {
      const by = talk.person();
      await bot().people.mention(by, COST_QUESTION, { bot_id: 'B9OTHER', user: 'U9OTHER' }).receipt;
      await talk.marker(by);
      expect(talk.postsTo(by)).toHaveLength(1);
    });
  });
}
