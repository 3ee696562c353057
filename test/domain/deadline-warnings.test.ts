import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksForPatience,
  concernsWholeDesk,
  nextWarningAt,
  warningsDue,
} from '../../src/domain/deadline-warnings.ts';
import type { Enquiry, WarningKind } from '../../src/domain/enquiry.ts';
import { step } from '../../src/domain/enquiry-rules.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { anEnquiry, DEADLINE, RECEIVED_AT } from '../support/enquiries.ts';
import { MINUTE } from './british-calendar.ts';

/** An enquiry with so many minutes from receipt to deadline. */
function withMinutes(minutes: number): Enquiry {
  return anEnquiry({ deadline: RECEIVED_AT + minutes * MINUTE });
}

function warned(enquiry: Enquiry, warning: WarningKind, at: number) {
  return step(enquiry, { at, act: { kind: 'warn', warning } });
}

/** Looks at the clock at each of these instants, as the desk does, and gives what is due. */
function watch(begun: Enquiry, instants: readonly number[]) {
  let enquiry = begun;
  const given: {
    readonly kind: WarningKind;
    readonly at: number;
    readonly notices: readonly Notice[];
  }[] = [];
  for (const at of instants) {
    for (const kind of warningsDue(enquiry, at)) {
      const result = warned(enquiry, kind, at);
      if (!result.ok) throw new Error(`${kind} was due and refused: ${result.error.kind}.`);
      enquiry = result.value.enquiry;
      given.push({ kind, at, notices: result.value.notices });
    }
  }
  return { enquiry, given };
}

/** Every warning with the minute after receipt at which it comes, looked at once a minute. */
function schedule(minutes: number): readonly string[] {
  const ticks = Array.from({ length: minutes + 60 }, (_, tick) => RECEIVED_AT + tick * MINUTE);
  return watch(withMinutes(minutes), ticks).given.map(
    ({ kind, at }) => `${kind} at ${(at - RECEIVED_AT) / MINUTE}`,
  );
}

describe('warnings', () => {
  it.each<[minutes: number, warnings: readonly string[]]>([
    [480, ['half-way at 240', 'quarter-hour at 465', 'passed at 480']],
    [70, ['half-way at 35', 'quarter-hour at 55', 'passed at 70']],
    [30, ['half-way at 15', 'quarter-hour at 15', 'passed at 30']],
    [29, ['short at 0', 'quarter-hour at 14', 'half-way at 15', 'passed at 29']],
    [16, ['short at 0', 'quarter-hour at 1', 'half-way at 8', 'passed at 16']],
    [15, ['short at 0', 'half-way at 8', 'passed at 15']],
    [10, ['short at 0', 'half-way at 5', 'passed at 10']],
    [1, ['short at 0', 'half-way at 1', 'passed at 1']],
  ])('with %i minutes to the deadline are %j', (minutes, warnings) => {
    expect(schedule(minutes)).toEqual(warnings);
  });

  it('are due at their instant and not a millisecond before', () => {
    const halfWay = (RECEIVED_AT + DEADLINE) / 2;
    expect(warningsDue(anEnquiry(), halfWay - 1)).toEqual([]);
    expect(warningsDue(anEnquiry(), halfWay)).toEqual(['half-way']);
    const quarter = DEADLINE - 15 * MINUTE;
    expect(warningsDue(anEnquiry(), quarter - 1)).toEqual(['half-way']);
    expect(warningsDue(anEnquiry(), quarter)).toEqual(['half-way', 'quarter-hour']);
    expect(warningsDue(anEnquiry(), DEADLINE - 1)).toEqual(['half-way', 'quarter-hour']);
    expect(warningsDue(anEnquiry(), DEADLINE)).toEqual(['half-way', 'quarter-hour', 'passed']);
  });

  it.each(['answered', 'not-for-us', 'closed'] as const)('stop where it is %s', (status) => {
    const enquiry: Enquiry = { ...anEnquiry(), status };
    expect(warningsDue(enquiry, DEADLINE)).toEqual([]);
    expect(nextWarningAt(enquiry)).toBeUndefined();
    expect(warned(enquiry, 'passed', DEADLINE)).toMatchObject({ error: { kind: 'finished' } });
  });

  it('can’t be given too early, and not twice', () => {
    expect(warned(anEnquiry(), 'passed', DEADLINE - 1)).toMatchObject({
      error: { kind: 'not-possible' },
    });
    const { enquiry } = watch(anEnquiry(), [DEADLINE]);
    expect(warned(enquiry, 'passed', DEADLINE)).toMatchObject({
      error: { kind: 'nothing-to-change' },
    });
  });

  it('are told in advance, one after the other', () => {
    const next = (instants: readonly number[]) =>
      nextWarningAt(watch(anEnquiry(), instants).enquiry);
    const halfWay = (RECEIVED_AT + DEADLINE) / 2;
    expect(next([])).toBe(halfWay);
    expect(next([halfWay])).toBe(DEADLINE - 15 * MINUTE);
    expect(next([DEADLINE - 15 * MINUTE])).toBe(DEADLINE);
    expect(next([DEADLINE])).toBeUndefined();
  });
});

