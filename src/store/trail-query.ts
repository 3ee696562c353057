import type { TrailEntry, TrailQuery } from '../application/desk/desk-records.ts';
import type { TrailEvent } from '../application/desk/desk-store.ts';
import { anywhere, folded, numberIn, type Row, type Sql, textIn, type Value } from './db.ts';

const SELECT = `SELECT t.*, x.words AS words, p.name AS person_name, r.name AS to_name FROM trail t
  LEFT JOIN texts x ON x.team = t.team AND x.id = t.text_id
  LEFT JOIN people p ON p.team = t.team AND p.person = t.person
  LEFT JOIN people r ON r.team = t.team AND r.person = t.to_person`;

/** Rows of the trail that fit everything asked for, oldest first, with what is kept of names and texts. */
export async function queryTrail(sql: Sql, query: TrailQuery): Promise<readonly TrailEntry[]> {
  const values: Value[] = [];
  const place = (value: Value): string => `$${values.push(value)}`;
  const wheres: string[] = [];
  if (query.reference !== undefined)
    wheres.push(`t.reference = ${place(query.reference.trim().toUpperCase())}`);
  if (query.entry !== undefined)
    wheres.push(`t.entries LIKE ${place(anywhere(JSON.stringify(query.entry)))} ESCAPE '!'`);
  if (query.from !== undefined) wheres.push(`t.at >= ${place(query.from)}`);
  if (query.until !== undefined) wheres.push(`t.at < ${place(query.until)}`);
  if (query.person !== undefined) wheres.push(ofPerson(place(query.person.trim().toUpperCase())));
  for (const word of folded(query.words ?? '')
    .split(/\s+/)
    .filter((each) => each !== '')
    .slice(0, 20)) {
    wheres.push(`x.search LIKE ${place(anywhere(word))} ESCAPE '!'`);
  }
  const where = wheres.length > 0 ? `WHERE ${wheres.join(' AND ')}` : '';
  return (await sql.all(`${SELECT} ${where} ORDER BY t.seq`, values)).map(entryIn);
}

/** By pseudonymous id or by Slack user id: who did it, or whom it went to. */
function ofPerson(name: string): string {
  const theirs = (column: string): string =>
    `(${column} = ${name} OR EXISTS (SELECT 1 FROM people w
      WHERE w.team = t.team AND w.slack_id = ${name} AND w.person = ${column}))`;
  return `(${theirs('t.person')} OR ${theirs('t.to_person')})`;
}

function entryIn(row: Row): TrailEntry {
  const [entries, facts] = [textIn(row, 'entries'), textIn(row, 'facts')];
  return {
    team: textIn(row, 'team'),
    at: numberIn(row, 'at'),
    what: textIn(row, 'what') as TrailEvent,
    knowledge: textIn(row, 'knowledge'),
    ...present('person', textIn(row, 'person')),
    ...present('personName', textIn(row, 'person_name')),
    ...present('to', textIn(row, 'to_person')),
    ...present('toName', textIn(row, 'to_name')),
    ...present('enquiryId', textIn(row, 'enquiry_id')),
    ...present('reference', textIn(row, 'reference')),
    ...present('words', textIn(row, 'words')),
    ...(entries !== '' && { entries: JSON.parse(entries) as readonly string[] }),
    ...(facts !== '' && { facts: JSON.parse(facts) as Record<string, string | number | boolean> }),
  };
}

function present<K extends string>(key: K, value: string): { readonly [P in K]?: string } {
  return value === '' ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}

/** Questions that the bot didn’t answer, whose words are still kept, newest first. */
export async function unansweredSince(
  sql: Sql,
  since: number,
): Promise<readonly { readonly at: number; readonly words: string; readonly outcome: string }[]> {
  const rows = await sql.all(
    `SELECT t.at AS at, t.outcome AS outcome, x.words AS words FROM trail t
      JOIN texts x ON x.team = t.team AND x.id = t.text_id
      WHERE t.what = 'asked' AND t.outcome IN ('unknown', 'declined') AND t.at >= $1
        AND x.words <> ''
      ORDER BY t.at DESC, t.seq DESC`,
    [since],
  );
  return rows.map((row) => ({
    at: numberIn(row, 'at'),
    words: textIn(row, 'words'),
    outcome: textIn(row, 'outcome'),
  }));
}
