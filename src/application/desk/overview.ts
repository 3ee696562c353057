import type { DeskOverview } from '../../domain/desk-overview.ts';
import { ok, refused } from '../../domain/result.ts';
import { refusalOf } from './act.ts';
import { startOfDay } from './day.ts';
import type { Desk, Person } from './desk.ts';
import type { EnquiryFilter } from './desk-store.ts';
import type { Workings } from './parts.ts';
import { tidyLine } from './texts.ts';

/** Most enquiries that a reporter sees of their own. */
const MOST_OF_MINE = 10;
/** Longest search that is looked for, in UTF-16 code units. */
const LONGEST_SEARCH = 200;
/** More than any office has; a list says how many there are, and shows the first of them. */
const MOST_COUNTED = 1_000;
const AWAITED = ['open', 'taken'] as const;

/** What officers and reporters see of the desk. */
export function createOverview(workings: Workings): Pick<Desk, 'overview' | 'mine' | 'enquiry'> {
  const { store, team, trouble } = workings;
  return {
    async overview(by, words) {
      const refusal = await refusalOf(workings, by);
      if (refusal) return refused(refusal);
      try {
        return ok(await overviewFor(workings, by, tidyLine(words ?? '').slice(0, LONGEST_SEARCH)));
      } catch (error) {
        trouble.failed('The desk’s list could not be read', error);
        return refused({ kind: 'not-now' });
      }
    },
    mine: (user) => store.list(team, { asker: user, order: 'newest', limit: MOST_OF_MINE }),
    enquiry: (id) => store.enquiry(team, id),
  };
}

async function overviewFor(workings: Workings, by: Person, words: string): Promise<DeskOverview> {
  const { store, team, clock, pressOffice } = workings;
  const at = clock();
  const list = (filter: EnquiryFilter): ReturnType<typeof store.list> =>
    store.list(team, { limit: MOST_COUNTED, ...filter });
  const [open, mine, overdue, answeredToday, found] = await Promise.all([
    list({ statuses: ['open'] }),
    list({ statuses: ['taken'], owner: by.id }),
    list({ statuses: AWAITED, dueBy: at }),
    list({ answeredSince: startOfDay(pressOffice.office().zone, at) }),
    words === '' ? undefined : list({ words, order: 'newest' }),
  ]);
  return { at, open, mine, overdue, answeredToday, ...(found ? { found } : {}) };
}
