import { readEnv } from '../config/env.ts';
import { readKnowledge } from '../knowledge/watch-knowledge.ts';
import { createConcepts } from '../matching/concepts.ts';
import { groupQuestions } from '../matching/group-questions.ts';
import { systemClock } from '../system/clock.ts';
import { runOptionsCommand, UsageError, type Values } from './arguments.ts';
import { withStore } from './desk-records.ts';
import { knowledgeFolder, terminalLogger } from './surroundings.ts';

const USAGE = `Questions that had no answer, by what they ask for, most wanted first:
  npm run gaps
  npm run gaps -- --days 7      (of the last week; 30 days where nothing is said)
  npm run gaps -- --json        (a line of JSON a group)`;

const DAY = 86_400_000;
const EXAMPLES = 3;

const OPTIONS = { days: { type: 'string' }, json: { type: 'boolean' } } as const;

async function gaps(values: Values): Promise<number> {
  const days = values.days === undefined ? 30 : Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > 36_500)
    throw new UsageError(
      `--days: “${String(values.days).slice(0, 60)}” is no whole number from 1 on; a good one: --days 7`,
    );
  const questions = await withStore((store) => store.unanswered(systemClock() - days * DAY));
  const groups = groupQuestions(questions, createConcepts(vocabulary())).map(toldOf);
  for (const group of groups)
    console.log(values.json ? JSON.stringify(group) : groupInWords(group));
  if (groups.length === 0) console.error(`No question of the last ${days} days had no answer.`);
  return 0;
}

function vocabulary(): readonly (readonly string[])[] {
  const knowledge = readKnowledge(knowledgeFolder(readEnv()), terminalLogger);
  return knowledge.current().base?.vocabulary ?? [];
}

interface Asked {
  readonly at: number;
  readonly words: string;
  readonly outcome: string;
}

function toldOf({ questions, typical }: { questions: readonly Asked[]; typical: Asked }) {
  const others = new Set(questions.map(({ words }) => words));
  others.delete(typical.words);
  return {
    asked: questions.length,
    question: typical.words,
    declined: questions.filter(({ outcome }) => outcome === 'declined').length,
    last: new Date(Math.max(...questions.map(({ at }) => at))).toISOString(),
    also: [...others].slice(0, EXAMPLES),
  };
}

function groupInWords({ asked, question, declined, last, also }: ReturnType<typeof toldOf>) {
  const facts = [`last ${last.slice(0, 10)}`, ...(declined > 0 ? [`declined ${declined}`] : [])];
  return [
    `${asked} × ${shown(question)}  (${facts.join(', ')})`,
    ...also.map((words) => `    also: ${shown(words)}`),
  ].join('\n');
}

/** On one line, and without signs that would steer the terminal. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 300);
}

await runOptionsCommand(USAGE, OPTIONS, gaps);
