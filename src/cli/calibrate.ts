import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitWeights } from '../evaluation/fit-weights.ts';
import { observe } from '../evaluation/trial.ts';
import { evidenceNumbers, type Weights } from '../matching/confidence.ts';
import { createMatcher } from '../matching/matcher.ts';
import { type Arguments, runCommand } from './arguments.ts';
import { goldenSet, servedBase } from './measuring.ts';

const USAGE = `Fit what each piece of evidence is worth, on questions that no other set holds:
  npm run calibrate
  npm run calibrate -- --write      (puts the weights into src/matching/confidence-weights.ts)`;
const WEIGHTS_FILE = new URL('../matching/confidence-weights.ts', import.meta.url);

const OPTIONS = { write: { type: 'boolean' } } as const;

async function calibrate({ values }: Arguments): Promise<number> {
  const { base, office } = servedBase();
  const seen = observe(goldenSet('calibration.jsonl'), createMatcher(base, office), base);
  const observations = seen.map(({ evidence, right }) => ({
    numbers: evidenceNumbers(evidence),
    right,
  }));
  const weights = fitWeights(observations);
  console.log(JSON.stringify(weights, null, 2));
  console.log(
    `${observations.length} questions, ${observations.filter((one) => one.right).length} with the right entry first.`,
  );
  if (values.write) {
    writeFileSync(WEIGHTS_FILE, fileOf(weights));
    console.log(`Written to ${fileURLToPath(WEIGHTS_FILE)}.`);
  }
  return 0;
}

function fileOf(weights: Weights): string {
  const lines = Object.entries(weights).map(([name, value]) => `  ${name}: ${value},`);
  return [
    "import type { Weights } from './confidence.ts';",
    '',
    '/** Made by `npm run calibrate -- --write`; not to be edited by hand. */',
    'export const WEIGHTS: Weights = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

await runCommand(USAGE, OPTIONS, calibrate);
