import { resolve } from 'node:path';
import { runOptionsCommand, type Values } from './arguments.ts';
import { required, withStore } from './desk-records.ts';

const USAGE = `Fill an empty database from a copy:
  npm run restore -- --from desk-2026-11-24.jsonl`;

const OPTIONS = { from: { type: 'string' } } as const;

async function restore(values: Values): Promise<number> {
  const file = resolve(required(values.from, '--from', /./, 'desk-2026-11-24.jsonl'));
  const { rows } = await withStore((store) => store.restore(file), { mayBeMade: true });
  console.log(`${rows} ${rows === 1 ? 'row' : 'rows'} read from ${file}.`);
  return 0;
}

await runOptionsCommand(USAGE, OPTIONS, restore);
