import type { Enquiry, EnquiryEvent, EnquiryRefusal } from '../../domain/enquiry.ts';
import { type Step, step } from '../../domain/enquiry-rules.ts';
import type { EpochMs } from '../../domain/release.ts';
import type { TrailRow } from './desk-store.ts';
import type { Workings } from './parts.ts';
import { about, noticesFor } from './trail.ts';

/** Something that happens to an enquiry; it is made anew for each try, at that try's instant. */
export interface Happening {
  eventAt(at: EpochMs): EnquiryEvent;
  /** What the trail says of it beside the step's name and the enquiry. */
  readonly trail: Pick<TrailRow, 'by' | 'byName' | 'entries' | 'facts'>;
  /** Names it once for all, where it can arrive twice. */
  readonly key?: string;
  /** True from the moment on that nobody waits for it any more: nothing new is begun then. */
  expired?(): boolean;
}

export type Changed =
  | { readonly kind: 'changed' | 'done-before'; readonly enquiry: Enquiry }
  | { readonly kind: 'refused'; readonly refusal: EnquiryRefusal }
  | { readonly kind: 'no-such-enquiry' }
  /** Others changed it each time between our reading and our writing. */
  | { readonly kind: 'contended' };

/** Of two who change one enquiry the second decides again on what the first has made of it. */
const MOST_TRIES = 6;

/**
 * Lets something happen to an enquiry, by the rules: the next state, what is to be said and the
 * trail's row are kept together or not at all. Rejects as the store does.
 */
export async function changeEnquiry(
  workings: Workings,
  id: string,
  happening: Happening,
): Promise<Changed> {
  for (let tries = 0; tries < MOST_TRIES && !happening.expired?.(); tries += 1) {
    const enquiry = await workings.store.enquiry(workings.team, id);
    if (!enquiry) return { kind: 'no-such-enquiry' };
    const at = workings.clock();
    const next = step(enquiry, happening.eventAt(at));
    if (!next.ok) return { kind: 'refused', refusal: next.error };
    if (happening.expired?.()) break;
    const committed = await keep(workings, enquiry.version, next.value, at, happening);
    if (committed.kind === 'done') return { kind: 'changed', enquiry: next.value.enquiry };
    if (committed.kind === 'done-before') return doneBefore(workings, id);
  }
  return { kind: 'contended' };
}

function keep(
  workings: Workings,
  from: number,
  { enquiry, notices, trail }: Step,
  at: EpochMs,
  happening: Happening,
): ReturnType<Workings['commit']> {
  const { facts, ...who } = happening.trail;
  return workings.commit({
    ...(happening.key === undefined ? {} : { key: happening.key }),
    ...(happening.expired ? { expired: happening.expired } : {}),
    enquiry: { kind: 'next', enquiry, from },
    notices: noticesFor(enquiry.id, notices, at),
    trail: [{ at, what: trail, ...who, ...about(enquiry, facts), knowledge: workings.knowledge() }],
  });
}

async function doneBefore(workings: Workings, id: string): Promise<Changed> {
  const enquiry = await workings.store.enquiry(workings.team, id);
  return enquiry ? { kind: 'done-before', enquiry } : { kind: 'no-such-enquiry' };
}