describe('the whole desk', () => {
  const taken: Enquiry = { ...anEnquiry(), status: 'taken', owner: 'Ann' };

  it.each([
    ['nobody has it', anEnquiry(), RECEIVED_AT, true],
    ['Ann has it, with 30 minutes left', taken, DEADLINE - 30 * MINUTE, false],
    ['Ann has it, with less than that', taken, DEADLINE - 30 * MINUTE + 1, true],
    ['Ann has it, too late', taken, DEADLINE + MINUTE, true],
  ])('hears or not where %s', (_, enquiry, at, whole) => {
    expect(concernsWholeDesk(enquiry, at)).toBe(whole);
  });

  it('is named in the note, by the moment at which the warning is given', () => {
    const note = (at: number) => watch(taken, [at]).given[0]?.notices.at(-1);
    expect(note(DEADLINE - 200 * MINUTE)).toMatchObject({ note: { wholeDesk: false } });
    expect(note(DEADLINE - 20 * MINUTE)).toMatchObject({ note: { wholeDesk: true } });
  });
});

const minutesLeft = fc.integer({ min: 1, max: 3 * 24 * 60 });
const looks = fc
  .array(fc.integer({ min: 0, max: 4 * 24 * 60 * 60 }), { maxLength: 30 })
  .map((seconds) => seconds.toSorted((a, b) => a - b).map((second) => RECEIVED_AT + second * 1000));

describe('whenever the clock is looked at', () => {
  it('every warning is given once, in order, however long nobody looked', () => {
    fc.assert(
      fc.property(minutesLeft, looks, (minutes, instants) => {
        const begun = withMinutes(minutes);
        const { given } = watch(begun, [...instants, begun.deadline + MINUTE * 60 * 24 * 9]);
        const expected = watch(begun, [begun.deadline]).given.map(({ kind }) => kind);
        expect(given.map(({ kind }) => kind)).toEqual(expected);
        expect(new Set(expected).size).toBe(expected.length);
        expect(expected).toEqual(expect.arrayContaining(['half-way', 'passed']));
        expect(expected.includes('short')).toBe(minutes < 30);
      }),
    );
  });

  it('no look leaves anything due behind, and the next instant is the first with more', () => {
    fc.assert(
      fc.property(minutesLeft, looks, (minutes, instants) => {
        const { enquiry } = watch(withMinutes(minutes), instants);
        expect(warningsDue(enquiry, instants.at(-1) ?? 0)).toEqual([]);
        const next = nextWarningAt(enquiry);
        if (next === undefined) {
          expect(enquiry.warned).toContain('passed');
          return;
        }
        expect(warningsDue(enquiry, next - 1)).toEqual([]);
        expect(warningsDue(enquiry, next)).not.toEqual([]);
      }),
    );
  });

  it('the asker is told once that they are still waiting: 15 minutes before, or at once', () => {
    fc.assert(
      fc.property(minutesLeft, (minutes) => {
        const begun = withMinutes(minutes);
        const { given } = watch(begun, [begun.deadline]);
        const told = given.filter(({ notices }) =>
          notices.some((notice) => notice.kind === 'asker'),
        );
        expect(told.map(({ kind }) => kind)).toEqual([minutes > 15 ? 'quarter-hour' : 'short']);
        expect(told.every(({ kind }) => asksForPatience(begun, kind))).toBe(true);
      }),
    );
  });
});
