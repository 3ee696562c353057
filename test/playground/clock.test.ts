import { describe, expect, it } from 'vitest';
import { createClock } from '../../playground/clock.ts';
import { clockCases, instantInWords } from '../../playground/clock-cases.ts';
import { aBase, anOffice, aRelease } from '../support/builders.ts';

const OFFICE = anOffice();
/** A Wednesday. */
const NOW = Date.UTC(2026, 10, 25, 9);
const EMBARGO = Date.UTC(2026, 11, 1, 0, 1);

function cases(at: number, office = OFFICE, base = aBase()): Record<string, string> {
  const all = clockCases(office, base, at);
  return Object.fromEntries(
    all.map(({ label, at: when }) => [label, new Date(when).toISOString()]),
  );
}

describe('a clock', () => {
  it('shows real time until it is set, and again once it is set back', () => {
    let real = 1_000;
    const clock = createClock(() => real);
    expect([clock.now(), clock.setTo()]).toEqual([1_000, null]);
    clock.set(50_000);
    real = 1_250;
    expect([clock.now(), clock.setTo()]).toEqual([50_250, 50_000]);
    clock.set(null);
    expect([clock.now(), clock.setTo()]).toEqual([1_250, null]);
  });
});

describe('the cases of the clock', () => {
  it('are the next ones after an instant, by the office’s hours', () => {
    expect(cases(NOW)).toEqual({
      'Friday 17:05': '2026-11-27T17:05:00.000Z',
      'Monday 08:29': '2026-11-30T08:29:00.000Z',
      'Christmas Day': '2026-12-25T10:00:00.000Z',
      'The minute the clocks go forward': '2027-03-28T00:59:30.000Z',
    });
  });

  it('follow summer time', () => {
    expect(cases(Date.UTC(2026, 6, 1))['Friday 17:05']).toBe('2026-07-03T16:05:00.000Z');
  });

  it.each([
    ['a second before', Date.UTC(2026, 10, 27, 17, 4, 59), '2026-11-27T17:05:00.000Z'],
    ['at it', Date.UTC(2026, 10, 27, 17, 5), '2026-12-04T17:05:00.000Z'],
  ])('are in the future: %s', (_, at, friday) => {
    expect(cases(at)['Friday 17:05']).toBe(friday);
  });

  it.each([
    ['before the clocks change', Date.UTC(2027, 2, 28, 0, 59), '2027-03-28T00:59:30.000Z'],
    ['in that very minute', Date.UTC(2027, 2, 28, 0, 59, 30), '2028-03-26T00:59:30.000Z'],
  ])('name the next change of the clocks: %s', (_, at, expected) => {
    expect(cases(at)['The minute the clocks go forward']).toBe(expected);
  });

  it('leave out Fridays and Mondays on which the office is shut', () => {
    const office = anOffice({ bankHolidays: [{ date: '2026-11-27', name: 'Example Day' }] });
    expect(cases(NOW, office)['Friday 17:05']).toBe('2026-12-04T17:05:00.000Z');
  });

  it('have the second before each embargo, and none where there is no embargo', () => {
    const label = 'One second before the embargo of later';
    const base = aBase(aRelease(), aRelease({ id: 'later', embargo: EMBARGO }));
    expect(cases(NOW, OFFICE, base)[label]).toBe('2026-12-01T00:00:59.000Z');
    const labels = Object.keys(cases(NOW, OFFICE, aBase(aRelease())));
    expect(labels.filter((each) => each.includes('embargo'))).toEqual([]);
  });
});

describe('an instant in words', () => {
  it('is told in the office’s zone, with its year', () => {
    expect(instantInWords(OFFICE, Date.UTC(2026, 6, 1, 11, 5))).toBe(
      'Wednesday 1 July 2026, 12:05pm',
    );
  });
});
