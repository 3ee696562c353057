import { parseArgs } from 'node:util';
import { isClean, killDesk, killReplica, type Outcome } from './kill-desk/run.ts';

/**
 * Kills desks by SIGKILL at random moments of hand-over, claim, answer and close, and between a post
 * and its being recorded, and counts what was lost or doubled. Ends with 1 where anything was.
 *
 *   npm run kill-desk -- --kills 100 --store sqlite
 *   npm run kill-desk -- --kills 100 --store postgres
 *   npm run kill-desk -- --replicas --enquiries 200 --store postgres
 *
 * `--without-look` and `--without-transaction` take out the care that is tried, to show that the
 * counting finds out.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    store: { type: 'string', default: 'sqlite' },
    replicas: { type: 'boolean', default: false },
    enquiries: { type: 'string', default: '200' },
    'without-look': { type: 'boolean', default: false },
    'without-transaction': { type: 'boolean', default: false },
  },
});

const options = {
  store: values.store === 'postgres' ? ('postgres' as const) : ('sqlite' as const),
  look: !values['without-look'],
  transaction: !values['without-transaction'],
};
const began = performance.now();
const outcome: Outcome = values.replicas
  ? await killReplica(options, Number(values.enquiries))
  : await killDesk({ ...options, kills: Number(values.kills) });
const lines = [
  ...Object.entries(options),
  ['kills', values.replicas ? 1 : values.kills],
  ...Object.entries(outcome.counts),
  ['drained after, ms', outcome.drainedAfterMs],
  ['taken over after, ms', outcome.takenOverAfterMs ?? '–'],
  ['took, s', Math.round((performance.now() - began) / 1_000)],
  ['result', isClean(outcome) ? 'nothing lost, nothing twice' : 'FAULTS'],
].map(([name, value]) => `${String(name).padEnd(22)}${value}\n`);
process.stdout.write(lines.join(''));
process.exitCode = isClean(outcome) ? 0 : 1;
