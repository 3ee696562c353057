import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COST, QUESTION, TELLING_WORDS } from '../../support/made-up-release/text.ts';
import { writeMadeUpRelease } from '../../support/made-up-release/write-made-up-release.ts';
import { type ClockedDesk, startClockedDesk } from '../support/clocked-desk.ts';
import { furnish } from '../support/desk-bot.ts';
import { copyQuotations, type KnowledgeCopy } from '../support/knowledge-copy.ts';
import { type Screen, viewWords, wordsOf } from '../support/screen.ts';
import { until } from '../support/until.ts';

const OUT_OF_HOURS = '07836 217729';
const ASK = /^Ask a press officer$/;
const TAKE = /^Take it$/;
const REFERENCE = /[A-Z0-9]{3}-[A-Z0-9]{3}/;

/** An instant of December 2026 as London's clocks show it. */
function london(day: number, time: string): number {
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  return Temporal.ZonedDateTime.from(`${date}T${time}[Europe/London]`).epochMilliseconds;
}

// The 4th is a Friday on which the office works.
const [FRIDAY, SATURDAY, MONDAY, TUESDAY] = [4, 5, 7, 8] as const;
const EMBARGO = london(FRIDAY, '17:30');

describe('a day at the desk', { timeout: 120_000 }, () => {
  let knowledge: KnowledgeCopy;
  let desk: ClockedDesk;

  beforeAll(async () => {
    knowledge = copyQuotations();
    writeMadeUpRelease(knowledge.folder, EMBARGO);
    desk = await startClockedDesk(london(FRIDAY, '16:30'), knowledge.folder, furnish);
  }, 150_000);
  afterAll(async () => {
    await desk?.stop();
    knowledge?.remove();
  }, 60_000);
  beforeEach(() => {
    for (const { id } of desk.slack.workspace.people()) desk.slack.workspace.views.closeAll(id);
  });

  /** Fills in the form, which is open, and gives the reference that the receipt shows. */
  async function handOver(by: Screen, outlet: string, deadline: string): Promise<string> {
    await by.modal(/Outlet/);
    expect(await by.submit({ Outlet: outlet, Deadline: deadline })).toMatchObject({ acked: true });
    const words = viewWords(await by.modal(REFERENCE));
    return REFERENCE.exec(words)?.[0] ?? '';
  }
  const thread = (reference: string): readonly string[] => {
    const all = desk.asha.messages(desk.desk);
    const card = all.find((each) => !each.threadTs && wordsOf(each).includes(reference));
    return all.filter(({ threadTs }) => threadTs && threadTs === card?.ts).map(wordsOf);
  };
  const warnings = (reference: string): readonly string[] =>
    thread(reference).filter((words) => /^(?:Half|There is a quarter|The deadline)/m.test(words));

  /** Hands over what is warned of at once: all that was due before it has then been seen to. */
  async function ticked(): Promise<void> {
    const by = desk.reporter();
    await by.command(desk.newsroom, 'ask "How many stoves are there?"');
    const reference = await handOver(by, 'Marker Example', 'in 20 min');
    await until('the warning of the marker', () =>
      thread(reference).some((words) => words.includes('with less than 30 minutes to go')),
    );
  }

  it('ends well for who asks at 16:50 with a deadline of 18:00, while an embargo lifts', async () => {
    desk.set(london(FRIDAY, '16:50'));
    const robin = desk.reporter();
    await robin.command(desk.newsroom, QUESTION);
    const unknown = await robin.sees(desk.newsroom, /020 3513 0600/);
    for (const word of TELLING_WORDS.slice(1)) expect(wordsOf(unknown)).not.toContain(word);

    await robin.press(unknown, ASK);
    expect(viewWords(await robin.modal(/Outlet/))).toContain(QUESTION);
    const reference = await handOver(robin, 'Daily Example', '6pm');
    const receipt = await robin.sees(robin.direct, new RegExp(reference));
    expect(wordsOf(receipt)).toContain('Friday 4 December 2026, 6:00pm');
    // The office shuts before the deadline, and says so at once.
    expect(wordsOf(receipt)).toContain(OUT_OF_HOURS);

    const card = await desk.asha.sees(desk.desk, new RegExp(`Enquiry ${reference}`));
    expect(wordsOf(card)).toMatch(/Deadline[\s\S]*Daily Example/);
    await Promise.all([desk.asha.press(card, TAKE), desk.tom.press(card, TAKE)]);
    await desk.asha.sees(desk.desk, /has this enquiry now/);
    const owners = thread(reference).filter((words) => words.includes('has this enquiry now'));
    expect(owners).toHaveLength(1);
    const [owner, other] = owners[0]?.includes(desk.asha.id)
      ? [desk.asha, desk.tom]
      : [desk.tom, desk.asha];
    expect(wordsOf(await other.sees(desk.desk, /Nothing was changed/))).toContain(owner.id);

    desk.set(london(FRIDAY, '17:25'));
    expect(wordsOf(await owner.sees(desk.desk, /Half of the time/))).toContain(owner.id);
    expect(thread(reference).join('\n')).toContain(OUT_OF_HOURS);

    desk.set(EMBARGO);
    await robin.command(desk.newsroom, QUESTION);
    expect(wordsOf(await robin.sees(desk.newsroom, /£3\.7 million/))).toContain(COST);

    desk.set(london(FRIDAY, '17:45'));
    const waiting = wordsOf(await robin.sees(robin.direct, /no answer yet/));
    expect(waiting).toContain(owner.id);
    expect(waiting).toContain(OUT_OF_HOURS);
    await owner.sees(desk.desk, /a quarter of an hour left/);

    const now = await owner.sees(desk.desk, new RegExp(`Enquiry ${reference}`));
    await owner.press(now, /^Answer$/);
    await owner.modal(/Answer/);
    expect(await owner.submit({ Answer: `“${COST}”` })).toMatchObject({ acked: true });
    expect(wordsOf(await robin.sees(robin.direct, /Answer to your enquiry/))).toContain(COST);
    await owner.sees(desk.desk, new RegExp(`${reference}[\\s\\S]*Answered`));

    desk.set(london(FRIDAY, '18:01'));
    await ticked();
    expect(warnings(reference)).toHaveLength(2);
    expect(
      robin.messages(robin.direct).filter((each) => /no answer yet/.test(wordsOf(each))),
    ).toHaveLength(1);
  });

  it('gives who asks on Saturday the number at once, and the desk its list on Monday, once', async () => {
    desk.set(london(SATURDAY, '11:00'));
    const robin = desk.reporter();
    await robin.command(desk.newsroom, 'ask "Who paid for the stove?"');
    const reference = await handOver(robin, 'Sunday Example', 'tomorrow noon');
    const receipt = wordsOf(await robin.sees(robin.direct, new RegExp(reference)));
    expect(receipt).toContain('Sunday 6 December 2026');
    expect(receipt).toContain(OUT_OF_HOURS);
    expect(receipt).toContain('Monday');

    desk.set(london(MONDAY, '08:29'));
    await until('three warnings', () => warnings(reference).length === 3);
    expect(warnings(reference).at(-1)).toContain('The deadline has passed');
    const lists = (): number =>
      desk.asha.messages(desk.desk).filter((each) => /Open this morning/.test(wordsOf(each)))
        .length;
    const before = lists();
    desk.set(london(MONDAY, '08:30'));
    await desk.asha.sees(desk.desk, new RegExp(`Open this morning[\\s\\S]*${reference}`));
    desk.set(london(MONDAY, '11:00'));
    await ticked();
    expect(lists()).toBe(before + 1);
  });

  it('goes on with the number and the form while answers are switched off', async () => {
    desk.set(london(TUESDAY, '10:00'));
    const robin = desk.reporter();
    await desk.tom.command(desk.newsroom, 'off "a wrong figure"');
    await desk.tom.sees(desk.newsroom, /Answers are off/);
    await robin.command(desk.newsroom, QUESTION);
    const instead = await robin.sees(desk.newsroom, /switched off/);
    expect(wordsOf(instead)).toContain('020 3513 0600');
    expect(wordsOf(instead)).not.toContain(COST);
    await robin.press(instead, ASK);
    await handOver(robin, 'Daily Example', '6pm');

    await desk.asha.command(desk.newsroom, 'on');
    await desk.asha.sees(desk.newsroom, /Answers are on/);
    await robin.command(desk.newsroom, QUESTION);
    await robin.sees(desk.newsroom, /£3\.7 million/);
  });
});
