import { randomInt } from 'node:crypto';
import { type Sql, textIn } from './db.ts';

/** No letters or digits that look like one another. */
const LETTERS = '234679ACDEFGHJKMNPQRTUVWXYZ';

function pseudonym(length: number): string {
  const letters = Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)] ?? '');
  return `P-${letters.join('')}`;
}

/**
 * The pseudonymous id of a Slack user, made at random the first time, so that nothing leads back
 * from it once the row is emptied. Keeps the newest name.
 */
export async function personOf(
  sql: Sql,
  team: string,
  user: string,
  name: string,
  at: number,
): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const known = await sql.get(
      `UPDATE people SET name = CASE WHEN $3 = '' THEN name ELSE $3 END,
        seen_at = CASE WHEN seen_at > $4 THEN seen_at ELSE $4 END
        WHERE team = $1 AND slack_id = $2 RETURNING person`,
      [team, user, name, at],
    );
    if (known) return textIn(known, 'person');
    await sql.run(
      `INSERT INTO people (team, person, slack_id, name, seen_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING`,
      [team, pseudonym(tries < 5 ? 4 : 6), user, name, at],
    );
  }
  throw new Error('No pseudonymous id was free');
}

/** Teams in which a Slack user is named. */
export async function teamsOf(sql: Sql, user: string): Promise<readonly string[]> {
  const rows = await sql.all(
    `SELECT team FROM people WHERE slack_id = $1 UNION
      SELECT team FROM enquiries WHERE asker = $1 OR owner = $1`,
    [user],
  );
  return rows.map((row) => textIn(row, 'team'));
}
