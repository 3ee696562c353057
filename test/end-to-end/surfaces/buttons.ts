import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../local-slack/json.ts';
import { isObject, objectsAt, stringsIn, textAt } from '../../../local-slack/json.ts';
import type { Surface } from '../../../local-slack/payloads.ts';
import type { Visitor } from '../../../local-slack/workspace.ts';
import type { Bot } from '../support/bot.ts';
import { fillIn } from '../support/fill-in.ts';
import {
  A_NUMBER,
  blockWords,
  button,
  buttonsOf,
  COST,
  COST_QUESTION,
  fallbackWords,
  LABELS,
  SPEAKER,
  VAGUE,
} from '../support/reading.ts';
import { talkWith } from '../support/talk.ts';

/** Tests for any transport; `bot` is running. */
export function buttons(bot: () => Bot): void {
  describe('the buttons of an answer', () => {
    const private_ = (): Surface => ({
      kind: 'ephemeral',
      ts: bot().slack.workspace.messages.ts(),
    });

    async function answered(by: Visitor, question = COST_QUESTION): Promise<JsonObject> {
      return (await bot().people.slash(by, question).nextResponse()).body;
    }

    async function opened(by: Visitor, body: JsonObject, label: RegExp): Promise<JsonObject> {
      const pressed = bot().people.press(by, button(body, label), private_());
      expect(await pressed.receipt).toMatchObject({ acked: true });
      const call = await bot().slack.journal.next(
        'views.open',
        ({ body: { trigger_id } }) => trigger_id === pressed.triggerId,
      );
      const { view } = call.body;
      if (!isObject(view)) throw new Error('views.open without a view');
      return view;
    }

    async function firstChoice(by: Visitor): Promise<JsonObject> {
      for (const question of VAGUE) {
        const body = await answered(by, question);
        const first = buttonsOf(body)[0];
        if (first && blockWords(body).includes('Did you mean')) return first;
      }
      throw new Error(`none of these brought a choice: ${VAGUE.join(', ')}`);
    }

    it('show the words in their place', async () => {
      const by = bot().slack.workspace.visitor();
      const view = await opened(by, await answered(by), LABELS.place);
      const words = stringsIn(view).join('\n');
      expect(words).toContain(COST);
      expect(words).toContain('Unfortunately, however, it has also led to an increase');
    });

    it('give plain text to copy, without markup', async () => {
      const by = bot().slack.workspace.visitor();
      const view = await opened(by, await answered(by), LABELS.copy);
      const words = stringsIn(view).join('\n');
      expect(words).toContain(`“${COST}”`);
      expect(words).toContain(`Her Majesty’s Inspector of Constabulary ${SPEAKER}`);
    });

    it('take a report that something is wrong', async () => {
      const by = bot().slack.workspace.visitor();
      const view = await opened(by, await answered(by), LABELS.wrong);
      const kept = bot().slack.workspace.views.of(by.user).at(-1) ?? view;
      const secret = 'The figure looks old to me 4711';
      const sent = bot().people.submit(by, kept, fillIn(kept, secret));
      const receipt = await sent.receipt;
      expect(receipt).toMatchObject({ acked: true });
      expect(textAt(receipt.payload, 'response_action')).not.toBe('errors');
    });

    it('share the answer with the channel', async () => {
      const by = bot().slack.workspace.visitor();
      const pressed = bot().people.press(by, button(await answered(by), LABELS.share), private_());
      expect(await pressed.receipt).toMatchObject({ acked: true });
      const { body } = await pressed.nextResponse();
      expect(body.response_type).toBe('in_channel');
      expect(body.replace_original ?? false).toBe(false);
      expect(blockWords(body)).toContain(`“${COST}”`);
      expect(blockWords(body)).toContain(SPEAKER);
      expect(fallbackWords(body)).toContain(COST);
    });

    it('share it once, however often they are pressed', async () => {
      const by = bot().slack.workspace.visitor();
      const share = button(await answered(by), LABELS.share);
      const surface = private_();
      const presses = [1, 2, 3].map(() => bot().people.press(by, share, surface));
      for (const pressed of presses) expect(await pressed.receipt).toMatchObject({ acked: true });
      await answered(by);
      await answered(by);
      const said = presses.flatMap((pressed) => pressed.responses());
      expect(said.filter(({ body }) => body.response_type === 'in_channel')).toHaveLength(1);
    });

    it('offer no sharing of an answer that everybody sees already', async () => {
      const by = bot().slack.workspace.visitor();
      bot().people.mention(by, COST_QUESTION);
      const { body } = await talkWith(bot).nextPost(by);
      const labels = buttonsOf(body).map((each) => textAt(each.text, 'text'));
      expect(labels.filter((label) => LABELS.share.test(label))).toEqual([]);
    });

    it('work on an answer in a thread too', async () => {
      const by = bot().slack.workspace.visitor();
      bot().people.mention(by, COST_QUESTION);
      const { body } = await talkWith(bot).nextPost(by);
      const surface: Surface = { kind: 'message', ts: bot().slack.workspace.messages.ts(), body };
      const pressed = bot().people.press(by, button(body, LABELS.place), surface);
      expect(await pressed.receipt).toMatchObject({ acked: true });
      const { body: call } = await bot().slack.journal.next('views.open');
      expect(stringsIn(call).join('\n')).toContain(COST);
    });

    it('replace a choice by its answer', async () => {
      const by = bot().slack.workspace.visitor();
      const first = await firstChoice(by);
      const pressed = bot().people.press(by, first, private_());
      expect(await pressed.receipt).toMatchObject({ acked: true });
      const { body } = await pressed.nextResponse();
      expect(body.replace_original).toBe(true);
      expect(blockWords(body)).toContain(`About: ${textAt(first.text, 'text').replace(/…$/, '')}`);
      expect(blockWords(body)).toMatch(A_NUMBER);
    });

    it('of the home tab work', async () => {
      const by = bot().slack.workspace.visitor('im');
      await bot().people.openHome(by);
      await bot().slack.journal.next('views.publish');
      const view = bot().slack.workspace.views.home(by.user) ?? {};
      for (const each of objectsAt(view, 'blocks').flatMap((block) =>
        objectsAt(block, 'elements'),
      )) {
        if (each.type !== 'button' || each.url !== undefined) continue;
        const pressed = bot().people.press(by, { ...each, block_id: 'b0' }, { kind: 'view', view });
        expect(await pressed.receipt).toMatchObject({ acked: true });
      }
    });
  });
}
