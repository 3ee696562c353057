import type { ActRefusal } from '../../domain/refusals.ts';
import { ok, refused } from '../../domain/result.ts';
import { refusalOf } from './act.ts';
import type { Desk, Person } from './desk.ts';
import type { Workings } from './parts.ts';
import { LONGEST, tidyLine } from './texts.ts';
import { channelNotice, doneBy } from './trail.ts';
import { within } from './within.ts';

/** The switch that stops answers on every replica, as this one knows it. */
export interface OffSwitch extends Pick<Desk, 'off' | 'switchOff' | 'switchOn'> {
  /** Learns the present state from the store. Rejects as the store does; what was known holds then. */
  refresh(): Promise<void>;
}

/** Longest wait for the store, in milliseconds. */
const SWITCH_WITHIN_MS = 2_000;

/** The state is the store's; each replica asks for it every second. */
export function createOffSwitch(workings: Workings): OffSwitch {
  let known: ReturnType<Desk['off']>;
  /** Counts our own settings: a reading that was under way meanwhile is older, and is dropped. */
  let settings = 0;

  const set = async (by: Person, reason: string): Promise<ActRefusal | undefined> => {
    const on = reason === '';
    const at = workings.clock();
    try {
      await within(SWITCH_WITHIN_MS, (expired) =>
        workings.commit({
          expired,
          setting: { name: 'off', value: reason, by: by.id, at },
          notices: [
            channelNotice(
              { kind: 'channel', note: { kind: 'switched', on, by: by.id, reason } },
              at,
            ),
          ],
          trail: [
            {
              at,
              what: on ? 'switched-on' : 'switched-off',
              ...doneBy(by),
              knowledge: workings.knowledge(),
              ...(on ? {} : { words: reason }),
            },
          ],
        }),
      );
    } catch (error) {
      workings.trouble.failed('The off switch could not be set', error);
      return { kind: 'not-now' };
    }
    settings += 1;
    known = on ? undefined : { reason, by: by.id, at };
    return undefined;
  };

  return {
    off: () => known,
    async switchOff(by, given) {
      const reason = tidyLine(given).slice(0, LONGEST.reason);
      const refusal =
        (await refusalOf(workings, by)) ??
        (reason === '' ? { kind: 'empty', field: 'reason' } : await set(by, reason));
      return refusal ? refused(refusal) : ok(undefined);
    },
    async switchOn(by) {
      const refusal =
        (await refusalOf(workings, by)) ??
        (known === undefined ? { kind: 'nothing-to-change' } : await set(by, ''));
      return refusal ? refused(refusal) : ok(undefined);
    },
    async refresh() {
      const before = settings;
      const setting = await workings.store.setting(workings.team, 'off');
      if (before !== settings) return;
      known = setting?.value
        ? { reason: setting.value, by: setting.by, at: setting.at }
        : undefined;
    },
  };
}
