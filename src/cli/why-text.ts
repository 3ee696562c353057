import type { Explanation } from '../application/press-office.ts';
import type { Candidate } from '../domain/verdict.ts';
import { whyWords } from '../evaluation/why.ts';
import { askedForInWords } from '../matching/asked-for.ts';

/** Why a message is answered as it is, in words that a press officer can check. */
export function whyText(explanations: readonly Explanation[]): string {
  return explanations.map(whyOne).join('\n\n');
}

function whyOne(explanation: Explanation): string {
  const why = whyWords(explanation);
  return [
    `Question: ${why.asked || '(no words)'}`,
    ...why.understood,
    'Nearest entries (0 is no likeness, 2 nearly the same words):',
    ...ranked(why.entries),
    'Nearest things that the release is known not to say:',
    ...ranked(why.declined),
    ...(why.evidence.length > 0 ? ['For and against the first entry:'] : []),
    ...why.evidence.map((sentence) => `  ${sentence}`),
    `Small talk: ${why.greeting.toFixed(2)}.`,
    ...why.verdict,
  ].join('\n');
}

/** The same in one sentence, for a row of a table: what spoke most against or for the first entry. */
export function whyShort({ match }: Explanation): string {
  const { findings, evidence } = match;
  const [entry] = findings.entries;
  const [topic] = findings.declined;
  if (!entry || !evidence) return 'There is no entry.';
  const against = [
    ...evidence.untold.map((kind) => `does not tell ${askedForInWords(kind)}`),
    ...evidence.beyond.map((word) => `does not reach to “${word}”`),
    ...(evidence.unexplained.length > 0
      ? [`does not explain ${evidence.unexplained.join(', ')}`]
      : []),
  ];
  const near = topic ? `; nearest thing not said: ${topic.key} (${topic.score.toFixed(1)})` : '';
  return `${entry.key} (${entry.score.toFixed(1)}) ${against.join(', ') || 'explains every word'}${near}.`;
}

function ranked(candidates: readonly Candidate[]): string[] {
  if (candidates.length === 0) return ['  none'];
  return candidates.map(
    (candidate, index) => `  ${index + 1}. ${candidate.key} (${candidate.score.toFixed(2)})`,
  );
}
