import { runOptionsCommand, UsageError, type Values } from './arguments.ts';
import { officeZone, spanOf, withStore } from './desk-records.ts';
import { CSV_HEAD, csvOf, trailRecord } from './trail-output.ts';

const USAGE = `The whole trail, with what is kept of names and texts, on standard output:
  npm run -s export -- --format jsonl > trail.jsonl
  npm run -s export -- --format csv > trail.csv
  --since 2026-11-24 and --until 2026-11-30 narrow it.`;

const OPTIONS = {
  format: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
} as const;

async function exportTrail(values: Values): Promise<number> {
  const { format } = values;
  if (format !== 'jsonl' && format !== 'csv')
    throw new UsageError(`--format is jsonl or csv; a good one: --format jsonl\n${USAGE}`);
  const span = spanOf(values.since, values.until, officeZone());
  const entries = await withStore((store) => store.trail(span));
  if (format === 'csv') console.log(CSV_HEAD);
  for (const entry of entries)
    console.log(format === 'csv' ? csvOf(entry) : JSON.stringify(trailRecord(entry)));
  return 0;
}

await runOptionsCommand(USAGE, OPTIONS, exportTrail);
