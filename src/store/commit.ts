import type { Change, Committed } from '../application/desk/desk-store.ts';
import { StoreDownError } from '../application/desk/desk-store.ts';
import { type Db, type Sql, textIn } from './db.ts';
import { insertEnquiry, updateEnquiry } from './enquiry-rows.ts';
import { addNotices } from './outbox.ts';
import { addTrailRow } from './trail-rows.ts';

/** Takes the whole transaction back, and is what the caller is told. */
class Refused extends Error {
  readonly committed: Committed;
  constructor(committed: Committed) {
    super(committed.kind);
    this.committed = committed;
  }
}

/** Keeps a change whole, or not at all. */
export async function commitChange(db: Db, change: Change): Promise<Committed> {
  try {
    return await db.transaction((sql) => keep(sql, change));
  } catch (error) {
    if (error instanceof Refused) return error.committed;
    throw error;
  }
}

async function keep(sql: Sql, change: Change): Promise<Committed> {
  const { team, enquiry } = change;
  const at = instantOf(change);
  if (change.key !== undefined) await useKey(sql, change, change.key, at);
  if (enquiry?.kind === 'new' && !(await insertEnquiry(sql, enquiry.enquiry, at)))
    throw new Refused({ kind: 'reference-taken' });
  if (enquiry?.kind === 'next' && !(await updateEnquiry(sql, enquiry.enquiry, enquiry.from, at)))
    throw new Refused({ kind: 'stale' });
  if (change.setting) {
    const { name, value, by, at: since } = change.setting;
    await sql.run(
      `INSERT INTO settings (team, name, value, by_user, at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (team, name) DO UPDATE SET value = $3, by_user = $4, at = $5`,
      [team, name, value, by, since],
    );
  }
  await addNotices(sql, team, change.notices);
  for (const row of change.trail) await addTrailRow(sql, team, row);
  if (change.expired?.()) throw new StoreDownError('The database answered too late.');
  return { kind: 'done' };
}

async function useKey(sql: Sql, change: Change, key: string, at: number): Promise<void> {
  const added = await sql.run(
    'INSERT INTO keys (team, key, enquiry_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [change.team, key, change.enquiry?.enquiry.id ?? '', at],
  );
  if (added === 1) return;
  const row = await sql.get('SELECT enquiry_id FROM keys WHERE team = $1 AND key = $2', [
    change.team,
    key,
  ]);
  const enquiryId = row ? textIn(row, 'enquiry_id') : '';
  throw new Refused({ kind: 'done-before', ...(enquiryId !== '' && { enquiryId }) });
}

/** When it happened, as far as the change itself says. */
function instantOf({ enquiry, trail, notices, setting }: Change): number {
  const received = enquiry?.kind === 'new' ? enquiry.enquiry.receivedAt : 0;
  return Math.max(
    received,
    setting?.at ?? 0,
    ...trail.map((row) => row.at),
    ...notices.map((notice) => notice.at),
  );
}
