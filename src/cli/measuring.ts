import { readFileSync } from 'node:fs';
import { readEnv } from '../config/env.ts';
import { type KnowledgeBase, visibleAt } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import { REPORTERS } from '../domain/release.ts';
import { type GoldenQuestion, readQuestions } from '../evaluation/question-set.ts';
import { readKnowledge } from '../knowledge/watch-knowledge.ts';
import { systemClock } from '../system/clock.ts';
import { UsageError } from './arguments.ts';
import { knowledgeFolder, terminalLogger } from './surroundings.ts';

/** The whole base, embargoed releases too; throws {@link UsageError} where it has mistakes. */
export function wholeBase(): { readonly base: KnowledgeBase; readonly office: Office } {
  const { base, office } = readKnowledge(knowledgeFolder(readEnv()), terminalLogger).current();
  if (!base)
    throw new UsageError('The knowledge base has mistakes: npm run check:knowledge names them.');
  return { base, office };
}

/** What reporters may be given at this minute, which is what is measured. */
export function servedBase(): { readonly base: KnowledgeBase; readonly office: Office } {
  const { base, office } = wholeBase();
  return { base: visibleAt(base, systemClock(), REPORTERS), office };
}

/** A set of `test/golden`, by the name of its file. */
export function goldenSet(name: string): GoldenQuestion[] {
  const file = new URL(`../../test/golden/${name}`, import.meta.url);
  const questions = readQuestions(readFileSync(file, 'utf8'));
  if (!questions.ok) throw new UsageError(`${name}: ${questions.error.join('\n')}`);
  return questions.value;
}
