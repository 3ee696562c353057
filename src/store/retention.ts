import type { Emptied, RetentionRules } from '../application/desk/desk-records.ts';
import { type Db, jsonText, numberIn, type Row, type Sql, textIn } from './db.ts';
import { addBareRow, type TextKind } from './trail-rows.ts';

const DAY = 86_400_000;
const KINDS = ['questions', 'enquiries', 'messages', 'people'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Empties what is older than its kind may be kept, team by team, and adds one row to the trail for
 * each kind and team of which something was emptied. An enquiry that is still open or taken keeps
 * everything, whatever its age, and so does who asked it.
 */
export async function retainOnly(
  db: Db,
  now: number,
  rules: RetentionRules,
  knowledge: string,
): Promise<Emptied> {
  return db.transaction(async (sql) => {
    let rows = 0;
    for (const kind of KINDS) {
      const days = rules[kind];
      if (days === undefined) continue;
      for (const team of await teams(sql)) {
        const emptied = await EMPTY[kind](sql, team, now - days * DAY);
        rows += emptied;
        if (emptied === 0) continue;
        const facts = { kind, rows: emptied, days };
        await addBareRow(sql, team, { at: now, what: 'emptied', knowledge, facts });
      }
    }
    return { rows };
  });
}

async function teams(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.all(
    'SELECT team FROM people UNION SELECT team FROM texts UNION SELECT team FROM enquiries',
  );
  return rows.map((row) => textIn(row, 'team'));
}

type Empty = (sql: Sql, team: string, before: number) => Promise<number>;

/** An enquiry that somebody still has to do something about. */
export const UNFINISHED = "status IN ('open', 'taken')";
/** What is still being worked on keeps its texts; $3 is the end of what is old. */
const TEXTS_OF_FINISHED = `UPDATE texts SET words = '', search = ''
  WHERE team = $1 AND kind = $2 AND at <= $3 AND words <> ''
    AND NOT EXISTS (SELECT 1 FROM enquiries q WHERE q.team = texts.team
      AND q.id = texts.enquiry_id AND q.${UNFINISHED})`;

function textsOf(kind: TextKind): Empty {
  return (sql, team, before) => sql.run(TEXTS_OF_FINISHED, [team, kind, before]);
}

const EMPTY: Readonly<Record<Kind, Empty>> = {
  questions: textsOf('question'),
  messages: textsOf('message'),
  async enquiries(sql, team, before) {
    const rows = await sql.all(
      `SELECT * FROM enquiries WHERE team = $1 AND changed_at <= $2 AND emptied = 0
        AND NOT ${UNFINISHED}`,
      [team, before],
    );
    for (const row of rows) await emptyEnquiry(sql, row);
    return rows.length + (await textsOf('enquiry')(sql, team, before));
  },
  people: (sql, team, before) =>
    sql.run(
      `UPDATE people SET name = '', slack_id = ''
        WHERE team = $1 AND seen_at <= $2 AND (name <> '' OR slack_id <> '')
          AND NOT EXISTS (SELECT 1 FROM enquiries q WHERE q.team = people.team
            AND (q.asker = people.slack_id OR q.owner = people.slack_id) AND q.${UNFINISHED})`,
      [team, before],
    ),
};

/** What is left of an enquiry: its reference, its times, its state, and what was done when. */
export async function emptyEnquiry(sql: Sql, row: Row): Promise<void> {
  const details = JSON.parse(textIn(row, 'details')) as {
    readonly answers: readonly { readonly at: number; readonly entryKey?: string }[];
    readonly tried: object;
    readonly warned: readonly string[];
  };
  const left = {
    answerHere: false,
    tried: details.tried,
    warned: details.warned,
    answers: details.answers.map(({ at, entryKey }) => ({
      by: '',
      at,
      words: '',
      attribution: { to: '', terms: 'on-the-record' },
      ...(entryKey !== undefined && { entryKey }),
    })),
  };
  await sql.run(
    `UPDATE enquiries SET asker = '', asker_name = '', outlet = '', question = '',
      telephone = '', owner = '', details = $2, search = '', emptied = 1, version = $3
      WHERE id = $1`,
    [textIn(row, 'id'), jsonText(left), numberIn(row, 'version') + 1],
  );
  // What was still to be said of it named them too; only the card is still brought up to date.
  await sql.run(
    `UPDATE outbox SET done = 1, done_at = at, code = 'emptied', notice = ''
      WHERE enquiry_id = $1 AND done = 0 AND notice NOT LIKE '{"kind":"card"%'`,
    [textIn(row, 'id')],
  );
}
