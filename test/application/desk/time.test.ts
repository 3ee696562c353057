import { describe, expect, it } from 'vitest';
import { until } from '../../end-to-end/support/until.ts';
import { ANNA, BEN, handIn, openHouse, TUESDAY_TEN } from './support/desk-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EVENING = TUESDAY_TEN + 8 * HOUR;
/** Wednesday, 08:30 in London: the made-up office opens. */
const OPENING = TUESDAY_TEN - 90 * MINUTE + DAY;

describe('time at the desk', { timeout: 30_000 }, () => {
  it('warns half-way, a quarter of an hour before, and when the deadline has passed, each once', async () => {
    const { slack, clock, ...house } = openHouse();
    const { desk } = await house.runningDesk();
    const second = await house.runningDesk();
    const { enquiry } = await handIn(desk, { deadline: '120' });
    await desk.act(enquiry.id, { kind: 'take' }, ANNA);
    for (const [minutes, warnings] of [
      [59, 0],
      [60, 1],
      [105, 2],
      [120, 3],
    ] as const) {
      clock.now = TUESDAY_TEN + minutes * MINUTE;
      await until(`${warnings} warnings`, () => slack.of('desk warning').length === warnings);
    }
    await second.desk.stop();
    const warned = (await desk.enquiry(enquiry.id))?.warned;
    expect(warned).toEqual(['half-way', 'quarter-hour', 'passed']);
    expect(slack.of('desk warning')).toHaveLength(3);
    expect(slack.of('asker still-waiting')).toHaveLength(1);
  });

  it('gives after a time without any desk what was due meanwhile, each once', async () => {
    const { slack, clock, ...house } = openHouse();
    const { desk } = await house.desk();
    const { enquiry } = await handIn(desk, { deadline: '120' });
    clock.now += 5 * HOUR;
    await house.runningDesk();
    await house.runningDesk();
    await until('three warnings', () => slack.of('desk warning').length >= 3);
    expect((await desk.enquiry(enquiry.id))?.version).toBe(4);
    expect(slack.of('desk warning')).toHaveLength(3);
  });

  it('tells the whole desk at once where less than half an hour is left', async () => {
    const { slack, ...house } = openHouse();
    const { desk } = await house.runningDesk();
    await handIn(desk, { deadline: '20' });
    await until('the warning', () => slack.of('desk warning')[0]);
    const note = slack.parcels.find(({ notice }) => notice.kind === 'desk')?.notice;
    expect(note).toMatchObject({ note: { warning: 'short', wholeDesk: true } });
  });

  it('lists what is open once a working day, over two desks and a restart', async () => {
    const { slack, clock, ...house } = openHouse(EVENING);
    const one = await house.runningDesk();
    const other = await house.runningDesk();
    const { enquiry } = await handIn(one.desk, { deadline: '6000' });
    await until('the evening is at work', () => slack.of('asker receipt')[0]);
    expect(slack.of('channel morning-list')).toEqual([]);
    clock.now = OPENING;
    await until('the list', () => slack.of('channel morning-list')[0]);
    await one.desk.stop();
    await other.desk.stop();
    // A start later that day says it no second time: the enquiry after it shows that it is at work.
    clock.now = OPENING + 2 * HOUR;
    const next = await house.runningDesk();
    await handIn(next.desk, { deadline: '10' });
    await until('it is at work', () => slack.of('desk warning')[0]);
    expect(slack.of('channel morning-list')).toHaveLength(1);
    const list = slack.parcels.find(({ open }) => open);
    expect(list?.open?.map(({ id }) => id)).toEqual([enquiry.id]);
  });

  it('takes an enquiry from an owner who left the channel, and from nobody while that can’t be seen', async () => {
    const { slack, clock, ...house } = openHouse();
    const { desk } = await house.runningDesk();
    const { enquiry } = await handIn(desk);
    const other = await handIn(desk);
    await desk.act(enquiry.id, { kind: 'take' }, ANNA);
    await desk.act(other.enquiry.id, { kind: 'take' }, BEN);
    slack.members.delete(ANNA.id);
    slack.setChannel({ kind: 'missing', id: 'CDESK' });
    clock.now += MINUTE;
    await until('the channel is told missing', () => desk.problems()[0]);
    expect((await desk.enquiry(enquiry.id))?.owner).toBe(ANNA.id);
    slack.setChannel({ kind: 'private', id: 'CDESK' });
    clock.now += MINUTE;
    await until('it is nobody’s', async () => (await desk.enquiry(enquiry.id))?.status === 'open');
    expect((await desk.enquiry(other.enquiry.id))?.owner).toBe(BEN.id);
    await until('the desk hears of it', () => slack.of('desk owner-left')[0]);
    expect(desk.problems()).toEqual([]);
  });

  it('says once a day that the desk’s channel is public', async () => {
    const { slack, clock, ...house } = openHouse(EVENING);
    slack.setChannel({ kind: 'public', id: 'CDESK' });
    const { desk } = await house.runningDesk();
    await until('it is said', () => slack.of('channel public-channel')[0]);
    expect(desk.problems().join()).toContain('public');
    clock.now += 2 * MINUTE;
    await handIn(desk, { deadline: '10' });
    await until('the desk is at work', () => slack.of('desk warning')[0]);
    clock.now = EVENING + DAY;
    await until('it is said again', () => slack.of('channel public-channel').length > 1);
    expect(slack.of('channel public-channel')).toHaveLength(2);
  });
});

describe('the off switch', { timeout: 30_000 }, () => {
  it('is seen by another desk within two seconds, both ways, and said in the channel', async () => {
    const { slack, ...house } = openHouse(EVENING);
    const one = await house.runningDesk();
    const other = await house.runningDesk();
    expect(other.desk.off()).toBeUndefined();
    expect(await one.desk.switchOff(ANNA, ' A wrong figure ')).toEqual({
      ok: true,
      value: undefined,
    });
    expect(one.desk.off()).toMatchObject({ reason: 'A wrong figure', by: ANNA.id });
    await until('the other knows', () => other.desk.off()?.reason === 'A wrong figure', 2_000);
    expect(await other.desk.switchOn(BEN)).toMatchObject({ ok: true });
    await until('the first knows', () => one.desk.off() === undefined, 2_000);
    await until('both are said', () => slack.of('channel switched').length === 2);
  });

  it('is an officer’s, and needs a reason', async () => {
    const { desk } = await openHouse().desk();
    const empty = { kind: 'empty', field: 'reason' };
    expect(await desk.switchOff(ANNA, ' ')).toEqual({ ok: false, error: empty });
    const outsider = { id: 'UOTHER', name: '' };
    const refusal = { ok: false, error: { kind: 'no-officer' } };
    expect(await desk.switchOff(outsider, 'why not')).toEqual(refusal);
    expect(await desk.switchOn(outsider)).toEqual(refusal);
    expect(await desk.switchOn(ANNA)).toMatchObject({ error: { kind: 'nothing-to-change' } });
    expect(desk.off()).toBeUndefined();
  });

  it('is known before the first question after a start', async () => {
    const house = openHouse();
    const { desk } = await house.desk();
    await desk.switchOff(ANNA, 'A wrong figure');
    const next = await house.desk();
    await next.desk.start();
    expect(next.desk.off()?.reason).toBe('A wrong figure');
  });
});
