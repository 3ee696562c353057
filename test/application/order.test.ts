import { expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/domain/knowledge-base.ts';
import {
  endingsOf,
  goldenQuestions,
  pressOfficeWith,
  realKnowledge,
  sampleOf,
} from './real-base.ts';

/** The same base with everything in its lists the other way round. */
function turned(base: KnowledgeBase): KnowledgeBase {
  return {
    ...base,
    releases: base.releases.toReversed().map((release) => ({
      ...release,
      entries: release.entries.toReversed().map((entry) => ({
        ...entry,
        questions: entry.questions.toReversed(),
        keywords: entry.keywords.toReversed(),
      })),
      declined: release.declined
        .toReversed()
        .map((topic) => ({ ...topic, questions: topic.questions.toReversed() })),
    })),
    everyday: {
      greetings: base.everyday.greetings.toReversed(),
      background: base.everyday.background.toReversed(),
    },
  };
}

it('the order of releases, entries and wordings changes no answer', { timeout: 60_000 }, () => {
  const { base, office } = realKnowledge();
  const questions = [...goldenQuestions('questions'), ...goldenQuestions('calibration')];
  const pressOffices = [base, turned(base)].map((each) => pressOfficeWith(each, office));
  const changed = sampleOf(questions, 3).filter(({ text }) => {
    const [one, other] = pressOffices.map((each) => endingsOf(each.ask(text)).join());
    return one !== other;
  });
  expect(changed.map(({ text }) => text)).toEqual([]);
});
