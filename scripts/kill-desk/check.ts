import type { TrailEntry } from '../../src/application/desk/desk-records.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Case } from './cases.ts';
import type { Counter } from './counter.ts';
import { TEAM } from './protocol.ts';

/** What was counted at the end; all but the first four have to be 0. */
export interface Counts {
  readonly acknowledged: number;
  readonly enquiries: number;
  readonly messagesWanted: number;
  readonly messagesPosted: number;
  /** Acknowledged steps that are not in the store. */
  readonly lost: number;
  /** Forms that were kept more than once. */
  readonly keptTwice: number;
  /** States of enquiries without exactly one row of the trail. */
  readonly trailBroken: number;
  readonly messagesMissing: number;
  readonly messagesTwice: number;
  /** Cards that don't show the enquiry's last state. */
  readonly cardsOld: number;
  /** Rows that still wait. */
  readonly waiting: number;
}

/** Names of the counts that are faults. */
export const FAULTS = [
  'lost',
  'keptTwice',
  'trailBroken',
  'messagesMissing',
  'messagesTwice',
  'cardsOld',
  'waiting',
] as const satisfies readonly (keyof Counts)[];

/** What each step has to say in Slack, apart from the card. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  received: ['card', 'asker receipt'],
  taken: ['desk taken'],
  answered: ['asker answer', 'desk answered'],
  closed: ['asker closed', 'desk closed'],
};
const STEPS = new Set(Object.keys(SAYS));

/** Holds what the driver was told against the store, and the store against what was posted. */
export async function checkDesk(
  store: Store,
  cases: readonly Case[],
  counter: Counter,
): Promise<Counts> {
  const enquiries = await store.list(TEAM, { limit: 1_000_000 });
  const trail = await trailByEnquiry(store);
  const wanted = enquiries.flatMap((enquiry) => messagesFor(enquiry));
  const posted = counted(counter.posts.map(({ enquiryId, what }) => `${enquiryId} ${what}`));
  const byQuestion = counted(enquiries.map(({ question }) => question));
  const steps = cases.flatMap((each) =>
    each.acknowledged.map((step) => ({ id: each.id, ...step })),
  );
  const stepsOf = (id: string): readonly TrailEntry[] => trail.get(id) ?? [];
  return {
    acknowledged: steps.length,
    enquiries: enquiries.length,
    messagesWanted: wanted.length,
    messagesPosted: counter.posts.length,
    lost: steps.filter(
      (step) =>
        !enquiries.some(({ id, version }) => id === step.id && version >= step.version) ||
        !stepsOf(step.id).some(({ what }) => what === step.what),
    ).length,
    keptTwice: [...byQuestion.values()].filter((times) => times > 1).length,
    trailBroken: enquiries.filter((enquiry) => !isWhole(enquiry, stepsOf(enquiry.id))).length,
    messagesMissing: wanted.filter((message) => !posted.has(message)).length,
    messagesTwice: [...posted.values()].filter((times) => times > 1).length,
    cardsOld: enquiries.filter(({ id, version }) => counter.cards.get(id) !== version).length,
    waiting: (await store.waiting(TEAM)).count,
  };
}

async function trailByEnquiry(store: Store): Promise<Map<string, TrailEntry[]>> {
  const byId = new Map<string, TrailEntry[]>();
  for (const row of await store.trail({})) {
    if (row.enquiryId === undefined || !STEPS.has(row.what)) continue;
    byId.set(row.enquiryId, [...(byId.get(row.enquiryId) ?? []), row]);
  }
  return byId;
}

/** One row for each state from 1 to the present one. */
function isWhole({ version }: Enquiry, rows: readonly TrailEntry[]): boolean {
  const versions = rows.map(({ facts }) => Number(facts?.version)).toSorted((a, b) => a - b);
  return versions.length === version && versions.every((each, index) => each === index + 1);
}

/** From the enquiry's own state, so that a trail that is broken hides no missing message. */
function messagesFor(enquiry: Enquiry): readonly string[] {
  const steps = ['received'];
  if (enquiry.version > 1) steps.push('taken');
  if (enquiry.status === 'answered' || enquiry.status === 'closed') steps.push(enquiry.status);
  return steps.flatMap((step) => (SAYS[step] ?? []).map((what) => `${enquiry.id} ${what}`));
}

function counted(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}
