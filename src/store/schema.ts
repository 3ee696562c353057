import type { Dialect } from './db.ts';

/**
 * Every change of the schema, oldest first; its number is its place, from 1. One that was released
 * is never edited: a change is a new one at the end. In them BIGINT is an integer of 64 bits and
 * NUMBERED a key that the database counts; instants are epoch milliseconds, truths are 0 and 1,
 * and JSON is text.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    // Names, numbers and texts of people stand here, in `people` and in `texts`: all can be emptied.
    `CREATE TABLE enquiries (
      team TEXT NOT NULL, id TEXT NOT NULL PRIMARY KEY, reference TEXT NOT NULL,
      version BIGINT NOT NULL, status TEXT NOT NULL, urgent BIGINT NOT NULL,
      owner TEXT NOT NULL, asker TEXT NOT NULL, asker_name TEXT NOT NULL, outlet TEXT NOT NULL,
      question TEXT NOT NULL, telephone TEXT NOT NULL, received_at BIGINT NOT NULL,
      deadline BIGINT NOT NULL, answered_at BIGINT NOT NULL, changed_at BIGINT NOT NULL,
      details TEXT NOT NULL, search TEXT NOT NULL, emptied BIGINT NOT NULL,
      UNIQUE (team, reference))`,
    'CREATE INDEX enquiries_by_deadline ON enquiries (team, status, deadline)',
    'CREATE INDEX enquiries_by_asker ON enquiries (team, asker)',
    `CREATE TABLE people (
      team TEXT NOT NULL, person TEXT NOT NULL, slack_id TEXT NOT NULL, name TEXT NOT NULL,
      seen_at BIGINT NOT NULL, PRIMARY KEY (team, person))`,
    "CREATE UNIQUE INDEX people_by_slack_id ON people (team, slack_id) WHERE slack_id <> ''",
    `CREATE TABLE texts (
      team TEXT NOT NULL, id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL,
      person TEXT NOT NULL, enquiry_id TEXT NOT NULL, at BIGINT NOT NULL,
      words TEXT NOT NULL, search TEXT NOT NULL)`,
    'CREATE INDEX texts_by_age ON texts (kind, at)',
    'CREATE INDEX texts_by_enquiry ON texts (enquiry_id)',
    `CREATE TABLE trail (
      seq NUMBERED, team TEXT NOT NULL, at BIGINT NOT NULL, what TEXT NOT NULL,
      person TEXT NOT NULL, to_person TEXT NOT NULL, enquiry_id TEXT NOT NULL,
      reference TEXT NOT NULL, entries TEXT NOT NULL, knowledge TEXT NOT NULL,
      outcome TEXT NOT NULL, facts TEXT NOT NULL, text_id TEXT NOT NULL)`,
    'CREATE INDEX trail_by_enquiry ON trail (enquiry_id)',
    'CREATE INDEX trail_by_time ON trail (at)',
    `CREATE TABLE outbox (
      seq NUMBERED, team TEXT NOT NULL, id TEXT NOT NULL UNIQUE, lane TEXT NOT NULL,
      enquiry_id TEXT NOT NULL, notice TEXT NOT NULL, at BIGINT NOT NULL, done BIGINT NOT NULL,
      done_at BIGINT NOT NULL, free_at BIGINT NOT NULL, leased_by TEXT NOT NULL,
      attempts BIGINT NOT NULL, first_tried_at BIGINT NOT NULL, code TEXT NOT NULL)`,
    'CREATE INDEX outbox_waiting ON outbox (team, lane, seq) WHERE done = 0',
    `CREATE TABLE posts (
      seq NUMBERED, team TEXT NOT NULL, channel TEXT NOT NULL, ts TEXT NOT NULL,
      enquiry_id TEXT NOT NULL, what TEXT NOT NULL, at BIGINT NOT NULL,
      UNIQUE (team, channel, ts))`,
    'CREATE INDEX posts_by_enquiry ON posts (enquiry_id, what)',
    `CREATE TABLE keys (
      team TEXT NOT NULL, key TEXT NOT NULL, enquiry_id TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (team, key))`,
    `CREATE TABLE deliveries (
      team TEXT NOT NULL, key TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (team, key))`,
    `CREATE TABLE settings (
      team TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, by_user TEXT NOT NULL,
      at BIGINT NOT NULL, PRIMARY KEY (team, name))`,
    `CREATE TABLE replicas (
      team TEXT NOT NULL, id TEXT NOT NULL, knowledge TEXT NOT NULL, at BIGINT NOT NULL,
      PRIMARY KEY (team, id))`,
  ],
];

const NEVER = 'The trail is only ever added to';

/** What keeps the trail as it is: the two databases have no words in common for it. */
const APPEND_ONLY: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [
    `CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, '${NEVER}'); END`,
    `CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, '${NEVER}'); END`,
    `CREATE TRIGGER trail_no_replace BEFORE INSERT ON trail
      WHEN EXISTS (SELECT 1 FROM trail WHERE seq = NEW.seq)
      BEGIN SELECT RAISE(ABORT, '${NEVER}'); END`,
  ],
  postgres: [
    `CREATE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '${NEVER}'; END $$`,
    `CREATE TRIGGER trail_no_change BEFORE UPDATE OR DELETE ON trail
      FOR EACH ROW EXECUTE FUNCTION trail_refuse()`,
    `CREATE TRIGGER trail_no_truncate BEFORE TRUNCATE ON trail
      FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse()`,
  ],
};

/** The statements of migration `number`, from 1, as that database wants them. */
export function statementsOf(number: number, dialect: Dialect): readonly string[] {
  const common = (MIGRATIONS[number - 1] ?? []).map((text) => inDialect(text, dialect));
  return number === 1 ? [...common, ...APPEND_ONLY[dialect]] : common;
}

/** SQLite is lax about types unless a table is STRICT, which knows no BIGINT. */
export function inDialect(statement: string, dialect: Dialect): string {
  if (dialect === 'postgres') {
    return statement.replaceAll('NUMBERED', 'BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY');
  }
  const typed = statement
    .replaceAll('NUMBERED', 'INTEGER PRIMARY KEY AUTOINCREMENT')
    .replaceAll('BIGINT', 'INTEGER');
  return typed.startsWith('CREATE TABLE') ? `${typed} STRICT` : typed;
}

/** Every table that a copy holds, in the order in which it is filled. */
export const TABLES = [
  'people',
  'enquiries',
  'texts',
  'trail',
  'outbox',
  'posts',
  'keys',
  'deliveries',
  'settings',
] as const;
