import type { Explanation } from '../application/press-office.ts';
import { POLICY } from '../domain/policy.ts';
import type { Candidate, Findings } from '../domain/verdict.ts';
import { askedFor, askedForInWords } from '../matching/asked-for.ts';
import type { Evidence } from '../matching/evidence.ts';

const SHOWN = 4;

/** Why a message is answered as it is, in words that a press officer can check. */
export function whyText(explanations: readonly Explanation[]): string {
  return explanations.map(whyOne).join('\n\n');
}

function whyOne({ match, part }: Explanation): string {
  const { findings, evidence, read } = match;
  const corrections = (read?.corrections ?? []).map(([typed, meant]) => `“${typed}” as “${meant}”`);
  const asked = askedFor(read?.words ?? []).map(askedForInWords);
  return [
    `Question: ${match.asked || '(no words)'}`,
    ...(corrections.length > 0 ? [`Spelling: I read ${corrections.join(', ')}.`] : []),
    asked.length > 0
      ? `It asks for ${asked.join(' and ')}.`
      : 'Its words name no particular kind of thing.',
    'Nearest entries (0 is no likeness, 2 nearly the same words):',
    ...ranked(findings.entries),
    'Nearest things that the release is known not to say:',
    ...ranked(findings.declined),
    ...(evidence ? evidenceLines(evidence, findings) : []),
    `Small talk: ${findings.greeting.toFixed(2)}.`,
    `Sure that the first entry answers it: ${percent(findings.confidence)}. ${barInWords()}`,
    `So: ${ENDINGS[part.kind]}.`,
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

const ENDINGS = {
  answered: 'it is answered',
  choices: 'choices are offered',
  declined: 'the approved words for what the release does not say are given',
  unknown: 'it is not known, and the number to ring is given',
  greeting: 'it is taken for small talk, and told what the bot can do',
} as const;

function ranked(candidates: readonly Candidate[]): string[] {
  if (candidates.length === 0) return ['  none'];
  return candidates
    .slice(0, SHOWN)
    .map((candidate, index) => `  ${index + 1}. ${candidate.key} (${candidate.score.toFixed(2)})`);
}

function evidenceLines(evidence: Evidence, findings: Findings): string[] {
  const { unexplained, untold, beyond } = evidence;
  return [
    'For and against the first entry:',
    `  It explains ${percent(evidence.explained)} of the words that say what the question is about${unexplained.length > 0 ? `; not ${unexplained.map((word) => `“${word}”`).join(', ')}` : ''}.`,
    `  The nearest thing not said explains ${percent(evidence.explainedByOther)} of them.`,
    `  All entries together are ${evidence.lead >= 0 ? 'ahead of' : 'behind'} all else by ${Math.abs(evidence.lead).toFixed(2)}; the first is ahead of the next by ${evidence.margin.toFixed(2)}.`,
    ...(untold.length > 0
      ? [`  Against it: it does not tell ${untold.map(askedForInWords).join(' or ')}.`]
      : []),
    ...(beyond.length > 0
      ? [
          `  Against it: the question reaches beyond the release: ${beyond.map((word) => `“${word}”`).join(', ')}.`,
        ]
      : []),
    ...(evidence.negated
      ? ['  Against it: the question denies something, and the entry does not.']
      : []),
    ...(evidence.strange > 0
      ? [
          `  Against it: ${percent(evidence.strange)} of what the question is about is in no wording at all.`,
        ]
      : []),
    ...(findings.entries[0]?.mayOffer === false
      ? ['  It is only given to somebody who asks for it.']
      : []),
  ];
}

function barInWords(): string {
  return `From ${percent(POLICY.answerAt)} on it is answered, from ${percent(POLICY.offerAt)} on choices are offered.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
