import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fullTime, leftInWords } from '../../src/wording/times.ts';

const LONDON = { zone: 'Europe/London' };
const MINUTE = 60_000;

describe('a time in full', () => {
  it.each([
    ['2026-11-27T18:00:00Z', 'Friday 27 November 2026, 6:00pm'],
    ['2026-07-01T23:30:00Z', 'Thursday 2 July 2026, 12:30am'],
    ['2026-10-25T00:30:00Z', 'Sunday 25 October 2026, 1:30am (BST)'],
    ['2027-01-01T12:00:00Z', 'Friday 1 January 2027, 12:00 noon'],
  ])('%s is %s in London', (iso, words) => {
    expect(fullTime(LONDON, Date.parse(iso))).toBe(words);
  });

  it('has the day, the month and the year of London’s calendar, whatever the minute', () => {
    const minutes = fc.integer({ min: 0, max: 20 * 366 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const at = Date.parse('2020-01-01T00:00:00Z') + minute * MINUTE;
        const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(LONDON.zone);
        const day = `\\w+day ${date.day} \\w+ ${date.year}`;
        const time = '\\d{1,2}:\\d\\d(?:[ap]m| noon)';
        expect(fullTime(LONDON, at)).toMatch(
          new RegExp(`^(?:${day}, ${time}(?: \\(\\S+\\))?|midnight between .* and ${day})$`),
        );
      }),
    );
  });
});

describe('what is left', () => {
  it.each([
    [70, '1 hour 10 minutes left'],
    [60, '1 hour left'],
    [1, '1 minute left'],
    [0.5, 'less than a minute left'],
    [0, 'passed less than a minute ago'],
    [-20, 'passed 20 minutes ago'],
    [-61, 'passed 1 hour 1 minute ago'],
    [51 * 60 + 59, '2 days 3 hours left'],
  ])('%d minutes before: %s', (minutes, words) => {
    expect(leftInWords(minutes * MINUTE, 0)).toBe(words);
  });
});
