import { describe, expect, it } from 'vitest';
import { type JsonObject, textAt } from '../../../local-slack/json.ts';
import type { Surface } from '../../../local-slack/payloads.ts';
import type { Visitor } from '../../../local-slack/workspace.ts';
import type { Bot } from '../support/bot.ts';
import {
  button,
  buttonsOf,
  COST,
  COST_QUESTION,
  fallbackWords,
  LABELS,
} from '../support/reading.ts';

const GARBAGE = [
  undefined,
  '',
  'x',
  '{}',
  '[]',
  'null',
  '{"v":1}',
  '🙂',
  'cyber/no-such-entry',
  '../../etc/passwd',
  '__proto__',
  'a'.repeat(2000),
];

/** Tests for any transport; `bot` is running. */
export function forgedButtons(bot: () => Bot): void {
  describe('buttons that are old, late or forged', () => {
    const private_ = (): Surface => ({
      kind: 'ephemeral',
      ts: bot().slack.workspace.messages.ts(),
    });

    async function answered(by: Visitor): Promise<JsonObject> {
      return (await bot().people.slash(by, COST_QUESTION).nextResponse()).body;
    }

    it.each(GARBAGE)('do no harm with the value %j', async (value) => {
      const by = bot().slack.workspace.visitor();
      const body = await answered(by);
      for (const each of buttonsOf(body)) {
        const { value: _, ...bare } = each;
        const forged = value === undefined ? bare : { ...bare, value };
        const pressed = bot().people.press(by, forged, private_());
        expect(await pressed.receipt).toMatchObject({ acked: true });
        expect(
          pressed.responses().filter((call) => call.body.response_type === 'in_channel'),
        ).toEqual([]);
      }
      expect(fallbackWords(await answered(by))).toContain(COST);
    });

    it('show nothing in a channel that does not exist', async () => {
      const by = bot().slack.workspace.visitor();
      const share = button(await answered(by), LABELS.share);
      const value = textAt(share, 'value').replace('cost-to-uk', 'no-such-entry');
      const pressed = bot().people.press(by, { ...share, value }, private_());
      expect(await pressed.receipt).toMatchObject({ acked: true });
      await answered(by);
      expect(pressed.responses().filter(({ body }) => body.response_type === 'in_channel')).toEqual(
        [],
      );
    });

    it('tell the person where a modal comes too late', async () => {
      const by = bot().slack.workspace.visitor();
      const body = await answered(by);
      const pressed = bot().people.press(by, button(body, LABELS.place), private_());
      const late = { kind: 'error', error: 'expired_trigger_id' } as const;
      bot().slack.faults.add(
        'views.open',
        late,
        (call) => call.body.trigger_id === pressed.triggerId,
      );
      expect(await pressed.receipt).toMatchObject({ acked: true });
      const told = await pressed.nextResponse();
      expect(told.body.response_type ?? 'ephemeral').toBe('ephemeral');
      expect(told.body.replace_original ?? false).toBe(false);
    });

    it('are acknowledged where nobody knows them any more', async () => {
      const by = bot().slack.workspace.visitor();
      const text = { type: 'plain_text', text: 'Old' };
      const old = { type: 'button', action_id: 'from-last-year', block_id: 'b0', text, value: '1' };
      expect(await bot().people.press(by, old, private_()).receipt).toMatchObject({ acked: true });
    });
  });
}
