import { describe, expect, it } from 'vitest';
import { markOf, summaryOf } from '../../src/evaluation/judge.ts';
import { goldenQuestions, pressOfficeWith, realKnowledge } from '../application/real-base.ts';

/**
 * What the matcher must not fall below on questions that nothing was fitted on. A change that falls
 * below a floor is worse for reporters; a better matcher may raise one.
 */
describe('the golden questions', () => {
  const { base, office } = realKnowledge();
  const pressOffice = pressOfficeWith(base, office);
  const questions = goldenQuestions('questions');
  const marked = questions.map((question) => ({
    question,
    mark: markOf(question, pressOffice.ask(question.text, question.at)),
  }));
  const summary = summaryOf(marked.map(({ mark }) => mark));
  /** So that a fall says which questions to look at. */
  const which = (...marks: string[]) =>
    marked
      .filter(({ mark }) => marks.includes(mark))
      .map(({ mark, question }) => `${mark}: ${question.text}`)
      .join('\n');

  it('are enough of both sorts', () => {
    expect(summary.inScope).toBeGreaterThanOrEqual(250);
    expect(summary.outOfScope).toBeGreaterThanOrEqual(200);
  });

  it('are answered right, 87 in 100 at least', () => {
    expect(summary.right, which('missed', 'wrong')).toBeGreaterThanOrEqual(87);
  });

  it('are answered right or have the right choice, 95 in 100 at least', () => {
    expect(summary.right + summary.offered, which('missed', 'wrong')).toBeGreaterThanOrEqual(95);
  });

  it('are answered wrong, 2 in 100 at most', () => {
    expect(summary.wrong, which('wrong')).toBeLessThanOrEqual(2);
  });

  it('are answered though no release does, 3 in 100 at most', () => {
    expect(summary.false, which('false')).toBeLessThanOrEqual(3);
  });

  it('get choices though no release answers them, 15 in 100 at most', () => {
    expect(summary.offeredOut, which('offered-out')).toBeLessThanOrEqual(15);
  });
});
