import type { Explanation } from '../../src/application/press-office.ts';
import { findEntry, findTopic, type KnowledgeBase } from '../../src/domain/knowledge-base.ts';
import { entriesOf, type Part, type ReleaseAnswer } from '../../src/domain/reply.ts';
import type { Candidate } from '../../src/domain/verdict.ts';
import { whyWords } from '../../src/evaluation/why.ts';
import { markedText } from '../marked.ts';
import type { WhyQuestion } from '../protocol.ts';

type Place = NonNullable<WhyQuestion['place']>;
type Listed = WhyQuestion['candidates'][number];

/** One question's reasons for the page; titles as they stand in the base that answered. */
export function whyQuestion(
  explanation: Explanation,
  base: KnowledgeBase | undefined,
): WhyQuestion {
  const words = whyWords(explanation);
  const place = placeOf(explanation.part);
  const listed = (candidates: readonly Candidate[], kind: Listed['kind']): Listed[] =>
    candidates.map(({ key, score }) => ({ title: titleOf(key, base), key, score, kind }));
  return {
    asked: words.asked,
    understood: words.understood,
    candidates: [...listed(words.entries, 'entry'), ...listed(words.declined, 'declined')],
    evidence: words.evidence,
    confidence: words.confidence,
    verdict: words.verdict.join(' '),
    ...(place ? { place } : {}),
  };
}

/** The reason for an answer that somebody picked by its button. */
export function whyChosen(answer: ReleaseAnswer): WhyQuestion {
  return {
    asked: answer.entry.title,
    understood: ['A person pressed a button of this answer, so nothing had to be understood.'],
    candidates: [],
    evidence: [],
    confidence: 1,
    verdict: 'So: it is given, since it may be given at this instant.',
    place: placeIn(answer),
  };
}

function titleOf(key: string, base: KnowledgeBase | undefined): string {
  if (!base) return key;
  return findEntry(base, key)?.entry.title ?? findTopic(base, key)?.topic.title ?? key;
}

function placeOf(part: Part): Place | undefined {
  const given = part.kind === 'answered' && part.answer.from === 'release';
  return given ? placeIn(part.answer) : undefined;
}

function placeIn(answer: ReleaseAnswer): Place {
  const { release } = answer;
  return { release: release.title, paragraphs: markedText(release.text, entriesOf(answer)) };
}
