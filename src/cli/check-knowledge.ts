import { readEnv } from '../config/env.ts';
import type { Coverage } from '../domain/coverage.ts';
import { loadNamed } from '../knowledge/load-knowledge.ts';
import { loadOffice, OfficeUnreadableError } from '../knowledge/load-office.ts';
import { type Problem, problemInWords } from '../knowledge/problem.ts';
import { type Review, reviewKnowledge } from '../knowledge/review-knowledge.ts';
import { systemClock } from '../system/clock.ts';
import { runCommand } from './arguments.ts';
import { knowledgeFolder } from './surroundings.ts';

const USAGE = `Check all of knowledge/, embargoed releases too:
  npm run check:knowledge`;

async function checkKnowledge(): Promise<number> {
  const root = knowledgeFolder(readEnv());
  const problems = officeProblems(root);
  const { loaded, names } = loadNamed(root);
  if (!loaded.ok) problems.push(...loaded.error);
  if (problems.length > 0 || !loaded.ok) return refuse(problems);
  const review = reviewKnowledge(loaded.value, names, loadOffice(root), systemClock());
  for (const coverage of review.coverage) console.log(coverageInWords(coverage));
  for (const warning of review.warnings) console.log(`warning: ${problemInWords(warning)}`);
  if (review.problems.length > 0) return refuse(review.problems);
  console.log(
    countsInWords(loaded.value.releases.flatMap((release) => release.entries).length, review),
  );
  return 0;
}

function officeProblems(root: string): Problem[] {
  try {
    loadOffice(root);
    return [];
  } catch (error) {
    if (error instanceof OfficeUnreadableError) return [...error.problems];
    throw error;
  }
}

function refuse(problems: readonly Problem[]): number {
  for (const problem of problems) console.error(problemInWords(problem));
  console.error(
    `${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'}: nothing of this goes live until they are mended.`,
  );
  return 1;
}

function coverageInWords({ release, share, used, unused, boilerplate }: Coverage): string {
  return [
    `${release}: entries use ${used} of ${used + unused.length} sentences (${share.toFixed(0)} %).`,
    ...unused.map(({ text, place }) => `  no entry uses ${place}: “${text}”`),
    ...boilerplate.map(({ text, place }) => `  needs no entry, ${place}: “${text}”`),
  ].join('\n');
}

function countsInWords(entries: number, review: Review): string {
  return `No mistakes in ${entries} entries; ${review.warnings.length} warnings.`;
}

await runCommand(USAGE, {}, checkKnowledge);
