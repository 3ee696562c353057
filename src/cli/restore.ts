import { resolve } from 'node:path';
import { readOptions, runCommand } from './arguments.ts';
import { required, withStore } from './desk-records.ts';

const USAGE = `Fill an empty database from a copy:
  npm run restore -- --from desk-2026-11-24.jsonl`;

async function restore(): Promise<number> {
  const values = readOptions(
    process.argv.slice(2),
    { from: { type: 'string' }, help: { type: 'boolean' } },
    USAGE,
  );
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const file = resolve(required(values.from, '--from', /./, 'desk-2026-11-24.jsonl'));
  const { rows } = await withStore((store) => store.restore(file), { mayBeMade: true });
  console.log(`${rows} ${rows === 1 ? 'row' : 'rows'} read from ${file}.`);
  return 0;
}

await runCommand(restore);
