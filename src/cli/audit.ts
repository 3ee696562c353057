import type { TrailQuery } from '../application/desk/desk-records.ts';
import { parseReference } from '../domain/reference.ts';
import { runOptionsCommand, UsageError, type Values } from './arguments.ts';
import { officeZone, spanOf, withStore } from './desk-records.ts';
import { CSV_HEAD, csvOf, trailInWords, trailRecord } from './trail-output.ts';

const USAGE = `What was said and done, from the trail:
  npm run audit -- --reference K7M-4PX          (what did you tell them, and when?)
  npm run audit -- --entry cyber/cost-to-uk     (who was given this line?)
  npm run audit -- --from U0123ABCD             (all of one person: Slack user id, or P-4K7M)
  npm run audit -- --words "eight days"         (where these words were asked or said)
  --since 2026-11-24 and --until 2026-11-30 narrow it; --json gives a line of JSON a row, --csv a table.`;

const NO_ROW = 'The trail has no row that fits.';

const OPTIONS = {
  reference: { type: 'string' },
  entry: { type: 'string' },
  from: { type: 'string' },
  words: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const;

async function audit(values: Values): Promise<number> {
  const zone = officeZone();
  const query = { ...askedBy(values), ...spanOf(values.since, values.until, zone) };
  const entries = await withStore((store) => store.trail(query));
  if (values.csv) console.log(CSV_HEAD);
  for (const entry of entries) {
    if (values.json) console.log(JSON.stringify(trailRecord(entry)));
    else console.log(values.csv ? csvOf(entry) : trailInWords(entry, zone));
  }
  if (entries.length === 0) console.error(NO_ROW);
  return 0;
}

function askedBy(values: Values): TrailQuery {
  if (values.json && values.csv) throw new UsageError(`Give --json or --csv, not both.\n${USAGE}`);
  const reference = textOf(values.reference, '--reference', 'K7M-4PX');
  const entry = textOf(values.entry, '--entry', 'cyber/cost-to-uk');
  const person = textOf(values.from, '--from', 'U0123ABCD');
  const words = textOf(values.words, '--words', '"eight days"');
  if (!(reference ?? entry ?? person ?? words))
    throw new UsageError(`Say what to look for.\n${USAGE}`);
  return {
    ...(reference !== undefined && { reference: referenceOf(reference) }),
    ...(entry !== undefined && { entry }),
    ...(person !== undefined && { person }),
    ...(words !== undefined && { words }),
  };
}

function textOf(value: string | boolean | undefined, name: string, good: string) {
  if (typeof value !== 'string') return undefined;
  if (value.trim() === '') throw new UsageError(`${name} is empty; a good one: ${name} ${good}`);
  return value.trim();
}

function referenceOf(text: string): string {
  const reference = parseReference(text);
  if (reference) return reference;
  throw new UsageError(
    `--reference: “${text.slice(0, 60)}” is no reference; a good one: --reference K7M-4PX`,
  );
}

await runOptionsCommand(USAGE, OPTIONS, audit);
