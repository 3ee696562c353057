import type { Policy } from './policy.ts';

/** Something that a question may be about, and how well it fits. */
export interface Candidate {
  /** `cyber/cost-to-uk`; `office/hours`; `greeting`. */
  readonly key: string;
  readonly score: number;
  /** False for what is only given to somebody who asks for it, and for the office's own record. */
  readonly mayOffer: boolean;
  /** Names the words it would give: two candidates with the same words are no choice. */
  readonly words: string;
}

/** What the matcher knows about one question; the verdict sees nothing else. */
export interface Findings {
  /** Entries, best first. */
  readonly entries: readonly Candidate[];
  /** Declined topics, best first. */
  readonly declined: readonly Candidate[];
  /** How much the question looks like small talk. */
  readonly greeting: number;
  /** True where the message holds no word at all: "???", an emoji, nothing. */
  readonly empty: boolean;
  /** Words that say what it is about: none in "which ones?", one in "the police". */
  readonly contentWords: number;
  /** Share (0 to 1) of the question's telling words that the best declined topic explains. */
  readonly topicExplains: number;
  /** Chance (0 to 1) that the best entry answers what was asked. */
  readonly confidence: number;
}

export type Verdict =
  | { readonly kind: 'answer'; readonly key: string }
  | { readonly kind: 'offer'; readonly keys: readonly string[] }
  | { readonly kind: 'decline'; readonly key: string }
  | { readonly kind: 'greet' }
  | { readonly kind: 'unknown' };

/**
 * The one rule. Nothing else in the program decides whether a question is answered.
 *
 * Better no answer than a wrong one: only confidence at the upper bar answers; between the bars the
 * asker chooses; a known gap is declined in approved words; all else is not known.
 */
export function decide(findings: Findings, policy: Policy): Verdict {
  const [best] = findings.entries;
  const [topic] = findings.declined;
  if (findings.empty || isSmallTalk(findings, policy)) return { kind: 'greet' };
  if (best && isSure(best, findings, policy)) return { kind: 'answer', key: best.key };
  if (best && findings.confidence >= policy.offerAt) {
    const keys = choicesOf(findings.entries, policy);
    if (keys.length > 0) return { kind: 'offer', keys };
  }
  if (topic && mayDecline(topic, findings, policy)) return { kind: 'decline', key: topic.key };
  return { kind: 'unknown' };
}

/**
 * Likely of all that is known, like a wording in itself (few words can be explained by chance), and
 * not as like the next entry: where two are close the asker knows better which is meant. One word
 * names a subject and asks nothing, so there the best has to be further ahead; none ("tell me more")
 * names nothing at all.
 */
function isSure(best: Candidate, findings: Findings, policy: Policy): boolean {
  const next = findings.entries.find((entry) => entry.words !== best.words);
  const ahead = best.score - (next?.score ?? Number.NEGATIVE_INFINITY);
  const isBrief = findings.contentWords === 1;
  return (
    findings.contentWords > 0 &&
    findings.confidence >= policy.answerAt &&
    best.score >= policy.answerScore &&
    ahead >= (isBrief ? policy.answerAheadBrief : policy.answerAhead)
  );
}

/** A gap is only named where the question says what it is about. */
function mayDecline(topic: Candidate, findings: Findings, policy: Policy): boolean {
  const fits = topic.score >= policy.declineAt && findings.topicExplains >= policy.declineExplains;
  return findings.contentWords > 0 && fits && topic.score >= findings.greeting;
}

function isSmallTalk(findings: Findings, policy: Policy): boolean {
  const { greeting } = findings;
  return (
    greeting >= policy.greetAt &&
    greeting > (findings.entries[0]?.score ?? Number.NEGATIVE_INFINITY) &&
    greeting > (findings.declined[0]?.score ?? Number.NEGATIVE_INFINITY)
  );
}

/** Up to `mostChoices` entries near the best one, no two of which would give the same words. */
function choicesOf(entries: readonly Candidate[], policy: Policy): string[] {
  const offered = entries.filter((entry) => entry.mayOffer);
  const least = (offered[0]?.score ?? 0) - policy.offerWithin;
  const keys: string[] = [];
  const words = new Set<string>();
  for (const entry of offered) {
    if (entry.score < least || keys.length === policy.mostChoices) break;
    if (words.has(entry.words)) continue;
    words.add(entry.words);
    keys.push(entry.key);
  }
  return keys;
}
