import { describe, expect, it } from 'vitest';
import { instantOf, localFieldOf } from '../../../playground/page/text/london.ts';

describe('a field of London time', () => {
  it.each([
    ['2026-12-04T17:05', '2026-12-04T17:05Z', 'winter'],
    ['2026-07-01T09:00', '2026-07-01T08:00Z', 'summer'],
    ['2026-10-25T01:30', '2026-10-25T00:30Z', 'the hour that comes twice: the first'],
    ['2027-03-28T00:59', '2027-03-28T00:59Z', 'a minute before the clocks go forward'],
    ['2027-03-28T02:00', '2027-03-28T01:00Z', 'the minute after'],
  ])('%s is %s (%s)', (field, instant) => {
    expect(instantOf(field)).toBe(Date.parse(instant));
    expect(localFieldOf(Date.parse(instant))).toBe(field);
  });

  it('reads a time that the clocks skip as that much after the change', () => {
    const at = instantOf('2027-03-28T01:30');
    expect(at !== undefined && localFieldOf(at)).toBe('2027-03-28T02:30');
  });

  it('is no instant where it is empty', () => {
    expect(instantOf('')).toBeUndefined();
  });
});
