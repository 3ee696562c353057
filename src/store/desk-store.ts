import type { DeskStore } from '../application/desk/desk-store.ts';
import type { Post } from '../domain/enquiry.ts';
import { commitChange } from './commit.ts';
import { type Db, numberIn, type Row, textIn } from './db.ts';
import { enquiryIn, listEnquiries } from './enquiry-rows.ts';
import { beat, createDeliveryMarks, readSetting } from './marks.ts';
import { giveRowUp, leaseRows, putRowOff, renewRow, rowDelivered } from './outbox.ts';

/** The desk's port over an open database. `knowledge` gives the version that is served now. */
export function deskStoreOver(db: Db, knowledge: () => string): DeskStore {
  const marks = createDeliveryMarks(db);
  const enquiryWhere = async (where: string, values: readonly string[]) => {
    const row = await db.get(`SELECT q.* FROM enquiries q ${where}`, values);
    return row && enquiryIn(row);
  };
  return {
    commit: (change) => commitChange(db, change),
    enquiry: (team, id) => enquiryWhere('WHERE q.team = $1 AND q.id = $2', [team, id]),
    byReference: (team, reference) =>
      enquiryWhere('WHERE q.team = $1 AND q.reference = $2', [team, reference]),
    byPost: (team, post) =>
      enquiryWhere(
        `JOIN posts p ON p.team = q.team AND p.enquiry_id = q.id
          WHERE p.team = $1 AND p.channel = $2 AND p.ts = $3`,
        [team, post.channel, post.ts],
      ),
    list: (team, filter) => listEnquiries(db, team, filter),
    async postOf(enquiryId, what) {
      // A card that was deleted by hand was posted anew: the last one holds.
      const order = what === 'card' ? 'DESC' : 'ASC';
      const row = await db.get(
        `SELECT channel, ts FROM posts WHERE enquiry_id = $1 AND what = $2 ORDER BY seq ${order} LIMIT 1`,
        [enquiryId, what],
      );
      return row && postIn(row);
    },
    lease: (request) => leaseRows(db, request),
    renew: (row, until) => renewRow(db, row, until),
    delivered: (row, posted) => rowDelivered(db, row, posted, knowledge()),
    putOff: (row, until, code) => putRowOff(db, row, until, code),
    giveUp: (row, at, code, then) => giveRowUp(db, row, { at, code, knowledge: knowledge() }, then),
    async waiting(team) {
      const row = await db.get(
        'SELECT COUNT(*) AS count, MIN(at) AS oldest FROM outbox WHERE team = $1 AND done = 0',
        [team],
      );
      const count = row ? numberIn(row, 'count') : 0;
      return { count, ...(row && count > 0 && { oldestAt: numberIn(row, 'oldest') }) };
    },
    takeUp: (team, key, at) => marks.takeUp(team, key, at),
    forgetDelivery: (team, key) => marks.forget(team, key),
    setting: (team, name) => readSetting(db, team, name),
    beat: (team, replica) => beat(db, team, replica),
    close: () => db.close(),
  };
}

function postIn(row: Row): Post {
  return { channel: textIn(row, 'channel'), ts: textIn(row, 'ts') };
}
