import { describe, expect, it } from 'vitest';
import type { DeskBot } from '../../support/desk-bot.ts';
import { blockWords, button } from '../../support/reading.ts';
import { labelsOf, wordsOf } from '../../support/screen.ts';
import { cardOf, enquiry } from './at-work.ts';

/** Tests for any transport; `bot` is running. */
export function acting(bot: () => DeskBot): void {
  describe('a card', () => {
    it('is taken, marked urgent, given back, closed and opened again', async () => {
      const { asha, desk } = bot();
      const { card, reference, robin } = await enquiry(bot());
      expect(labelsOf(card)).toEqual(['Take it', 'Answer', 'Urgent', 'Not for us', 'Close']);
      await asha.press(card, /^Take it$/);
      const taken = await asha.sees(desk, cardOf(reference, 'Taken'));
      expect(labelsOf(taken)).toContain('Give it back');
      await asha.press(taken, /^Urgent$/);
      await asha.sees(desk, new RegExp(`Urgent: enquiry ${reference}`));
      await asha.press(taken, /^Give it back$/);
      await asha.sees(desk, cardOf(reference, 'Nobody has it yet'));
      await asha.press(taken, /^Close$/);
      await asha.sees(desk, cardOf(reference, 'Closed'));
      await robin.sees(robin.direct, /closed your enquiry/);
      await asha.press(card, /^Reopen$/);
      await robin.sees(robin.direct, /is open again/);
    });

    it('has one owner where two officers press at once, and the other is told who', async () => {
      const { asha, tom, desk } = bot();
      const { card, reference } = await enquiry(bot());
      await Promise.all([asha.press(card, /^Take it$/), tom.press(card, /^Take it$/)]);
      const taken = wordsOf(await asha.sees(desk, cardOf(reference, 'Taken')));
      const [owner, other] = taken.includes(asha.id) ? [asha, tom] : [tom, asha];
      expect(wordsOf(await other.sees(desk, /has this enquiry\. Nothing/))).toContain(owner.id);
      await other.press(card, /^Answer$/);
      await other.sees(desk, /has this enquiry\. Nothing/);
      expect(bot().slack.workspace.views.of(other.id)).toEqual([]);
    });

    it.each(['Take it', 'Answer', 'Close'])(
      'refuses “%s” to who is no member of the desk’s channel, and nothing changes',
      async (label) => {
        const { bot: running, slack, desk, asha } = bot();
        const { card, reference } = await enquiry(bot());
        const pressed = running.people.press(
          slack.workspace.visitor(),
          button({ blocks: card.blocks }, new RegExp(`^${label}$`)),
          { kind: 'message', ts: card.ts, body: { blocks: card.blocks } },
        );
        const { body } = await pressed.nextResponse();
        expect(blockWords(body)).toContain('Only members of the press desk’s channel can do this');
        expect(body.response_type).toBe('ephemeral');
        expect(labelsOf(await asha.sees(desk, cardOf(reference)))).toEqual(labelsOf(card));
      },
    );

    it('tells who asked where to go instead', async () => {
      const { asha, desk } = bot();
      const { card, reference, robin } = await enquiry(bot());
      await asha.press(card, /^Not for us$/);
      await asha.modal(new RegExp(reference));
      await asha.submit({ 'Where to go instead': 'The zebra office <!here>' });
      await asha.sees(desk, cardOf(reference, 'Not for us'));
      const told = await robin.sees(robin.direct, /is not one that/);
      expect(wordsOf(told)).toContain('The zebra office <!here>');
      expect(JSON.stringify(told)).not.toContain('<!here>');
    });
  });
}
