import { randomUUID } from 'node:crypto';
import type { Emptied } from '../application/desk/desk-records.ts';
import { anywhere, type Db, folded, numberIn, type Row, type Sql, textIn } from './db.ts';
import { addNotices } from './outbox.ts';
import { emptyEnquiry } from './retention.ts';
import { addBareRow } from './trail-rows.ts';

/**
 * Empties everything that names a Slack user: their enquiries and all texts about them, their own
 * words, their name, and their id wherever another's text or answer has it. An enquiry of theirs that
 * is unfinished is closed, since nobody could be answered; one that they had taken is nobody's again.
 * Cards are drawn anew, so that Slack's copy loses the name as well. The trail keeps what was done.
 */
export async function forgetUser(
  db: Db,
  team: string,
  user: string,
  at: number,
  knowledge: string,
): Promise<Emptied> {
  return db.transaction(async (sql) => {
    const known = await sql.get('SELECT * FROM people WHERE team = $1 AND slack_id = $2', [
      team,
      user,
    ]);
    const person = known ? textIn(known, 'person') : '';
    const asOf: Forgotten = { team, user, person, at, knowledge };
    let rows = await asAsker(sql, asOf);
    rows += await ownTexts(sql, asOf);
    rows += await asOfficer(sql, asOf);
    rows += await inOthersTexts(sql, asOf, known ? textIn(known, 'name') : '');
    rows += await sql.run("UPDATE settings SET by_user = '' WHERE team = $1 AND by_user = $2", [
      team,
      user,
    ]);
    rows += await sql.run(
      "UPDATE people SET name = '', slack_id = '' WHERE team = $1 AND slack_id = $2",
      [team, user],
    );
    if (rows > 0)
      await addBareRow(sql, team, { at, what: 'forgotten', knowledge, person, facts: { rows } });
    return { rows };
  });
}

interface Forgotten {
  readonly team: string;
  readonly user: string;
  readonly person: string;
  readonly at: number;
  readonly knowledge: string;
}

async function asAsker(sql: Sql, asOf: Forgotten): Promise<number> {
  const { team, user } = asOf;
  const mine = await sql.all('SELECT * FROM enquiries WHERE team = $1 AND asker = $2', [
    team,
    user,
  ]);
  let rows = mine.length;
  for (const row of mine) {
    const id = textIn(row, 'id');
    await emptyEnquiry(sql, row);
    rows += await sql.run(
      "UPDATE texts SET words = '', search = '' WHERE team = $1 AND enquiry_id = $2 AND words <> ''",
      [team, id],
    );
    if (['open', 'taken'].includes(textIn(row, 'status'))) {
      await sql.run("UPDATE enquiries SET status = 'closed' WHERE id = $1", [id]);
      await step(sql, asOf, row, 'closed');
    }
    await drawAnew(sql, asOf, row);
  }
  return rows;
}

/** Questions to the bot, and messages of ours to them, that were about no enquiry. */
function ownTexts(sql: Sql, { team, person }: Forgotten): Promise<number> {
  if (person === '') return Promise.resolve(0);
  return sql.run(
    "UPDATE texts SET words = '', search = '' WHERE team = $1 AND person = $2 AND words <> '' AND kind <> 'enquiry'",
    [team, person],
  );
}

/** The answers that they gave stay the office’s; who gave them goes. */
async function asOfficer(sql: Sql, asOf: Forgotten): Promise<number> {
  const { team, user } = asOf;
  const theirs = await sql.all(
    `SELECT * FROM enquiries WHERE team = $1 AND (owner = $2 OR details LIKE $3 ESCAPE '!')`,
    [team, user, anywhere(`"${user}"`)],
  );
  for (const row of theirs) {
    const had = textIn(row, 'owner') === user;
    const freed = had && textIn(row, 'status') === 'taken';
    await sql.run(
      `UPDATE enquiries SET owner = $2, status = $3, version = $4, details = REPLACE(details, $5, '""')
        WHERE id = $1`,
      [
        textIn(row, 'id'),
        had ? '' : textIn(row, 'owner'),
        freed ? 'open' : textIn(row, 'status'),
        numberIn(row, 'version') + 1,
        `"${user}"`,
      ],
    );
    if (freed) await step(sql, asOf, row, 'owner-left');
    await drawAnew(sql, asOf, row);
  }
  return theirs.length;
}

/** A whole name, not a first name that is a word as well. */
const WHOLE_NAME = /\S{2,}\s+\S{2,}/;

/** Where others’ words hold their id or their whole name, the pseudonymous id takes its place. */
async function inOthersTexts(sql: Sql, asOf: Forgotten, name: string): Promise<number> {
  const { team, user, person } = asOf;
  const instead = person || 'somebody';
  let rows = 0;
  for (const named of [user, ...(WHOLE_NAME.test(name) ? [name] : [])]) {
    rows += await sql.run(
      `UPDATE texts SET words = REPLACE(words, $2, $3), search = REPLACE(search, $4, $5)
        WHERE team = $1 AND search LIKE $6 ESCAPE '!'`,
      [team, named, instead, folded(named), folded(instead), anywhere(folded(named))],
    );
  }
  return rows;
}

function step(
  sql: Sql,
  { team, at, knowledge, person }: Forgotten,
  row: Row,
  what: 'closed' | 'owner-left',
): Promise<void> {
  return addBareRow(sql, team, {
    at,
    what,
    knowledge,
    enquiryId: textIn(row, 'id'),
    reference: textIn(row, 'reference'),
    facts: { because: 'forgotten' },
    ...(what === 'owner-left' && { person }),
  });
}

async function drawAnew(sql: Sql, { team, at }: Forgotten, row: Row): Promise<void> {
  const enquiryId = textIn(row, 'id');
  const card = await sql.get("SELECT ts FROM posts WHERE enquiry_id = $1 AND what = 'card'", [
    enquiryId,
  ]);
  if (!card) return;
  await addNotices(sql, team, [
    { id: randomUUID(), lane: enquiryId, enquiryId, notice: { kind: 'card' }, at },
  ]);
}
