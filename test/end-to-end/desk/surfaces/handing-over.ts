import { describe, expect, it } from 'vitest';
import type { DeskBot } from '../../support/desk-bot.ts';
import {
  fieldLabels,
  initialOf,
  labelsOf,
  problemsOf,
  viewWords,
  wordsOf,
} from '../../support/screen.ts';
import { ASK, cardOf, FORM, handOver, UNANSWERED } from './at-work.ts';

/** Tests for any transport; `bot` is running. */
export function handingOver(bot: () => DeskBot): void {
  describe('a question', () => {
    it('is handed over from a reply to the command, and the card says what the bot had tried', async () => {
      const { reporter, newsroom, asha, desk } = bot();
      const robin = reporter();
      await robin.command(newsroom, UNANSWERED);
      const reply = await robin.sees(newsroom, /I don’t know/);
      await robin.press(reply, ASK);
      const form = await robin.modal(/Outlet/);
      expect(fieldLabels(form)).toEqual(['Outlet', 'Deadline', 'Question', 'Telephone']);
      expect(initialOf(form, 'Question')).toBe(UNANSWERED);
      expect(viewWords(form)).toMatch(/What is kept/);
      const reference = await handOver(robin, { Telephone: '020 7946 0000' });
      expect(wordsOf(await robin.sees(robin.direct, new RegExp(reference)))).toContain(
        '12:00 noon',
      );
      const card = wordsOf(await asha.sees(desk, cardOf(reference)));
      expect(card).toContain('The bot found no answer');
      for (const words of [UNANSWERED, FORM.Outlet, '020 7946 0000']) expect(card).toContain(words);
    });

    it('is handed over from a mention, where the answer may go into the thread', async () => {
      const { reporter, newsroom, asha, desk } = bot();
      const robin = reporter();
      await robin.say(newsroom, `@hmicfrs ${UNANSWERED}`);
      const reply = await robin.sees(newsroom, /I don’t know/);
      await robin.press(reply, ASK);
      const form = await robin.modal(/Outlet/);
      expect(fieldLabels(form)).toEqual([
        'Outlet',
        'Deadline',
        'Question',
        'Where to answer',
        'Telephone',
      ]);
      const reference = await handOver(robin, { 'Where to answer': 'Here' });
      expect(wordsOf(await asha.sees(desk, cardOf(reference)))).toContain('Into the thread');
    });

    it('is handed over from a direct message', async () => {
      const { reporter, asha, desk } = bot();
      const robin = reporter();
      await robin.say(robin.direct, UNANSWERED);
      await robin.press(await robin.sees(robin.direct, /I don’t know/), ASK);
      expect(fieldLabels(await robin.modal(/Outlet/))).not.toContain('Where to answer');
      await asha.sees(desk, cardOf(await handOver(robin)));
    });

    it('is handed over from the menu of a message', async () => {
      const { reporter, newsroom, asha, desk, slack } = bot();
      const robin = reporter();
      const colleague = reporter('Sam Underhay');
      await colleague.say(newsroom, `I wonder: ${UNANSWERED}`);
      const message = await robin.sees(newsroom, /I wonder/);
      await robin.shortcut('Ask a press officer', message);
      expect(initialOf(await robin.modal(/Outlet/), 'Question')).toContain(UNANSWERED);
      const reference = await handOver(robin);
      expect(wordsOf(await asha.sees(desk, cardOf(reference)))).toContain('was not asked');
      expect(slack.complaints()).toEqual([]);
    });

    it('is handed over with nothing there yet after “ask” alone', async () => {
      const { reporter, newsroom, asha, desk } = bot();
      const robin = reporter();
      await robin.command(newsroom, 'ask');
      expect(initialOf(await robin.modal(/Outlet/), 'Question')).toBe('');
      await asha.sees(desk, cardOf(await handOver(robin, { Question: 'How many zebras?' })));
    });

    it('is handed over after “ask” in a direct message, where a button opens the form', async () => {
      const { reporter, asha, desk } = bot();
      const robin = reporter();
      await robin.say(robin.direct, 'ask "Who fed the zebra?"');
      await robin.press(await robin.sees(robin.direct, /Press the button/), ASK);
      expect(initialOf(await robin.modal(/Outlet/), 'Question')).toBe('Who fed the zebra?');
      await asha.sees(desk, cardOf(await handOver(robin)));
    });

    it('has a button to a press officer under an answer too, and in the home tab', async () => {
      const { reporter, newsroom } = bot();
      const robin = reporter();
      await robin.command(newsroom, 'what does keeping police dogs cost each year');
      expect(labelsOf(await robin.sees(newsroom, /£3\.7 million/))).toContain(
        'Ask a press officer',
      );
      expect(viewWords(await robin.home())).toContain('You have asked a press officer nothing yet');
    });
  });

  describe('the form', () => {
    it('reads the deadline back while it is typed, and keeps what was typed elsewhere', async () => {
      const { reporter, newsroom } = bot();
      const robin = reporter();
      await robin.command(newsroom, `ask "${UNANSWERED}"`);
      await robin.modal(/Outlet/);
      await robin.enter('Deadline', '27 November 2031 6pm');
      await robin.modal(/too far away/);
      await robin.enter('Deadline', 'yesterday noon');
      await robin.modal(/Deadline: this time is over/);
      await robin.enter('Deadline', 'tomorrow noon');
      const view = await robin.modal(/Deadline read as \w+day \d+ \w+ \d{4}, 12:00/);
      expect(viewWords(view)).toContain(UNANSWERED);
    });

    it.each`
      deadline            | says
      ${'yesterday noon'} | ${/this time is over/}
      ${'soonish'}        | ${/can’t be read/}
    `('takes no deadline “$deadline”, and says so at the field', async ({ deadline, says }) => {
      const { reporter, newsroom, asha, desk } = bot();
      const robin = reporter();
      await robin.command(newsroom, `ask "${UNANSWERED}"`);
      const view = await robin.modal(/Outlet/);
      const before = asha.messages(desk).length;
      const outcome = await robin.submit({ ...FORM, Deadline: deadline, Telephone: 'ring me' });
      expect(problemsOf(view, outcome)).toEqual({
        Deadline: expect.stringMatching(says),
        Telephone: expect.stringContaining('Telephone'),
      });
      await asha.sees(desk, cardOf(await handOver(robin, { Telephone: '020 7946 0000' })));
      expect(asha.messages(desk)).toHaveLength(before + 1);
    });

    it('makes nothing of <!channel> in any field', async () => {
      const { reporter, newsroom, asha, desk } = bot();
      const robin = reporter();
      await robin.command(newsroom, 'ask');
      const live = '<!channel> & <@U1> zebra';
      const reference = await handOver(robin, { Outlet: live, Question: live });
      const card = await asha.sees(desk, cardOf(reference));
      expect(wordsOf(card)).toContain(live);
      for (const sent of [card, await robin.sees(robin.direct, new RegExp(reference))]) {
        expect(JSON.stringify(sent)).not.toContain('<!channel>');
      }
    });

    it('opens for a question of 40,000 characters, with as much of it as a field takes', async () => {
      const { reporter, newsroom, asha, desk } = bot();
      const robin = reporter();
      await robin.command(newsroom, `ask "${'zebra '.repeat(6666)}"`);
      const view = await robin.modal(/Outlet/);
      expect(initialOf(view, 'Question')).toHaveLength(3000);
      await asha.sees(desk, cardOf(await handOver(robin)));

      await robin.say(robin.direct, `who paints ${'zebra '.repeat(6666)}`);
      const reply = await robin.sees(robin.direct, /^(?!Your enquiry)[\s\S]*To ring now/);
      await robin.press(reply, ASK);
      expect(initialOf(await robin.modal(/who paints/), 'Question')).toMatch(/^who paints zebra/);
    });

    it('is acknowledged within three seconds while each call to Slack takes two', async () => {
      const { reporter, newsroom, slack, asha, desk } = bot();
      const robin = reporter();
      slack.faults.set('slow', true);
      await robin.command(newsroom, `ask "${UNANSWERED}"`);
      await robin.modal(/Outlet/);
      const before = performance.now();
      const reference = await handOver(robin);
      expect(performance.now() - before).toBeLessThan(3000);
      await asha.sees(desk, cardOf(reference));
      await robin.sees(robin.direct, new RegExp(reference));
    });
  });
}
