import { POLICY } from '../domain/policy.ts';
import type { Part } from '../domain/reply.ts';
import type { Candidate, Findings } from '../domain/verdict.ts';
import { askedFor, askedForInWords } from '../matching/asked-for.ts';
import type { Evidence } from '../matching/evidence.ts';
import type { Match } from '../matching/matcher.ts';

/** Why one question ended as it did, in words that a press officer can check. */
export interface WhyWords {
  readonly asked: string;
  /** What was understood, a sentence each. */
  readonly understood: readonly string[];
  /** The nearest entries and declined topics, best first: 0 is no likeness, 2 nearly the same words. */
  readonly entries: readonly Candidate[];
  readonly declined: readonly Candidate[];
  /** What speaks for and against the first entry, a sentence each. */
  readonly evidence: readonly string[];
  /** Score of small talk. */
  readonly greeting: number;
  /** How sure (0 to 1) that the first entry answers it. */
  readonly confidence: number;
  /** How sure, which bars there are, and so what was done. */
  readonly verdict: readonly [sure: string, so: string];
}

/** What is explained: one question of a message, as `PressOffice.explain` gives it. */
interface Explained {
  readonly match: Match;
  readonly part: Part;
  readonly goesOnFrom?: string;
}

const SHOWN = 4;

export function whyWords({ match, part, goesOnFrom }: Explained): WhyWords {
  const { findings, evidence } = match;
  return {
    asked: match.asked,
    understood: understoodWords(match, goesOnFrom),
    entries: findings.entries.slice(0, SHOWN),
    declined: findings.declined.slice(0, SHOWN),
    evidence: evidence ? evidenceWords(evidence, findings) : [],
    greeting: findings.greeting,
    confidence: findings.confidence,
    verdict: [
      `Sure that the first entry answers it: ${percent(findings.confidence)}. ${BARS}`,
      `So: ${ENDINGS[part.kind]}.`,
    ],
  };
}

function understoodWords({ read }: Match, goesOnFrom: string | undefined): string[] {
  const corrections = (read?.corrections ?? []).map(([typed, meant]) => `“${typed}” as “${meant}”`);
  const asked = askedFor(read?.words ?? []).map(askedForInWords);
  return [
    ...(goesOnFrom ? [`By itself it had no answer, so it was read after “${goesOnFrom}”.`] : []),
    ...(corrections.length > 0 ? [`Spelling: I read ${corrections.join(', ')}.`] : []),
    asked.length > 0
      ? `It asks for ${asked.join(' and ')}.`
      : 'Its words name no particular kind of thing.',
  ];
}

const ENDINGS = {
  answered: 'it is answered',
  choices: 'choices are offered',
  declined: 'the approved words for what the release does not say are given',
  unknown: 'it is not known, and the number to ring is given',
  greeting: 'it is taken for small talk, and told what the bot can do',
} as const;

const BARS = `From ${percent(POLICY.answerAt)} on it is answered, from ${percent(POLICY.offerAt)} on choices are offered.`;

function evidenceWords(evidence: Evidence, findings: Findings): string[] {
  const { unexplained, untold, beyond } = evidence;
  return [
    `It explains ${percent(evidence.explained)} of the words that say what the question is about${unexplained.length > 0 ? `; not ${quoted(unexplained)}` : ''}.`,
    `The nearest thing not said explains ${percent(evidence.explainedByOther)} of them.`,
    `All entries together are ${evidence.lead >= 0 ? 'ahead of' : 'behind'} all else by ${Math.abs(evidence.lead).toFixed(2)}; the first is ahead of the next by ${evidence.margin.toFixed(2)}.`,
    ...(untold.length > 0
      ? [`Against it: it does not tell ${untold.map(askedForInWords).join(' or ')}.`]
      : []),
    ...(beyond.length > 0
      ? [`Against it: the question reaches beyond the release: ${quoted(beyond)}.`]
      : []),
    ...(evidence.negated
      ? ['Against it: the question denies something, and the entry does not.']
      : []),
    ...(evidence.strange > 0
      ? [
          `Against it: ${percent(evidence.strange)} of what the question is about is in no wording at all.`,
        ]
      : []),
    ...(findings.entries[0]?.mayOffer === false
      ? ['It is only given to somebody who asks for it.']
      : []),
  ];
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
