import {
  entriesOf,
  outcomeOf,
  type ReleaseAnswer,
  type Reply,
  releaseAnswers,
} from '../domain/reply.ts';
import type { GoldenQuestion } from './question-set.ts';

/**
 * What a reply was worth. In scope: right, offered (the right one is among the choices), wrong,
 * missed. Out of scope: false (answered), offered-out (given choices), refused.
 */
export type Mark = 'right' | 'offered' | 'wrong' | 'missed' | 'false' | 'offered-out' | 'refused';

/** Judges a reply by its passages alone: framing counts for nothing. `extra` is the office's record. */
export function markOf(
  question: GoldenQuestion,
  reply: Reply,
  extra: readonly string[] = [],
): Mark {
  const outcome = outcomeOf(reply);
  const passages = [...releaseAnswers(reply).map(wordsOf), ...extra].join('\n');
  if (question.expect.length === 0) {
    if (outcome === 'answered') return 'false';
    return outcome === 'choices' ? 'offered-out' : 'refused';
  }
  if (outcome === 'answered') return holdsAll(passages, question) ? 'right' : 'wrong';
  const choices = reply.parts.flatMap((part) => (part.kind === 'choices' ? part.choices : []));
  return choices.some((choice) => holdsAll(wordsOf(choice), question)) ? 'offered' : 'missed';
}

function wordsOf(answer: ReleaseAnswer): string {
  return entriesOf(answer)
    .flatMap((entry) => entry.passages.map((passage) => passage.text))
    .join('\n');
}

function holdsAll(text: string, question: GoldenQuestion): boolean {
  return question.expect.every((pattern) => pattern.test(text));
}

/** Shares in per cent: the first four of in-scope questions, the others of those out of scope. */
export interface Summary {
  readonly inScope: number;
  readonly outOfScope: number;
  readonly right: number;
  readonly offered: number;
  readonly wrong: number;
  readonly missed: number;
  readonly false: number;
  readonly offeredOut: number;
}

export function summaryOf(marks: readonly Mark[]): Summary {
  const count = (...wanted: Mark[]) => marks.filter((mark) => wanted.includes(mark)).length;
  const inScope = count('right', 'offered', 'wrong', 'missed');
  const outOfScope = marks.length - inScope;
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    inScope,
    outOfScope,
    right: share(count('right'), inScope),
    offered: share(count('offered'), inScope),
    wrong: share(count('wrong'), inScope),
    missed: share(count('missed'), inScope),
    false: share(count('false'), outOfScope),
    offeredOut: share(count('offered-out'), outOfScope),
  };
}
