import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureAcknowledgements } from './acknowledgement.ts';
import { chart } from './chart.ts';
import { machineInWords } from './machine.ts';
import { measureMatching } from './matching.ts';
import { page, type Results, tables } from './page.ts';

const USAGE = `Measure the bot beside alternatives, in one run:
  npm run bench
  npm run bench -- --only matching     (or ack)
  npm run bench -- --write             (all of it, into docs/bench.md and docs/pictures/bench.svg)`;
const PAGE = new URL('../docs/bench.md', import.meta.url);
const PICTURE = new URL('../docs/pictures/bench.svg', import.meta.url);

const { values } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
});
const isPart = values.only === undefined || ['matching', 'ack'].includes(values.only);
if (values.help || !isPart || (values.write && values.only)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  const results = await measure(values.only);
  console.log(tables(results));
  if (values.write) write(results);
}

async function measure(only: string | undefined): Promise<Results> {
  const machine = machineInWords();
  const tell = (line: string) => console.error(line);
  return {
    machine,
    ...(only === 'ack' ? {} : { rows: await measureMatching(tell) }),
    ...(only === 'matching' ? {} : { acknowledgements: await measureAcknowledgements() }),
  };
}

function write(results: Results): void {
  mkdirSync(new URL('.', PICTURE), { recursive: true });
  writeFileSync(PAGE, page(results));
  writeFileSync(PICTURE, chart(results.rows ?? []));
}
