import { describe, expect, it } from 'vitest';
import { stringsIn } from '../../../local-slack/json.ts';
import { TEAM } from '../../../local-slack/names.ts';
import { messageEvent } from '../../../local-slack/payloads.ts';
import type { Bot } from '../support/bot.ts';
import {
  A_NUMBER,
  blockWords,
  COST,
  COST_QUESTION,
  HOURS,
  NONSENSE,
  SPEAKER,
} from '../support/reading.ts';
import { POST, talkWith } from '../support/talk.ts';

/** Tests for any transport; `bot` is running. */
export function conversation(bot: () => Bot): void {
  describe('a conversation', () => {
    const talk = talkWith(bot);

    it('answers a mention in its thread', async () => {
      const by = talk.person();
      const { ts, receipt } = bot().people.mention(by, COST_QUESTION);
      expect(await receipt).toMatchObject({ acked: true });
      const { body } = await talk.nextPost(by);
      expect(body.thread_ts).toBe(ts);
      expect(body.reply_broadcast ?? false).toBe(false);
      expect(blockWords(body)).toContain(`“${COST}”`);
      expect(blockWords(body)).toContain(SPEAKER);
    });

    it('answers a mention in a thread in that thread', async () => {
      const by = talk.person();
      const root = bot().slack.workspace.messages.ts();
      bot().people.mention(by, COST_QUESTION, { thread_ts: root });
      expect((await talk.nextPost(by)).body.thread_ts).toBe(root);
    });

    it('finds a mention in the middle and at the end of a question', async () => {
      for (const text of [
        `what does <@${TEAM.botUser}> cyber crime cost the uk`,
        `${COST_QUESTION} <@${TEAM.botUser}>`,
      ]) {
        const by = talk.person();
        void bot().people.event(
          messageEvent('app_mention', by, bot().slack.workspace.messages.ts(), text),
        );
        expect(blockWords((await talk.nextPost(by)).body)).toContain(COST);
      }
    });

    it('greets or explains itself where there is nothing but the mention', async () => {
      const by = talk.person();
      bot().people.mention(by, '');
      expect(blockWords((await talk.nextPost(by)).body)).toContain('/hmicfrs');
    });

    it('answers a direct message', async () => {
      const by = talk.person('im');
      const { receipt } = bot().people.message(by, COST_QUESTION);
      expect(await receipt).toMatchObject({ acked: true });
      expect(blockWords((await talk.nextPost(by)).body)).toContain(`“${COST}”`);
    });

    it('answers a direct message in the thread that it was written in', async () => {
      const by = talk.person('im');
      bot().people.message(by, COST_QUESTION, { thread_ts: '1.000002' });
      expect((await talk.nextPost(by)).body.thread_ts).toBe('1.000002');
    });

    it('knows its commands in a direct message too', async () => {
      const by = talk.person('im');
      bot().people.message(by, 'hours');
      expect(blockWords((await talk.nextPost(by)).body)).toContain(HOURS);
    });

    it('gives the number to nonsense', async () => {
      const by = talk.person('im');
      bot().people.message(by, NONSENSE);
      expect(blockWords((await talk.nextPost(by)).body)).toMatch(A_NUMBER);
    });

    it('acknowledges at once, however slow Slack takes the answer', async () => {
      const by = talk.person();
      const hold = bot().slack.faults.hold(POST);
      const { receipt } = bot().people.mention(by, COST_QUESTION);
      await hold.arrived;
      expect(await receipt).toMatchObject({ acked: true });
      expect(talk.postsTo(by)).toEqual([]);
      hold.release();
      expect((await talk.nextPost(by)).order).toBeGreaterThan((await receipt).order);
    });

    it('survives a channel that it has left', async () => {
      const left = bot().slack.workspace.visitor('public', false);
      expect(await bot().people.mention(left, COST_QUESTION).receipt).toMatchObject({
        acked: true,
      });
      await talk.marker(talk.person());
    });

    it('answers 100,000 characters', async () => {
      const by = talk.person('im');
      bot().people.message(by, 'why is it so? '.repeat(7200).slice(0, 100_000));
      expect(blockWords((await talk.nextPost(by)).body)).toMatch(A_NUMBER);
    });

    it('shows what it can do on its home tab', async () => {
      const by = talk.person('im');
      expect(await bot().people.openHome(by)).toMatchObject({ acked: true });
      const { body } = await bot().slack.journal.next(
        'views.publish',
        (call) => call.body.user_id === by.user,
      );
      expect(stringsIn(body).join('\n')).toMatch(A_NUMBER);
      expect(stringsIn(body).join('\n')).toContain('/hmicfrs');
    });
  });
}
