import { resolve } from 'node:path';
import { runOptionsCommand, type Values } from './arguments.ts';
import { required, withStore } from './desk-records.ts';

const USAGE = `A whole copy of what the desk keeps, made while the bot runs:
  npm run backup -- --to desk-2026-11-24.jsonl`;

const OPTIONS = { to: { type: 'string' } } as const;

async function backup(values: Values): Promise<number> {
  const file = resolve(required(values.to, '--to', /./, 'desk-2026-11-24.jsonl'));
  const { rows } = await withStore((store) => store.backup(file));
  console.log(`${rows} ${rows === 1 ? 'row' : 'rows'} written to ${file}.`);
  return 0;
}

await runOptionsCommand(USAGE, OPTIONS, backup);
