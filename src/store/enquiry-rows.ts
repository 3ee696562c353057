import type { EnquiryFilter } from '../application/desk/desk-store.ts';
import type { Enquiry, EnquiryStatus } from '../domain/enquiry.ts';
import {
  anywhere,
  folded,
  jsonText,
  numberIn,
  type Row,
  type Sql,
  textIn,
  type Value,
} from './db.ts';

const COLUMNS = [
  'team',
  'id',
  'reference',
  'version',
  'status',
  'urgent',
  'owner',
  'asker',
  'asker_name',
  'outlet',
  'question',
  'telephone',
  'received_at',
  'deadline',
  'answered_at',
  'changed_at',
  'details',
  'search',
  'emptied',
] as const;

/** What no query looks at stands together as JSON. */
type Details = Pick<
  Enquiry,
  'askedIn' | 'answerHere' | 'tried' | 'answers' | 'goInstead' | 'warned'
>;

function valuesOf(enquiry: Enquiry, changedAt: number): readonly Value[] {
  const details: Details = {
    answerHere: enquiry.answerHere,
    tried: enquiry.tried,
    answers: enquiry.answers,
    warned: enquiry.warned,
    ...(enquiry.askedIn && { askedIn: enquiry.askedIn }),
    ...(enquiry.goInstead !== undefined && { goInstead: enquiry.goInstead }),
  };
  return [
    enquiry.team,
    enquiry.id,
    enquiry.reference,
    enquiry.version,
    enquiry.status,
    enquiry.urgent ? 1 : 0,
    enquiry.owner ?? '',
    enquiry.asker,
    enquiry.askerName,
    enquiry.outlet,
    enquiry.question,
    enquiry.telephone ?? '',
    enquiry.receivedAt,
    enquiry.deadline,
    enquiry.answers.at(-1)?.at ?? 0,
    changedAt,
    jsonText(details),
    folded(`${enquiry.reference} ${enquiry.outlet} ${enquiry.question}`),
    0,
  ];
}

export function enquiryIn(row: Row): Enquiry {
  const details = JSON.parse(textIn(row, 'details')) as Details;
  const owner = textIn(row, 'owner');
  const telephone = textIn(row, 'telephone');
  return {
    id: textIn(row, 'id'),
    team: textIn(row, 'team'),
    reference: textIn(row, 'reference'),
    version: numberIn(row, 'version'),
    status: textIn(row, 'status') as EnquiryStatus,
    urgent: numberIn(row, 'urgent') === 1,
    ...(owner !== '' && { owner }),
    asker: textIn(row, 'asker'),
    askerName: textIn(row, 'asker_name'),
    outlet: textIn(row, 'outlet'),
    question: textIn(row, 'question'),
    ...(telephone !== '' && { telephone }),
    receivedAt: numberIn(row, 'received_at'),
    deadline: numberIn(row, 'deadline'),
    ...details,
  };
}

const PLACES = COLUMNS.map((_, index) => `$${index + 1}`).join(', ');

/** False where the reference is taken in that team. */
export async function insertEnquiry(sql: Sql, enquiry: Enquiry, at: number): Promise<boolean> {
  const same = await sql.get('SELECT id FROM enquiries WHERE id = $1', [enquiry.id]);
  if (same) throw new Error(`There is an enquiry with the id ${enquiry.id} already`);
  const added = await sql.run(
    `INSERT INTO enquiries (${COLUMNS.join(', ')}) VALUES (${PLACES}) ON CONFLICT DO NOTHING`,
    valuesOf(enquiry, at),
  );
  return added === 1;
}

const SETS = COLUMNS.map((column, index) => `${column} = $${index + 1}`)
  .filter((set) => !/^(?:team|id|reference) /.test(set))
  .join(', ');

/** False where the stored version is no longer `from`. */
export async function updateEnquiry(
  sql: Sql,
  enquiry: Enquiry,
  from: number,
  at: number,
): Promise<boolean> {
  const changed = await sql.run(
    `UPDATE enquiries SET ${SETS} WHERE team = $1 AND id = $2 AND reference = $3 AND version = $${COLUMNS.length + 1}`,
    [...valuesOf(enquiry, at), from],
  );
  return changed === 1;
}

/** Enquiries of a team that fit a filter, in its order. */
export async function listEnquiries(
  sql: Sql,
  team: string,
  filter: EnquiryFilter,
): Promise<readonly Enquiry[]> {
  if (filter.statuses?.length === 0) return [];
  const values: Value[] = [team];
  const place = (value: Value): string => `$${values.push(value)}`;
  const wheres = ['team = $1'];
  if (filter.statuses) wheres.push(`status IN (${filter.statuses.map(place).join(', ')})`);
  if (filter.owner !== undefined) wheres.push(`owner = ${place(filter.owner)}`);
  if (filter.asker !== undefined) wheres.push(`asker = ${place(filter.asker)}`);
  if (filter.dueBy !== undefined) wheres.push(`deadline <= ${place(filter.dueBy)}`);
  if (filter.answeredSince !== undefined)
    wheres.push(`answered_at > 0 AND answered_at >= ${place(filter.answeredSince)}`);
  for (const word of wordsOf(filter.words)) {
    wheres.push(`search LIKE ${place(anywhere(word))} ESCAPE '!'`);
  }
  const order = filter.order === 'newest' ? 'received_at DESC, id' : 'deadline, received_at, id';
  const rows = await sql.all(
    `SELECT * FROM enquiries WHERE ${wheres.join(' AND ')} ORDER BY ${order} LIMIT ${place(filter.limit ?? 50)}`,
    values,
  );
  return rows.map(enquiryIn);
}

/** At most 20 words are looked for. */
function wordsOf(words: string | undefined): readonly string[] {
  return folded(words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 20);
}
