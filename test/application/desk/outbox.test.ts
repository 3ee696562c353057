import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../../src/application/desk/courier.ts';
import { until } from '../../end-to-end/support/until.ts';
import { ANNA, anAnswer, handIn, openHouse } from './support/desk-house.ts';
import { AMBIGUOUS, DOWN, type SlackDouble } from './support/slack-double.ts';

const HALF_MINUTE = 30_000;

/** What was brought about enquiries; the morning list comes beside it. */
function parcelsOf({ parcels }: SlackDouble): readonly Parcel[] {
  return parcels.filter(({ enquiry }) => enquiry);
}

describe('the outbox', { timeout: 60_000 }, () => {
  it('posts nothing while Slack is down, and afterwards everything, once, each lane in order', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    slack.setWeather(DOWN);
    const { enquiry } = await handIn(desk);
    const other = await handIn(desk);
    await desk.act(enquiry.id, { kind: 'take' }, ANNA);
    await desk.act(enquiry.id, anAnswer(), ANNA);
    await until(
      'each lane was tried',
      () =>
        new Set(slack.parcels.map(({ enquiry: e, notice }) => `${e?.id}${notice.kind}`)).size >= 4,
    );
    expect(slack.whats()).toEqual([]);
    expect((await store.waiting('T1')).count).toBeGreaterThanOrEqual(9);
    slack.setWeather(undefined);
    await until('all is posted', async () => (await store.waiting('T1')).count === 0);
    const of = (id: string, kind: string): string[] =>
      slack.standing
        .filter((each) => each.enquiryId === id && each.what.startsWith(kind))
        .map(({ what }) => what);
    expect(of(enquiry.id, 'asker')).toEqual(['asker receipt', 'asker answer']);
    expect(of(enquiry.id, 'desk')).toEqual(['desk taken', 'desk answered']);
    expect(
      slack
        .of('card')
        .map(({ enquiryId }) => enquiryId)
        .toSorted(),
    ).toEqual([enquiry.id, other.enquiry.id].toSorted());
  });

  it('tries again after longer and longer, no sooner than Slack asks', async () => {
    const { slack, ...house } = openHouse();
    const putOffs: number[] = [];
    const { desk } = await house.desk({}, (store) => ({
      ...store,
      async putOff(row, at, code) {
        putOffs[row.attempt] ??= at - Date.now();
        await store.putOff(row, Date.now() + 20, code);
      },
    }));
    await desk.start();
    slack.setWeather(({ notice }) =>
      notice.kind === 'card' ? { kind: 'later', code: 'ratelimited', afterMs: 3_000 } : undefined,
    );
    await handIn(desk);
    const waits = await until('eight attempts', () =>
      putOffs.length > 8 ? putOffs.slice(1) : undefined,
    );
    const seconds = waits.map((wait) => Math.round(wait / 1_000));
    expect(seconds).toEqual([3, 3, 4, 8, 16, 30, 30, 30]);
  });

  it('looks before it posts again, where an attempt ended unseen', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    slack.setWeather(AMBIGUOUS);
    await handIn(desk);
    await until('both stand', () => slack.whats().length === 2);
    slack.setWeather(undefined);
    await until('both are recorded', async () => (await store.waiting('T1')).count === 0);
    expect(slack.whats().toSorted()).toEqual(['asker receipt', 'card']);
    const flags = parcelsOf(slack).map(({ id, mayBeThere }) => [id, mayBeThere]);
    for (const { id } of slack.standing.filter(({ enquiryId }) => enquiryId)) {
      const [first, ...rest] = flags.filter(([each]) => each === id).map(([, flag]) => flag);
      expect(first).toBe(false);
      expect(rest.length).toBeGreaterThan(0);
      expect(rest.every(Boolean)).toBe(true);
    }
  });

  it('holds a row as long as Slack takes, so that no second desk posts it too', async () => {
    const { slack, ...house } = openHouse();
    slack.setSlowness(7_000);
    const one = await house.runningDesk();
    await house.runningDesk();
    await handIn(one.desk);
    await until('all is posted', async () => (await one.store.waiting('T1')).count === 0);
    expect(slack.whats().toSorted()).toEqual(['asker receipt', 'card']);
    expect(parcelsOf(slack).map(({ mayBeThere }) => mayBeThere)).toEqual([false, false]);
  });

  it('is taken over within five seconds where whoever held it is gone', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.desk();
    await handIn(desk);
    const now = Date.now();
    const held = await store.lease({ team: 'T1', by: 'a dead replica', now, until: now + 4_000 });
    expect(held).toHaveLength(2);
    await house.runningDesk();
    await until('all is posted', async () => (await store.waiting('T1')).count === 0, 5_500);
    expect(parcelsOf(slack).map(({ mayBeThere }) => mayBeThere)).toEqual([true, true]);
  });

  it('does not make what was put off wait through a restart', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.desk();
    await handIn(desk);
    const now = Date.now();
    for (const row of await store.lease({ team: 'T1', by: 'before', now, until: now + 4_000 }))
      await store.putOff(row, now + HALF_MINUTE, 'service_unavailable');
    await house.runningDesk();
    await until('all is posted', async () => (await store.waiting('T1')).count === 0, 5_000);
    expect(slack.whats().toSorted()).toEqual(['asker receipt', 'card']);
  });

  it('tells the desk where who asked can’t be reached, and goes on', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    slack.setWeather(({ notice }) =>
      notice.kind === 'asker' ? { kind: 'never', code: 'user_disabled' } : undefined,
    );
    await handIn(desk);
    await until('the desk is told', () => slack.of('desk asker-unreachable')[0]);
    await until('nothing waits', async () => (await store.waiting('T1')).count === 0);
    expect(slack.whats()).toEqual(['card', 'desk asker-unreachable']);
  });

  it('keeps what is for the desk while its channel is away, says so, and still tells who asked', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    slack.setWeather(({ notice }) =>
      notice.kind === 'asker' ? undefined : { kind: 'never', code: 'is_archived' },
    );
    await handIn(desk);
    await until('the receipt', () => slack.of('asker receipt')[0]);
    await until('the operator is told', () =>
      desk.problems().some((problem) => problem.includes('is_archived')),
    );
    expect((await store.waiting('T1')).count).toBeGreaterThan(0);
    expect((await handIn(desk)).deskAway).toBe(true);
    await desk.stop();
    slack.setWeather(undefined);
    const next = await house.runningDesk();
    await until('both cards', () => slack.of('card').length === 2);
    expect((await handIn(next.desk)).deskAway).toBe(false);
    await until('no problem is left', () => next.desk.problems().length === 0);
  });

  it('finishes what is in hand when the desk stops, and leaves the rest in the store', async () => {
    const { slack, ...house } = openHouse();
    slack.setSlowness(300);
    const { desk, store } = await house.runningDesk();
    const { enquiry } = await handIn(desk);
    await desk.act(enquiry.id, { kind: 'take' }, ANNA);
    await until('something is in hand', () => parcelsOf(slack).length === 2);
    await desk.stop();
    expect(slack.whats().toSorted()).toEqual(['asker receipt', 'card']);
    expect((await store.waiting('T1')).count).toBe(2);
    expect(parcelsOf(slack)).toHaveLength(2);
  });
});
