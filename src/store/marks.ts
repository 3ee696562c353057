import type { Replica, Setting, SettingName } from '../application/desk/desk-store.ts';
import { type Db, numberIn, textIn } from './db.ts';

const HOUR = 3_600_000;
/** Slack delivers again for an hour or so; a day is beyond all doubt. */
const MARKS_KEPT = 24 * HOUR;
const REPLICA_SILENT = 30_000;

/** Marks of Slack's deliveries; those of more than a day ago are swept once an hour. */
export function createDeliveryMarks(db: Db) {
  let sweptAt = 0;
  return {
    async takeUp(team: string, key: string, at: number): Promise<boolean> {
      if (Math.abs(at - sweptAt) > HOUR) {
        sweptAt = at;
        await db.run('DELETE FROM deliveries WHERE at < $1', [at - MARKS_KEPT]);
      }
      const added = await db.run(
        'INSERT INTO deliveries (team, key, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [team, key, at],
      );
      return added === 1;
    },
    async forget(team: string, key: string): Promise<void> {
      await db.run('DELETE FROM deliveries WHERE team = $1 AND key = $2', [team, key]);
    },
  };
}

export async function readSetting(
  db: Db,
  team: string,
  name: SettingName,
): Promise<Setting | undefined> {
  const row = await db.get('SELECT * FROM settings WHERE team = $1 AND name = $2', [team, name]);
  if (!row) return undefined;
  return { value: textIn(row, 'value'), by: textIn(row, 'by_user'), at: numberIn(row, 'at') };
}

/** Tells of one replica, and gives all that told of themselves lately, by their ids. */
export async function beat(db: Db, team: string, replica: Replica): Promise<readonly Replica[]> {
  const { id, knowledge, at } = replica;
  const since = at - REPLICA_SILENT;
  await db.transaction(async (sql) => {
    await sql.run(
      `INSERT INTO replicas (team, id, knowledge, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (team, id) DO UPDATE SET knowledge = $3, at = $4`,
      [team, id, knowledge, at],
    );
    await sql.run('DELETE FROM replicas WHERE team = $1 AND at < $2', [team, since - HOUR]);
  });
  const rows = await db.all(
    'SELECT id, knowledge, at FROM replicas WHERE team = $1 AND at >= $2 ORDER BY id',
    [team, since],
  );
  return rows.map((row) => ({
    id: textIn(row, 'id'),
    knowledge: textIn(row, 'knowledge'),
    at: numberIn(row, 'at'),
  }));
}
