import type {
  Delivered,
  LeaseRequest,
  NewNotice,
  OutboxRow,
} from '../application/desk/desk-store.ts';
import type { Enquiry, Post } from '../domain/enquiry.ts';
import type { Notice } from '../domain/notice.ts';
import { type Db, jsonText, numberIn, type Row, type Sql, textIn } from './db.ts';
import { enquiryIn } from './enquiry-rows.ts';
import { addTrailRow } from './trail-rows.ts';

const DEFAULT_LIMIT = 10;

export async function addNotices(
  sql: Sql,
  team: string,
  notices: readonly NewNotice[],
): Promise<void> {
  for (const { id, lane, enquiryId, notice, at } of notices) {
    await sql.run(
      `INSERT INTO outbox (team, id, lane, enquiry_id, notice, at, done, done_at, free_at,
        leased_by, attempts, first_tried_at, code)
        VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, '', 0, 0, '')`,
      [team, id, lane, enquiryId ?? '', jsonText(notice), at],
    );
  }
}

/** $2 is now; a row that was put off has no holder. */
const isFree = (putOffToo: boolean): string =>
  putOffToo ? "(free_at <= $2 OR leased_by = '')" : 'free_at <= $2';

/**
 * The first row of each lane that waits, where it is free; one that was put off holds its lane. One
 * pass over what waits, whatever the database believes of its tables: with a join PostgreSQL took
 * two seconds for 1,500 rows until it had counted them.
 */
const firstOfLanes = (free: string): string => `SELECT seq FROM (
    SELECT seq, free_at, leased_by, ROW_NUMBER() OVER (PARTITION BY lane ORDER BY seq) AS place
    FROM outbox WHERE team = $1 AND done = 0) AS waiting
  WHERE place = 1 AND ${free} ORDER BY seq LIMIT $3`;

/** So many times the limit is looked at, since others may hold the first ones just now. */
const SPARE = 4;

/** See `DeskStore.lease`. Looks before it locks, since most of the time nothing waits. */
export async function leaseRows(db: Db, request: LeaseRequest): Promise<readonly OutboxRow[]> {
  const { team, now, limit = DEFAULT_LIMIT } = request;
  const free = isFree(request.putOffToo ?? false);
  const first = await db.all(firstOfLanes(free), [team, now, limit * SPARE]);
  if (first.length === 0) return [];
  const skip = db.dialect === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  const mine = `SELECT * FROM outbox WHERE seq = $1 AND done = 0 AND ${free} ${skip}`;
  return db.transaction(async (sql) => {
    const leased: OutboxRow[] = [];
    for (const { seq } of first) {
      if (leased.length === limit) break;
      const row = await sql.get(mine, [seq ?? 0, now]);
      if (row) leased.push(await leaseRow(sql, row, request));
    }
    return leased;
  });
}

async function leaseRow(sql: Sql, row: Row, request: LeaseRequest): Promise<OutboxRow> {
  const attempt = numberIn(row, 'attempts') + 1;
  const firstTriedAt = numberIn(row, 'first_tried_at') || request.now;
  await sql.run(
    `UPDATE outbox SET leased_by = $2, free_at = $3, attempts = $4, first_tried_at = $5
      WHERE seq = $1`,
    [numberIn(row, 'seq'), request.by, request.until, attempt, firstTriedAt],
  );
  const enquiryId = textIn(row, 'enquiry_id');
  return {
    team: textIn(row, 'team'),
    id: textIn(row, 'id'),
    lane: textIn(row, 'lane'),
    ...(enquiryId !== '' && { enquiryId }),
    notice: JSON.parse(textIn(row, 'notice')) as Notice,
    at: numberIn(row, 'at'),
    by: request.by,
    attempt,
    firstTriedAt,
  };
}

/** What the notice said is in the texts from now on, so it is emptied here. */
const FINISH = `UPDATE outbox SET done = $3, done_at = $4, code = $5, notice = ''
  WHERE team = $1 AND id = $2 AND done = 0`;
const DELIVERED = 1;
const GIVEN_UP = 2;

/**
 * Marks the row done, keeps where the message stands, and adds it to the trail. Holds for who lost
 * the lease as well: the message is there.
 */
