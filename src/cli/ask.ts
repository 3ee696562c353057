import { createPressOffice } from '../application/create-press-office.ts';
import type { PressOffice } from '../application/press-office.ts';
import { readEnv } from '../config/env.ts';
import { readKnowledge } from '../knowledge/watch-knowledge.ts';
import { systemClock } from '../system/clock.ts';
import { messageText } from '../wording/plain-text.ts';
import { replyMessage } from '../wording/reply-message.ts';
import { type Arguments, instantOf, linesOfInput, runCommand, UsageError } from './arguments.ts';
import { replyJson } from './reply-json.ts';
import { knowledgeFolder, terminalLogger } from './surroundings.ts';
import { whyText } from './why-text.ts';

const USAGE = `Ask as Slack would:
  npm run ask -- "cyber recommendations"
  npm run ask -- --at 2026-12-25T10:00Z "when is the press office open?"
  npm run ask -- --json "what does it cost the uk"
  npm run ask -- --json < questions.jsonl      (lines like {"question": "who is quoted?", "at": "2026-12-25T10:00Z"})
  npm run ask -- --why "matt parr’s mobile"      (the evidence, in words)
  --drafts also serves entries that are still drafts.`;

const OPTIONS = {
  at: { type: 'string' },
  json: { type: 'boolean' },
  why: { type: 'boolean' },
  drafts: { type: 'boolean' },
} as const;

async function ask({ values, words }: Arguments): Promise<number> {
  const at = typeof values.at === 'string' ? instantOf(values.at, '--at') : undefined;
  const pressOffice = createPressOffice({
    knowledge: readKnowledge(knowledgeFolder(readEnv()), terminalLogger),
    clock: systemClock,
    logger: terminalLogger,
    audience: { drafts: values.drafts === true },
  });
  if (words === '' && values.json) return askLines(pressOffice, at);
  if (words === '') throw new UsageError(USAGE);
  if (values.why) {
    console.log(whyText(pressOffice.explain(words, at)));
    return 0;
  }
  const reply = pressOffice.ask(words, at);
  console.log(
    values.json
      ? JSON.stringify(replyJson(reply, pressOffice.office()))
      : messageText(replyMessage(reply, pressOffice.office())),
  );
  return 0;
}

/** Answers each line of standard input in order; a malformed one gets an error object and code 1. */
async function askLines(pressOffice: PressOffice, at: number | undefined): Promise<number> {
  let code = 0;
  for await (const line of linesOfInput()) {
    const question = questionOf(line);
    if ('error' in question) {
      code = 1;
      console.log(JSON.stringify({ outcome: 'error', error: question.error }));
      continue;
    }
    const reply = pressOffice.ask(question.text, question.at ?? at);
    console.log(JSON.stringify(replyJson(reply, pressOffice.office())));
  }
  return code;
}

const GOOD_LINE = '{"question": "who is quoted?", "at": "2026-12-25T10:00Z"}';

function questionOf(line: string): { text: string; at?: number } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: `The line is no JSON; a good one: ${GOOD_LINE}` };
  }
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof fields.question !== 'string') {
    return { error: `The line has no text in its field "question"; a good one: ${GOOD_LINE}` };
  }
  if (fields.at === undefined || fields.at === null) return { text: fields.question };
  if (typeof fields.at !== 'string')
    return { error: `The field "at" must be an instant; a good one: ${GOOD_LINE}` };
  try {
    return { text: fields.question, at: instantOf(fields.at, 'The field "at"') };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

await runCommand(USAGE, OPTIONS, ask);
