import { describe, expect, it } from 'vitest';
import { createConcepts } from '../../src/matching/concepts.ts';
import { groupQuestions } from '../../src/matching/group-questions.ts';

const CONCEPTS = createConcepts([['cost', 'price', 'expense']]);

function grouped(...questions: readonly string[]): readonly (readonly string[])[] {
  const groups = groupQuestions(
    questions.map((words) => ({ words })),
    CONCEPTS,
  );
  return groups.map((group) => group.questions.map(({ words }) => words));
}

describe('questions without an answer', () => {
  it('are put together by their stems, whatever frames them, most wanted first', () => {
    expect(
      grouped(
        'Who wrote the report?',
        'How many officers were sacked?',
        'number of sacked officers',
        'can you tell me how many officers have been SACKED',
      ),
    ).toEqual([
      [
        'How many officers were sacked?',
        'number of sacked officers',
        'can you tell me how many officers have been SACKED',
      ],
      ['Who wrote the report?'],
    ]);
  });

  it('are put together by what a word means in the vocabulary', () => {
    expect(grouped('the price of training', 'what does training cost')).toHaveLength(1);
    expect(grouped('the colour of training', 'what does training cost')).toHaveLength(2);
  });

  it('are kept apart where they share one word of several', () => {
    expect(grouped('how many forces in Wales', 'names of officers in Wales')).toHaveLength(2);
  });

  it('do not become one group by a chain of likenesses', () => {
    expect(grouped('a1 b1 c1', 'b1 c1 d1', 'c1 d1 e1', 'd1 e1 f1').length).toBeGreaterThan(1);
  });

  it('are left out where they say nothing of what they are about', () => {
    expect(grouped('', 'what is it?', '<@U123>', '???')).toEqual([]);
  });

  it('are told by the one that is most like the others', () => {
    const [group] = groupQuestions(
      ['sacked officers last year Kent', 'sacked officers Kent', 'officers sacked in Kent'].map(
        (words) => ({ words }),
      ),
      CONCEPTS,
    );
    expect(group?.typical.words).toBe('sacked officers Kent');
  });
});
