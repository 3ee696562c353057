import { describe, expect, it } from 'vitest';
import { COST, QUESTION, SPEAKER } from '../../../support/made-up-release/text.ts';
import type { DeskBot } from '../../support/desk-bot.ts';
import { fieldLabels, initialOf, problemsOf, viewWords, wordsOf } from '../../support/screen.ts';
import { ASK, cardOf, enquiry, handOver, pressInModal, UNANSWERED } from './at-work.ts';

/** Tests for any transport; `bot` is running. */
export function answering(bot: () => DeskBot): void {
  describe('an answer', () => {
    it('goes to who asked alone, with how it may be used, and can be corrected', async () => {
      const { asha, tom, desk, newsroom } = bot();
      const { card, reference, robin } = await enquiry(bot());
      await asha.press(card, /^Answer$/);
      const form = await asha.modal(new RegExp(reference));
      expect(fieldLabels(form)).toContain('Answer');
      expect(viewWords(form)).toContain(UNANSWERED);
      await asha.submit({ Answer: 'A painter of zebras <!channel>.', Terms: 'Background' });
      const answer = await robin.sees(robin.direct, /Answer to your enquiry/);
      expect(wordsOf(answer)).toMatch(/A painter of zebras <!channel>\.[\s\S]*This is background/);
      expect(JSON.stringify(answer)).not.toContain('<!channel>');
      expect(robin.messages(newsroom).map(wordsOf).join()).not.toContain('painter of zebras');

      const answered = await tom.sees(desk, cardOf(reference, 'Answered'));
      await tom.press(answered, /^Correct$/);
      const again = await tom.modal(/Correct the answer/);
      expect(initialOf(again, 'Answer')).toBe('A painter of zebras <!channel>.');
      await tom.submit({ Answer: 'Two painters of zebras.', Terms: 'On the record' });
      const corrected = wordsOf(await robin.sees(robin.direct, /Correction: your enquiry/));
      expect(corrected).toMatch(/A painter of zebras[\s\S]*Two painters of zebras/);
    });

    it('goes into the thread where who asked in a channel chose that', async () => {
      const { asha, desk, newsroom, reporter } = bot();
      const robin = reporter();
      await robin.say(newsroom, `@hmicfrs ${UNANSWERED}`);
      const reply = await robin.sees(newsroom, /I don’t know/);
      await robin.press(reply, ASK);
      const reference = await handOver(robin, { 'Where to answer': 'Here' });
      const card = await asha.sees(desk, cardOf(reference));
      await asha.press(card, /^Answer$/);
      await asha.modal(new RegExp(reference));
      await asha.submit({ Answer: 'The zebra council did.' });
      const answer = await robin.sees(newsroom, /The zebra council did/);
      expect(answer.threadTs).toBe(reply.threadTs);

      await robin.say(newsroom, '@hmicfrs and who paid the zebra council?', answer);
      await asha.sees(desk, /who paid the zebra council/);
      await asha.sees(desk, cardOf(reference, 'Taken'));
    });

    it('is taken from approved words, which are found by the same matching', async () => {
      const { asha, desk } = bot();
      const { card, reference, robin } = await enquiry(bot(), { Question: QUESTION });
      await asha.press(card, /^Answer$/);
      await asha.modal(new RegExp(reference));
      await pressInModal(bot(), asha, /^Find$/);
      await asha.modal(/Use these words/);
      await pressInModal(bot(), asha, /^Use these words$/);
      const filled = await asha.modal(/Put into Answer/);
      expect(initialOf(filled, 'Answer')).toContain(`“${COST}”`);
      expect(initialOf(filled, 'Answer')).toContain(SPEAKER);
      await asha.enter('Find approved words', 'zxqv blorf wibbleton');
      await asha.modal(/No approved words were found/);
      await asha.submit({});
      expect(wordsOf(await robin.sees(robin.direct, /Answer to your enquiry/))).toContain(COST);
      await asha.sees(desk, cardOf(reference, 'Answered'));
    });

    it('needs a name where it is attributed to a named person', async () => {
      const { asha } = bot();
      const { card, reference, robin } = await enquiry(bot());
      await asha.press(card, /^Answer$/);
      const form = await asha.modal(new RegExp(reference));
      const outcome = await asha.submit({ Answer: 'Zebra.', 'Attribute it to': 'A named person' });
      expect(problemsOf(form, outcome)).toEqual({
        'Name and title': expect.stringContaining('Name and title'),
      });
      await asha.submit({ 'Name and title': 'Zed Ebra, Painter' });
      expect(wordsOf(await robin.sees(robin.direct, /Answer to your enquiry/))).toContain(
        'attribute this to Zed Ebra, Painter',
      );
    });

    it('is not sent over somebody else’s, and what was written is shown to be copied', async () => {
      const { asha, tom, desk } = bot();
      const { card, reference } = await enquiry(bot());
      await asha.press(card, /^Answer$/);
      await asha.modal(new RegExp(reference));
      await tom.press(card, /^Take it$/);
      await tom.sees(desk, cardOf(reference, 'Taken'));
      await asha.submit({ Answer: 'My zebra words.' });
      const told = viewWords(await asha.modal(/Not sent/));
      expect(told).toContain('My zebra words.');
      expect(told).toContain(tom.id);
    });
  });

  describe('the form that answers', () => {
    it('opens in time while each call to Slack takes two seconds', async () => {
      const { asha, slack } = bot();
      const { card, reference, robin } = await enquiry(bot());
      slack.faults.set('slow', true);
      await asha.press(card, /^Answer$/);
      await asha.modal(/Attribute it to/);
      expect(await asha.submit({ Answer: 'Slow zebras.' })).toMatchObject({ acked: true });
      await robin.sees(robin.direct, new RegExp(`${reference}[\\s\\S]*Slow zebras`));
    });
  });

  describe('what who asked writes on', () => {
    it('goes to the desk from the thread of the receipt, and thanks does not', async () => {
      const { asha, desk } = bot();
      const { card, reference, robin } = await enquiry(bot());
      const receipt = await robin.sees(robin.direct, /Please give this reference/);
      await robin.say(robin.direct, 'and which zebra was first?', receipt);
      await asha.sees(desk, /which zebra was first/);
      await robin.sees(robin.direct, /What you added to your enquiry/);
      await asha.press(card, /^Close$/);
      await asha.sees(desk, cardOf(reference, 'Closed'));
      await robin.say(robin.direct, 'Thanks!', receipt);
      await robin.sees(robin.direct, /Write here again if you need more/);
      await asha.sees(desk, cardOf(reference, 'Closed'));
    });
  });
}
