import { describe, expect, it } from 'vitest';
import { deadlineInWords } from '../../src/domain/deadline-in-words.ts';

describe('a deadline in words', () => {
  it.each([
    ['2026-11-27T18:00:00Z', 'Friday 27 November 2026, 6:00pm'],
    ['2026-11-27T18:00:59.999Z', 'Friday 27 November 2026, 6:00pm'],
    ['2026-07-15T17:00:00Z', 'Wednesday 15 July 2026, 6:00pm'],
    ['2026-11-27T12:00:00Z', 'Friday 27 November 2026, 12:00 noon'],
    ['2026-11-27T12:01:00Z', 'Friday 27 November 2026, 12:01pm'],
    ['2026-11-27T00:01:00Z', 'Friday 27 November 2026, 12:01am'],
    [
      '2027-01-01T00:00:00Z',
      'midnight between Thursday 31 December 2026 and Friday 1 January 2027',
    ],
    ['2026-10-25T00:30:00Z', 'Sunday 25 October 2026, 1:30am (BST)'],
    ['2026-10-25T01:30:00Z', 'Sunday 25 October 2026, 1:30am (GMT)'],
    ['2026-10-25T02:00:00Z', 'Sunday 25 October 2026, 2:00am'],
    ['2026-03-29T00:59:00Z', 'Sunday 29 March 2026, 12:59am'],
    ['2026-03-29T01:00:00Z', 'Sunday 29 March 2026, 2:00am'],
  ])('%s is %j', (at, words) => {
    expect(deadlineInWords(Date.parse(at), 'Europe/London')).toBe(words);
  });
});
