import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createPressOffice } from '../application/create-press-office.ts';
import type { PressOffice } from '../application/press-office.ts';
import { readEnv } from '../config/env.ts';
import { mainPart, outcomeOf, type Reply, releaseAnswers } from '../domain/reply.ts';
import { type Mark, markOf, type Summary, summaryOf } from '../evaluation/judge.ts';
import { type GoldenQuestion, readQuestions } from '../evaluation/question-set.ts';
import { type PageRow, reportPage } from '../evaluation/report-page.ts';
import { readKnowledge } from '../knowledge/watch-knowledge.ts';
import { systemClock } from '../system/clock.ts';
import { type Arguments, runCommand, UsageError } from './arguments.ts';
import { labelQuestions } from './evaluate-labels.ts';
import { wholeBase } from './measuring.ts';
import { knowledgeFolder, terminalLogger } from './surroundings.ts';
import { whyShort } from './why-text.ts';

const USAGE = `Ask a whole set of questions and count what came of them:
  npm run evaluate
  npm run evaluate -- --questions my-questions.jsonl --misses
  npm run evaluate -- --page evaluation.html      (a page to read in a browser, the misses first)
  npm run evaluate -- --examples examples.jsonl --questions questions.jsonl --json
(lines like {"text": "cost to uk", "expect": ["1\\\\.1 billion"], "kind": "slash", "fact": "cost"})`;
const GOLDEN = fileURLToPath(new URL('../../test/golden/questions.jsonl', import.meta.url));

const OPTIONS = {
  questions: { type: 'string' },
  examples: { type: 'string' },
  json: { type: 'boolean' },
  misses: { type: 'boolean' },
  page: { type: 'string' },
} as const;

async function evaluate({ values }: Arguments): Promise<number> {
  if (typeof values.examples === 'string') return label(values.examples, values.questions);
  const questions = questionsFrom(typeof values.questions === 'string' ? values.questions : GOLDEN);
  const pressOffice = createPressOffice({
    knowledge: readKnowledge(knowledgeFolder(readEnv()), terminalLogger),
    clock: systemClock,
    logger: terminalLogger,
  });
  const rows = questions.map((question) => rowOf(question, pressOffice));
  const summary = summaryOf(rows.map(({ mark }) => mark));
  if (values.misses) for (const row of rows) if (!FINE.includes(row.mark)) console.log(missOf(row));
  console.log(summaryInWords(summary));
  if (typeof values.page === 'string')
    writePage(values.page, reportPage(rows, summary, madeOf(pressOffice)));
  return 0;
}

function rowOf(question: GoldenQuestion, pressOffice: PressOffice): PageRow {
  const reply = pressOffice.ask(question.text, question.at);
  const mark = markOf(question, reply);
  const [first] = pressOffice.explain(question.text, question.at);
  const best = first?.match.findings.entries[0];
  const answer = best && pressOffice.answer(best.key, question.at);
  const words = (answer?.entry.passages ?? []).map((passage) => passage.text).join('\n');
  return {
    question: question.text,
    kind: question.kind,
    fact: question.fact,
    mark,
    given: givenBy(reply),
    confidence: mainPart(reply).confidence,
    firstIsRight:
      question.expect.length > 0 && question.expect.every((pattern) => pattern.test(words)),
    why: FINE.includes(mark) || !first ? '' : whyShort(first),
  };
}

function givenBy(reply: Reply): string {
  const answered = releaseAnswers(reply).map((answer) => answer.entry.id);
  const offered = reply.parts.flatMap((part) =>
    part.kind === 'choices' ? part.choices.map((choice) => `${choice.entry.id}?`) : [],
  );
  const declined = reply.parts.flatMap((part) =>
    part.kind === 'declined' ? [`not said: ${part.topic.id}`] : [],
  );
  return [...answered, ...offered, ...declined].join(', ') || outcomeOf(reply);
}

function madeOf(pressOffice: PressOffice): string {
  const version = pressOffice.health().base?.version.slice(0, 12) ?? 'none';
  return `Knowledge base ${version}, ${new Date().toISOString().slice(0, 10)}.`;
}

function writePage(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (error) {
    throw new UsageError(
      `--page: ${file} can’t be written: ${String(error)}; a good one: evaluation.html`,
    );
  }
  console.log(`Written to ${file}.`);
}

/** Labels the questions of any data by its examples; the base gives only its everyday lines and words. */
function label(examples: string, questions: string | boolean | undefined): number {
  if (typeof questions !== 'string')
    throw new UsageError(`--examples needs --questions too.\n${USAGE}`);
  const { base } = wholeBase();
  for (const row of labelQuestions(examples, questions, base)) console.log(JSON.stringify(row));
  return 0;
}

const FINE: readonly Mark[] = ['right', 'refused'];

function missOf({ mark, confidence, given, fact, question, why }: PageRow): string {
  return `${mark.padEnd(11)} ${confidence.toFixed(2)} ${given.padEnd(26)} ${fact.padEnd(24)} ${question}\n            ${why}`;
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

await runCommand(USAGE, OPTIONS, evaluate);