export async function rowDelivered(
  db: Db,
  row: OutboxRow,
  posted: Delivered,
  knowledge: string,
): Promise<void> {
  await db.transaction(async (sql) => {
    const finished = [row.team, row.id, DELIVERED, posted.at, ''];
    if ((await sql.run(FINISH, finished)) === 0 || !posted.post) return;
    if (row.enquiryId !== undefined) await keepPost(sql, row, posted.post, posted.at);
    const enquiry = await enquiryOf(sql, row);
    const entry = enquiry && entryOf(row.notice, enquiry);
    await addTrailRow(sql, row.team, {
      at: posted.at,
      what: 'sent',
      knowledge,
      words: posted.words,
      facts: factsOf(row.notice),
      ...(enquiry && { enquiryId: enquiry.id, reference: enquiry.reference }),
      ...(entry !== undefined && { entries: [entry] }),
      ...(posted.to !== undefined && { to: posted.to }),
    });
  });
}

async function keepPost(sql: Sql, row: OutboxRow, post: Post, at: number): Promise<void> {
  await sql.run(
    `INSERT INTO posts (team, channel, ts, enquiry_id, what, at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT DO NOTHING`,
    [row.team, post.channel, post.ts, row.enquiryId ?? '', row.notice.kind, at],
  );
}

async function enquiryOf(sql: Sql, row: OutboxRow): Promise<Enquiry | undefined> {
  if (row.enquiryId === undefined) return undefined;
  const found = await sql.get('SELECT * FROM enquiries WHERE team = $1 AND id = $2', [
    row.team,
    row.enquiryId,
  ]);
  return found && enquiryIn(found);
}

/** The approved entry that a sent answer was taken from: "who was given this line?". */
function entryOf(notice: Notice, enquiry: Enquiry): string | undefined {
  if (notice.kind !== 'asker') return undefined;
  const { note } = notice;
  if (note.kind !== 'answer' && note.kind !== 'correction') return undefined;
  return enquiry.answers.findLast((answer) => answer.words === note.words)?.entryKey;
}

function factsOf(notice: Notice): Readonly<Record<string, string>> {
  return notice.kind === 'card'
    ? { notice: 'card' }
    : { notice: notice.kind, note: notice.note.kind };
}

/** Only who holds the lease can renew it, put the row off, or give it up. */
const HELD = 'leased_by = $3 AND attempts = $4 AND done = 0';

/** See `DeskStore.renew`. A lease that ran out unseen by anybody else is as good as before. */
export async function renewRow(db: Db, row: OutboxRow, until: number): Promise<boolean> {
  const renewed = await db.run(
    `UPDATE outbox SET free_at = $5 WHERE team = $1 AND id = $2 AND ${HELD}`,
    [row.team, row.id, row.by, row.attempt, until],
  );
  return renewed === 1;
}

/** A row that was put off has no holder: that tells it from one that is leased. */
export async function putRowOff(
  db: Db,
  row: OutboxRow,
  until: number,
  code: string,
): Promise<void> {
  await db.run(
    `UPDATE outbox SET free_at = $5, code = $6, leased_by = '' WHERE team = $1 AND id = $2 AND ${HELD}`,
    [row.team, row.id, row.by, row.attempt, until, code],
  );
}

export async function giveRowUp(
  db: Db,
  row: OutboxRow,
  gaveUp: { readonly at: number; readonly code: string; readonly knowledge: string },
  then: readonly NewNotice[],
): Promise<void> {
  await db.transaction(async (sql) => {
    const held = await sql.get(`SELECT id FROM outbox WHERE team = $1 AND id = $2 AND ${HELD}`, [
      row.team,
      row.id,
      row.by,
      row.attempt,
    ]);
    const { at, code, knowledge } = gaveUp;
    if (!held || (await sql.run(FINISH, [row.team, row.id, GIVEN_UP, at, code])) === 0) return;
    const enquiry = await enquiryOf(sql, row);
    await addTrailRow(sql, row.team, {
      at,
      what: 'undeliverable',
      knowledge,
      facts: { ...factsOf(row.notice), code },
      ...(enquiry && { enquiryId: enquiry.id, reference: enquiry.reference }),
    });
    await addNotices(sql, row.team, then);
  });
}
