import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createPressOffice } from '../application/create-press-office.ts';
import { readEnv } from '../config/env.ts';
import { mainPart, outcomeOf, releaseAnswers } from '../domain/reply.ts';
import { type Mark, markOf, type Summary, summaryOf } from '../evaluation/judge.ts';
import { type GoldenQuestion, readQuestions } from '../evaluation/question-set.ts';
import { readKnowledge } from '../knowledge/watch-knowledge.ts';
import { systemClock } from '../system/clock.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { labelQuestions } from './evaluate-labels.ts';
import { knowledgeFolder, terminalLogger } from './surroundings.ts';

const USAGE = `Ask a whole set of questions and count what came of them:
  npm run evaluate
  npm run evaluate -- --questions my-questions.jsonl --misses
  npm run evaluate -- --examples examples.jsonl --questions questions.jsonl --json
(lines like {"text": "cost to uk", "expect": ["1\\\\.1 billion"], "kind": "slash", "fact": "cost"})`;
const GOLDEN = fileURLToPath(new URL('../../test/golden/questions.jsonl', import.meta.url));

async function evaluate(): Promise<number> {
  const { values } = readArguments(
    process.argv.slice(2),
    {
      questions: { type: 'string' },
      examples: { type: 'string' },
      json: { type: 'boolean' },
      misses: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    USAGE,
  );
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (typeof values.examples === 'string') return label(values.examples, values.questions);
  const questions = questionsFrom(typeof values.questions === 'string' ? values.questions : GOLDEN);
  const pressOffice = createPressOffice({
    knowledge: readKnowledge(knowledgeFolder(readEnv()), terminalLogger),
    clock: systemClock,
    logger: terminalLogger,
  });
  const marked = questions.map((question) => {
    const reply = pressOffice.ask(question.text, question.at);
    return { question, reply, mark: markOf(question, reply) };
  });
  if (values.misses)
    for (const one of marked) if (!FINE.includes(one.mark)) console.log(missOf(one));
  console.log(summaryInWords(summaryOf(marked.map(({ mark }) => mark))));
  return 0;
}

/** Labels the questions of any data by its examples; the base gives only its everyday lines and words. */
function label(examples: string, questions: string | boolean | undefined): number {
  if (typeof questions !== 'string')
    throw new UsageError(`--examples needs --questions too.\n${USAGE}`);
  const { base } = readKnowledge(knowledgeFolder(readEnv()), terminalLogger).current();
  if (!base)
    throw new UsageError('The knowledge base has mistakes: npm run check:knowledge names them.');
  for (const row of labelQuestions(examples, questions, base)) console.log(JSON.stringify(row));
  return 0;
}

const FINE: readonly Mark[] = ['right', 'refused'];

type Marked = {
  question: GoldenQuestion;
  reply: ReturnType<ReturnType<typeof createPressOffice>['ask']>;
  mark: Mark;
};

function missOf({ question, reply, mark }: Marked): string {
  const given =
    releaseAnswers(reply)
      .map((answer) => answer.entry.id)
      .join('+') || outcomeOf(reply);
  return `${mark.padEnd(11)} ${mainPart(reply).confidence.toFixed(2)} ${given.padEnd(26)} ${question.fact.padEnd(24)} ${question.text}`;
}

function questionsFrom(file: string): GoldenQuestion[] {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--questions: ${file} can’t be read\n${USAGE}`);
  }
  const questions = readQuestions(source);
  if (!questions.ok) throw new UsageError(questions.error.join('\n'));
  return questions.value;
}

function summaryInWords(summary: Summary): string {
  const share = (value: number) => `${value.toFixed(1)} %`;
  return [
    `In scope (${summary.inScope}): right ${share(summary.right)}, offered ${share(summary.offered)}, wrong ${share(summary.wrong)}, missed ${share(summary.missed)}.`,
    `Out of scope (${summary.outOfScope}): answered ${share(summary.false)}, choices ${share(summary.offeredOut)}.`,
  ].join('\n');
}

await runCommand(evaluate);
