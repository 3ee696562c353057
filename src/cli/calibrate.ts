import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readEnv } from '../config/env.ts';
import { visibleAt } from '../domain/knowledge-base.ts';
import { REPORTERS } from '../domain/release.ts';
import { fitWeights } from '../evaluation/fit-weights.ts';
import { readQuestions } from '../evaluation/question-set.ts';
import { observe } from '../evaluation/trial.ts';
import { readKnowledge } from '../knowledge/watch-knowledge.ts';
import { evidenceNumbers, type Weights } from '../matching/confidence.ts';
import { createMatcher } from '../matching/matcher.ts';
import { systemClock } from '../system/clock.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { knowledgeFolder, terminalLogger } from './surroundings.ts';

const USAGE = `Fit what each piece of evidence is worth, on questions that no other set holds:
  npm run calibrate
  npm run calibrate -- --write      (puts the weights into src/matching/confidence-weights.ts)`;
const SET = new URL('../../test/golden/calibration.jsonl', import.meta.url);
const WEIGHTS_FILE = new URL('../matching/confidence-weights.ts', import.meta.url);

async function calibrate(): Promise<number> {
  const { values } = readArguments(
    process.argv.slice(2),
    { write: { type: 'boolean' }, help: { type: 'boolean' } },
    USAGE,
  );
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const questions = readQuestions(readFileSync(SET, 'utf8'));
  if (!questions.ok) throw new UsageError(questions.error.join('\n'));
  const { base: source, office } = readKnowledge(
    knowledgeFolder(readEnv()),
    terminalLogger,
  ).current();
  if (!source)
    throw new UsageError('The knowledge base has mistakes: npm run check:knowledge names them.');
  const base = visibleAt(source, systemClock(), REPORTERS);
  const seen = observe(questions.value, createMatcher(base, office), base);
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

await runCommand(calibrate);
