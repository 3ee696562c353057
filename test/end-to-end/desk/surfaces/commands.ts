import { describe, expect, it } from 'vitest';
import { COST, QUESTION } from '../../../support/made-up-release/text.ts';
import type { DeskBot } from '../../support/desk-bot.ts';
import { viewWords, wordsOf } from '../../support/screen.ts';
import { ASK, cardOf, enquiry, handOver } from './at-work.ts';

/** Tests for any transport; `bot` is running. */
export function commands(bot: () => DeskBot): void {
  describe('the desk’s list', () => {
    it('is shown to an officer, and searched', async () => {
      const { asha, desk, newsroom } = bot();
      const { reference, card } = await enquiry(bot(), {
        Outlet: 'Quagga Weekly',
        Deadline: 'in 40 min',
      });
      await asha.command(newsroom, 'desk');
      expect(wordsOf(await asha.sees(newsroom, /Overdue[\s\S]*Answered today/))).toContain(
        reference,
      );
      await asha.command(newsroom, 'desk quagga');
      expect(wordsOf(await asha.sees(newsroom, /Found: \d/))).toContain(reference);
      await asha.press(card, /^Take it$/);
      await asha.sees(desk, cardOf(reference, 'Taken'));
      await asha.command(newsroom, 'desk mine');
      const mine = wordsOf(await asha.sees(newsroom, /^Yours: \d/));
      expect(mine).toContain(reference);
      expect(mine).not.toContain('Overdue');
    });

    it('is a question from anybody else, and so are the other orders', async () => {
      const { reporter, newsroom, slack } = bot();
      const robin = reporter();
      for (const text of ['desk', 'off "zebra"', 'on']) {
        slack.reset();
        await robin.command(newsroom, text);
        await robin.sees(newsroom, /To ring now/);
      }
      expect(robin.messages(newsroom).map(wordsOf).join()).not.toMatch(/Overdue|Answers are o/);
    });

    it('is said to have switched nothing off where the reason stands in no quotation marks', async () => {
      const { reporter, asha, newsroom, desk, slack } = bot();
      slack.reset();
      await asha.command(desk, 'off wrong figure');
      await asha.sees(desk, /Nothing was switched off/);
      const robin = reporter();
      await robin.command(newsroom, 'off wrong figure');
      await robin.sees(newsroom, /To ring now/);
      expect(robin.messages(newsroom).map(wordsOf).join()).not.toMatch(/switched off/);
    });

    it('comes first in an officer’s home tab, and a reporter’s own enquiries in theirs', async () => {
      const { asha } = bot();
      const { robin, reference } = await enquiry(bot());
      expect(viewWords(await asha.home())).toMatch(/Overdue[\s\S]*Hours:/);
      expect(viewWords(await robin.home())).toMatch(
        new RegExp(`Your enquiries[\\s\\S]*${reference}[\\s\\S]*To ring now`),
      );
    });
  });

  describe('the off switch', () => {
    it('stops answers everywhere, gives the number and the form, and is switched on again', async () => {
      const { asha, tom, reporter, newsroom, desk } = bot();
      const robin = reporter();
      await robin.command(newsroom, QUESTION);
      const earlier = await robin.sees(newsroom, /£3\.7 million/);
      await asha.command(newsroom, 'off the record?');
      await asha.command(newsroom, 'off');
      await asha.sees(newsroom, /Say why in the same line/);
      await asha.command(newsroom, 'off "zebra in the figures"');
      await asha.sees(newsroom, /Answers are off, everywhere/);
      try {
        await robin.say(robin.direct, QUESTION);
        const direct = await robin.sees(robin.direct, /Answers are switched off/);
        await robin.say(newsroom, `@hmicfrs ${QUESTION}`);
        const public_ = await robin.sees(newsroom, /Answers are switched off/);
        for (const message of [direct, public_]) expect(wordsOf(message)).not.toContain(COST);
        for (const label of [/^Share/, /^Show it/, /^Plain text/])
          await robin.press(earlier, label);
        expect(
          robin.messages(newsroom).filter((each) => wordsOf(each).includes(COST)),
        ).toHaveLength(1);
        await robin.press(direct, ASK);
        await asha.sees(desk, cardOf(await handOver(robin)));
      } finally {
        await tom.command(newsroom, 'on');
        await tom.sees(newsroom, /Answers are on/);
      }
      await robin.command(newsroom, QUESTION);
      await robin.sees(newsroom, /£3\.7 million/);
    });
  });

  describe('“Something wrong?”', () => {
    it('goes to the desk', async () => {
      const { asha, desk, reporter, newsroom } = bot();
      const robin = reporter();
      await robin.command(newsroom, QUESTION);
      await robin.press(await robin.sees(newsroom, /£3\.7 million/), /Something wrong/);
      await robin.modal(/goes to the press desk/);
      await robin.submit({ 'What is wrong': 'The zebra is missing <!channel>' });
      await robin.modal(/goes to the press desk\. If/);
      const told = await asha.sees(desk, /says that something is wrong/);
      expect(wordsOf(told)).toContain('The zebra is missing <!channel>');
      expect(JSON.stringify(told)).not.toContain('<!channel>');
    });
  });
}
