import { randomUUID } from 'node:crypto';
import type { TrailEvent, TrailRow } from '../application/desk/desk-store.ts';
import { folded, jsonText, type Sql } from './db.ts';
import { personOf } from './people.ts';

/** What retention counts a text as: questions and reports, an enquiry's, or a message of ours. */
export type TextKind = 'question' | 'enquiry' | 'message';

function kindOf(what: TrailEvent): TextKind {
  if (what === 'sent') return 'message';
  return what === 'asked' || what === 'reported' ? 'question' : 'enquiry';
}

/** A row as the store writes it: `to` is the Slack user id of who was written to. */
export type NewTrailRow = TrailRow & { readonly to?: string };

/** Adds one row; its words go to the texts, and the people to their pseudonymous ids. */
export async function addTrailRow(sql: Sql, team: string, row: NewTrailRow): Promise<void> {
  const person = row.by ? await personOf(sql, team, row.by, row.byName ?? '', row.at) : '';
  const to = row.to ? await personOf(sql, team, row.to, '', row.at) : '';
  const textId = row.words === undefined ? '' : await addText(sql, team, row, to || person);
  await addBareRow(sql, team, { ...row, person, to, textId });
}

/** For rows of the store itself, about people who may have no Slack user id any more. */
export async function addBareRow(
  sql: Sql,
  team: string,
  row: Omit<TrailRow, 'by' | 'byName' | 'words'> & {
    readonly person?: string;
    readonly to?: string;
    readonly textId?: string;
  },
): Promise<void> {
  await sql.run(
    `INSERT INTO trail (team, at, what, person, to_person, enquiry_id, reference, entries,
      knowledge, outcome, facts, text_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      team,
      row.at,
      row.what,
      row.person ?? '',
      row.to ?? '',
      row.enquiryId ?? '',
      row.reference ?? '',
      row.entries ? jsonText(row.entries) : '',
      row.knowledge,
      String(row.facts?.outcome ?? ''),
      row.facts ? jsonText(row.facts) : '',
      row.textId ?? '',
    ],
  );
}

async function addText(sql: Sql, team: string, row: TrailRow, person: string): Promise<string> {
  const id = randomUUID();
  await sql.run(
    `INSERT INTO texts (team, id, kind, person, enquiry_id, at, words, search)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      team,
      id,
      kindOf(row.what),
      person,
      row.enquiryId ?? '',
      row.at,
      row.words ?? '',
      folded(row.words ?? ''),
    ],
  );
  return id;
}
