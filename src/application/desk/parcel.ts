import type { Enquiry } from '../../domain/enquiry.ts';
import type { Parcel } from './courier.ts';
import type { OutboxRow } from './desk-store.ts';
import type { Workings } from './parts.ts';

/** Most enquiries in the morning list. */
const MOST_LISTED = 100;

/**
 * What the courier needs to word and to post a row, as things are now. Undefined where there is
 * nobody to write to any more: the enquiry was emptied since.
 */
export async function parcelOf(
  workings: Workings,
  row: OutboxRow,
  stillHeld: () => boolean,
): Promise<Parcel | undefined> {
  const { store, team, clock } = workings;
  const { enquiryId, notice } = row;
  const parcel: Parcel = {
    id: row.id,
    notice,
    at: clock(),
    mayBeThere: row.attempt > 1,
    firstTriedAt: row.firstTriedAt,
    stillHeld,
  };
  if (enquiryId === undefined)
    return notice.kind === 'channel' && notice.note.kind === 'morning-list'
      ? { ...parcel, open: await awaited(workings) }
      : parcel;
  const enquiry = await store.enquiry(team, enquiryId);
  if (!enquiry || (notice.kind === 'asker' && enquiry.asker === '')) return undefined;
  const card = await store.postOf(enquiryId, 'card');
  const askerPost = await store.postOf(enquiryId, 'asker');
  return { ...parcel, enquiry, ...(card ? { card } : {}), ...(askerPost ? { askerPost } : {}) };
}

function awaited({ store, team }: Workings): Promise<readonly Enquiry[]> {
  return store.list(team, { statuses: ['open', 'taken'], order: 'deadline', limit: MOST_LISTED });
}
