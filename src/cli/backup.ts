import { resolve } from 'node:path';
import { readOptions, runCommand } from './arguments.ts';
import { required, withStore } from './desk-records.ts';

const USAGE = `A whole copy of what the desk keeps, made while the bot runs:
  npm run backup -- --to desk-2026-11-24.jsonl`;

async function backup(): Promise<number> {
  const values = readOptions(
    process.argv.slice(2),
    { to: { type: 'string' }, help: { type: 'boolean' } },
    USAGE,
  );
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const file = resolve(required(values.to, '--to', /./, 'desk-2026-11-24.jsonl'));
  const { rows } = await withStore((store) => store.backup(file));
  console.log(`${rows} ${rows === 1 ? 'row' : 'rows'} written to ${file}.`);
  return 0;
}

await runCommand(backup);
