import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/application/desk/desk.ts';
import { type DeskStore, StoreDownError } from '../../../src/application/desk/desk-store.ts';
import { until } from '../../end-to-end/support/until.ts';
import { fakePressOffice } from '../../support/fake-press-office.ts';
import { ANNA, aForm, handIn, openHouse, REPORTER } from './support/desk-house.ts';

type State = 'there' | 'away' | 'silent';

/** A store that can be taken away: it then refuses everything, or never answers at all. */
function leaving(store: DeskStore): { readonly store: DeskStore; set(state: State): void } {
  let state: State = 'there';
  const proxy = new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        if (state === 'away') return Promise.reject(new StoreDownError('The database is away.'));
        return state === 'silent' ? new Promise(() => {}) : method.apply(target, given);
      };
    },
  });
  return {
    store: proxy,
    set: (next) => {
      state = next;
    },
  };
}

const rejections: unknown[] = [];
const keep = (reason: unknown): void => {
  rejections.push(reason);
};
beforeEach(() => void process.on('unhandledRejection', keep));
afterEach(() => {
  process.off('unhandledRejection', keep);
  expect(rejections.splice(0)).toEqual([]);
});

function asked(desk: Desk): Promise<boolean> {
  const reply = fakePressOffice().ask('how many widgets');
  return desk.asked({ by: REPORTER, surface: 'command', reply });
}

describe('with its store away the desk', { timeout: 30_000 }, () => {
  it.each(['away', 'silent'] as const)(
    'says at once that nothing is recorded (%s), and goes on when it is back',
    async (state) => {
      const { slack, lines, ...house } = openHouse();
      const store = { set: (_: State): void => {} };
      const { desk } = await house.desk({}, (opened) => {
        const made = leaving(opened);
        store.set = made.set;
        return made.store;
      });
      await desk.start();
      const { enquiry } = await handIn(desk);
      store.set(state);
      const began = performance.now();
      const endings = await Promise.all([
        asked(desk),
        desk.receive(aForm(), 'V-away'),
        desk.act(enquiry.id, { kind: 'take' }, ANNA),
        desk.followUp({ channel: 'D1', ts: '1.1' }, REPORTER, 'And?', 'E-away'),
        desk.report(REPORTER, 'That is wrong.'),
        desk.switchOff(ANNA, 'Wrong'),
        desk.takeUp('delivery'),
      ]);
      expect(performance.now() - began).toBeLessThan(2_900);
      const notNow = { ok: false, error: { kind: 'not-now' } };
      expect(endings).toEqual([
        false,
        { ok: false, error: { kind: 'not-recorded' } },
        notNow,
        'not-recorded',
        false,
        notNow,
        true,
      ]);
      expect(desk.off()).toBeUndefined();
      await until('the operator is told', () => desk.problems().join().includes('database'));
      expect(await desk.takeUp('delivery')).toBe(false);
      expect(JSON.stringify(lines)).not.toContain('gadgets');
      store.set('there');
      expect(await asked(desk)).toBe(true);
      await handIn(desk);
      await until('the new card', () => slack.of('card').length === 2);
    },
  );

  it('says once that a full disk takes nothing down, though it can be read, and once that it does again', async () => {
    const { lines, ...house } = openHouse();
    let full = false;
    let refused = 0;
    const unlessFull = <Result>(write: () => Promise<Result>): Promise<Result> => {
      if (!full) return write();
      refused += 1;
      return Promise.reject(new StoreDownError('The disk is full.'));
    };
    const { desk } = await house.desk({}, (opened) => ({
      ...opened,
      commit: (change) => unlessFull(() => opened.commit(change)),
      beat: (team, replica) => unlessFull(() => opened.beat(team, replica)),
    }));
    await desk.start();
    full = true;
    await until('several writes are refused', () => refused >= 3);
    expect(desk.problems().join()).toContain('database');
    full = false;
    await until('the operator is told', () => !desk.problems().join().includes('database'));
    const said = lines.map(({ message }) => message).filter((each) => /desk’s store/.test(each));
    expect(said).toEqual(['The desk’s store can’t be used', 'The desk’s store can be used again']);
  });

  it('does not keep later what somebody was told is not recorded', async () => {
    const { slack, ...house } = openHouse();
    let held: Promise<void> | undefined;
    const late: Promise<unknown>[] = [];
    const { desk, store } = await house.desk({}, (opened) => ({
      ...opened,
      commit(change) {
        const ended = (held ?? Promise.resolve()).then(() => opened.commit(change));
        late.push(ended);
        return ended;
      },
    }));
    await desk.start();
    const { enquiry } = await handIn(desk);
    let letGo = (): void => {};
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    const told = await Promise.all([
      asked(desk),
      desk.receive(aForm(), 'V-late'),
      desk.act(enquiry.id, { kind: 'take' }, ANNA),
      desk.report(REPORTER, 'That is wrong.'),
      desk.switchOff(ANNA, 'Wrong'),
    ]);
    const notNow = { ok: false, error: { kind: 'not-now' } };
    const notRecorded = { ok: false, error: { kind: 'not-recorded' } };
    expect(told).toEqual([false, notRecorded, notNow, false, notNow]);
    held = undefined;
    letGo();
    await Promise.allSettled(late);
    expect(await store.list('T1', {})).toMatchObject([{ id: enquiry.id, status: 'open' }]);
    expect(await store.setting('T1', 'off')).toBeUndefined();
    const again = await desk.receive(aForm(), 'V-late');
    expect(again.ok).toBe(true);
    expect(await store.list('T1', {})).toHaveLength(2);
  });

  it('does not post anew what was posted and could not be recorded', async () => {
    const { slack, ...house } = openHouse();
    let failures = 3;
    const { desk, store } = await house.desk({}, (opened) => ({
      ...opened,
      async delivered(row, posted) {
        failures -= 1;
        if (failures >= 0) throw new StoreDownError('The database is away.');
        await opened.delivered(row, posted);
      },
    }));
    await desk.start();
    await handIn(desk);
    await until('all is recorded', async () => (await store.waiting('T1')).count === 0);
    expect(slack.whats().toSorted()).toEqual(['asker receipt', 'card']);
    expect(failures).toBeLessThan(0);
  });

  it('is not said to be away where it is Slack that does not answer', async () => {
    const { slack, lines, ...house } = openHouse();
    const silences = [new Promise<never>(() => {})];
    const channel = () => silences.pop() ?? slack.officers.channel();
    const { desk } = await house.desk({ officers: { ...slack.officers, channel } });
    await desk.start();
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: 'The desk’s channel could not be checked',
        fields: expect.objectContaining({ name: 'TookTooLongError' }),
      }),
    );
    expect(JSON.stringify(lines)).not.toContain('The desk’s store can’t be used');
    expect(desk.problems().join()).not.toContain('database');
  });
});

describe('a question', () => {
  it('is kept with its outcome, its entries, its surety and the version of the base', async () => {
    const house = openHouse();
    const rows: unknown[] = [];
    const { desk } = await house.desk({}, (opened) => ({
      ...opened,
      async commit(change) {
        rows.push(...change.trail);
        return opened.commit(change);
      },
    }));
    expect(await asked(desk)).toBe(true);
    expect(rows).toEqual([
      expect.objectContaining({
        what: 'asked',
        by: REPORTER.id,
        entries: ['made-up/widgets'],
        knowledge: 'made-up',
        facts: { outcome: 'answered', surface: 'command', confidence: 0.9 },
        words: 'how many widgets',
      }),
    ]);
  });
});
