import { describe, expect, it } from 'vitest';
import { type At, countOf } from '../support/place.ts';
import { DAY, NOW, OFFICER, TEAM } from '../support/samples.ts';

export function sharedContract(at: At): void {
  describe('shares among replicas', () => {
    it('which deliveries were taken up, each once, until a day has passed', async () => {
      const [one, two] = [await at().open(), await at().open()];
      const both = await Promise.all([one.takeUp(TEAM, 'Ev1', NOW), two.takeUp(TEAM, 'Ev1', NOW)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await one.takeUp('T0002', 'Ev1', NOW)).toBe(true);
      await two.forgetDelivery(TEAM, 'Ev1');
      expect(await one.takeUp(TEAM, 'Ev1', NOW)).toBe(true);
      expect(await one.takeUp(TEAM, 'Ev2', NOW + 2 * DAY)).toBe(true);
      expect(await countOf(at(), 'deliveries')).toBe(1);
    });

    it('settings, and which replicas told of themselves lately', async () => {
      const [one, two] = [await at().open(), await at().open()];
      expect(await one.setting(TEAM, 'off')).toBeUndefined();
      const off = { value: 'A wrong line', by: OFFICER, at: NOW };
      const change = { team: TEAM, notices: [], trail: [] };
      await one.commit({ ...change, setting: { name: 'off', ...off } });
      expect(await two.setting(TEAM, 'off')).toEqual(off);
      await two.commit({ ...change, setting: { name: 'off', ...off, value: '', at: NOW + 1 } });
      expect(await one.setting(TEAM, 'off')).toEqual({ ...off, value: '', at: NOW + 1 });
      expect(await one.setting('T0002', 'off')).toBeUndefined();

      const [a, b] = ['a', 'b'].map((id) => ({ id, knowledge: 'v1', at: NOW }));
      expect(await one.beat(TEAM, a!)).toEqual([a]);
      expect(await two.beat(TEAM, b!)).toEqual([a, b]);
      const later = { ...a!, knowledge: 'v2', at: NOW + 31_000 };
      expect(await one.beat(TEAM, later)).toEqual([later]);
    });
  });
}
