import { readFileSync } from 'node:fs';
import { createPressOffice } from '../../src/application/create-press-office.ts';
import type { KnowledgeSource, Logger } from '../../src/application/ports.ts';
import type { PressOffice } from '../../src/application/press-office.ts';
import type { KnowledgeBase } from '../../src/domain/knowledge-base.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Part, Reply } from '../../src/domain/reply.ts';
import { type GoldenQuestion, readQuestions } from '../../src/evaluation/question-set.ts';
import { readKnowledge } from '../../src/knowledge/watch-knowledge.ts';

/** A Tuesday morning in London, with the office open. */
export const OPEN = Date.UTC(2026, 10, 24, 10);
/** Christmas Day, with the office shut. */
export const SHUT = Date.UTC(2026, 11, 25, 10);

/** The real base must be read without a complaint. */
const strictLogger: Logger = {
  error: (message, fields) => {
    throw new Error(`${message}: ${JSON.stringify(fields)}`);
  },
  warn: (message, fields) => {
    throw new Error(`${message}: ${JSON.stringify(fields)}`);
  },
  info: () => {},
  debug: () => {},
};

/** What `knowledge/` holds. */
export function realKnowledge(): { readonly base: KnowledgeBase; readonly office: Office } {
  const { base, office } = readKnowledge('knowledge', strictLogger).current();
  if (!base) throw new Error('the real base was not read');
  return { base, office };
}

/** A press office with a base that never changes and a clock that stands. */
export function pressOfficeWith(
  base: KnowledgeBase | undefined,
  office: Office,
  now = OPEN,
): PressOffice {
  const state = { office, ...(base ? { base } : {}), problems: [] };
  const knowledge: KnowledgeSource = { current: () => state, onChange: () => {}, close: () => {} };
  return createPressOffice({ knowledge, clock: () => now, logger: strictLogger });
}

/** The questions of a golden set. */
export function goldenQuestions(set: 'questions' | 'calibration'): readonly GoldenQuestion[] {
  const questions = readQuestions(readFileSync(`test/golden/${set}.jsonl`, 'utf8'));
  if (!questions.ok) throw new Error(questions.error.join('\n'));
  return questions.value;
}

/** Every `step`-th of a list, from the `from`-th on: the same ones in every run. */
export function sampleOf<T>(all: readonly T[], step: number, from = 0): T[] {
  return all.filter((_, index) => index % step === from % step);
}

/** What each part comes to: its outcome and what it gives, without how sure it is. */
export function endingsOf(reply: Pick<Reply, 'parts'>): string[] {
  return reply.parts.map(endingOf);
}

function endingOf(part: Part): string {
  switch (part.kind) {
    case 'answered':
      return `answered: ${part.answer.from === 'release' ? part.answer.entry.id : part.answer.topic}`;
    case 'choices':
      return `choices: ${part.choices.map(({ entry }) => entry.id).join(', ')}`;
    case 'declined':
      return `declined: ${part.topic.id}`;
    case 'unknown':
    case 'greeting':
      return part.kind;
  }
}
