import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockTime,
  daysInWords,
  holidayDaysLeft,
  officeStateAt,
  whenInWords,
} from '../../src/domain/office-hours.ts';
import { loadOffice } from '../../src/knowledge/load-office.ts';
import { anOffice } from '../support/builders.ts';
import { bankHolidaysOf, DAY, easterSunday, londonTime, MINUTE } from './british-calendar.ts';

const OFFICE = loadOffice('knowledge');
const DESK = '020 3513 0600';
const NIGHT = '07836 217729';
const YEARS = [2024, 2025, 2026, 2027, 2028];

const OPEN_WHY = 'The press office is open Monday to Friday, 8:30am to 5:00pm.';
const BEFORE = 'The press office opens at 8:30am.';
const AFTER = 'The press office closed at 5:00pm.';
const SATURDAY = 'The press office is shut on Saturdays.';
const SUNDAY = 'The press office is shut on Sundays.';
const holiday = (day: string, name: string) => `${day} is a bank holiday: ${name}.`;

interface Row {
  /** With its offset, as a clock in London would have it. */
  readonly at: string;
  readonly what: string;
  readonly open: boolean;
  readonly until: string;
  readonly why: string;
}

const shut = (at: string, what: string, until: string, why: string): Row => {
  return { at, what, open: false, until, why };
};
const open = (at: string, what: string, until: string): Row => {
  return { at, what, open: true, until, why: OPEN_WHY };
};

const ORDINARY_DAYS: Row[] = [
  shut('2026-03-11T00:00:00.000Z', 'midnight', '2026-03-11T08:30Z', BEFORE),
  shut('2026-03-11T08:29:59.999Z', 'the last millisecond before', '2026-03-11T08:30Z', BEFORE),
  open('2026-03-11T08:30:00.000Z', 'opening is inclusive', '2026-03-11T17:00Z'),
  open('2026-03-11T12:00:00.000Z', 'noon', '2026-03-11T17:00Z'),
  open('2026-03-11T16:59:59.999Z', 'the last millisecond', '2026-03-11T17:00Z'),
  shut('2026-03-11T17:00:00.000Z', 'closing is exclusive', '2026-03-12T08:30Z', AFTER),
  shut('2026-03-11T23:59:59.999Z', 'the end of the day', '2026-03-12T08:30Z', AFTER),
  shut('2026-07-15T08:29:59.999+01:00', 'summer, before', '2026-07-15T08:30+01:00', BEFORE),
  open('2026-07-15T08:30:00.000+01:00', 'summer, opening', '2026-07-15T17:00+01:00'),
  open('2026-07-15T16:59:59.999+01:00', 'summer, last millisecond', '2026-07-15T17:00+01:00'),
  shut('2026-07-15T17:00:00.000+01:00', 'summer, closing', '2026-07-16T08:30+01:00', AFTER),
];

const WEEKENDS: Row[] = [
  open('2026-03-13T16:59:59.999Z', 'Friday, last millisecond', '2026-03-13T17:00Z'),
  shut('2026-03-13T17:00:00.000Z', 'Friday evening', '2026-03-16T08:30Z', AFTER),
  shut('2026-03-14T08:30:00.000Z', 'Saturday at opening time', '2026-03-16T08:30Z', SATURDAY),
  shut('2026-03-14T12:00:00.000Z', 'Saturday noon', '2026-03-16T08:30Z', SATURDAY),
  shut('2026-03-15T23:59:59.999Z', 'the end of Sunday', '2026-03-16T08:30Z', SUNDAY),
  shut('2026-03-16T08:29:59.999Z', 'Monday, last millisecond', '2026-03-16T08:30Z', BEFORE),
  open('2026-03-16T08:30:00.000Z', 'Monday, opening', '2026-03-16T17:00Z'),
];

const BANK_HOLIDAYS: Row[] = [
  shut('2026-04-02T17:00+01:00', 'Thursday before Easter', '2026-04-07T08:30+01:00', AFTER),
  shut(
    '2026-04-03T08:30+01:00',
    'Good Friday at opening time',
    '2026-04-07T08:30+01:00',
    holiday('Friday', 'Good Friday'),
  ),
  shut('2026-04-04T12:00+01:00', 'Easter Saturday', '2026-04-07T08:30+01:00', SATURDAY),
  shut(
    '2026-04-06T12:00+01:00',
    'Easter Monday',
    '2026-04-07T08:30+01:00',
    holiday('Monday', 'Easter Monday'),
  ),
  shut(
    '2026-04-06T00:00+01:00',
    'Easter Monday begins at London’s midnight, which is Sunday in UTC',
    '2026-04-07T08:30+01:00',
    holiday('Monday', 'Easter Monday'),
  ),
  open('2026-04-07T08:30+01:00', 'Tuesday after Easter', '2026-04-07T17:00+01:00'),
  shut(
    '2026-05-04T10:00+01:00',
    'early May',
    '2026-05-05T08:30+01:00',
    holiday('Monday', 'Early May bank holiday'),
  ),
  shut(
    '2026-08-31T16:59:59.999+01:00',
    'summer bank holiday',
    '2026-09-01T08:30+01:00',
    holiday('Monday', 'Summer bank holiday'),
  ),
  shut(
    '2025-12-31T17:00Z',
    'New Year’s Eve: the day between is a Thursday',
    '2026-01-02T08:30Z',
    AFTER,
  ),
];

const CHRISTMAS_2026: Row[] = [
  open('2026-12-24T16:59:59.999Z', 'Christmas Eve is a working day', '2026-12-24T17:00Z'),
  shut('2026-12-24T17:00:00.000Z', 'Christmas Eve, shut', '2026-12-29T08:30Z', AFTER),
  shut(
    '2026-12-25T09:00Z',
    'Christmas Day',
    '2026-12-29T08:30Z',
    holiday('Friday', 'Christmas Day'),
  ),
  shut('2026-12-26T09:00Z', 'Boxing Day itself is a Saturday', '2026-12-29T08:30Z', SATURDAY),
  shut('2026-12-27T09:00Z', 'Sunday', '2026-12-29T08:30Z', SUNDAY),
  shut(
    '2026-12-28T09:00Z',
    'Boxing Day’s substitute',
    '2026-12-29T08:30Z',
    holiday('Monday', 'Boxing Day (substitute day)'),
  ),
  shut('2026-12-29T08:29:59.999Z', 'Tuesday, before', '2026-12-29T08:30Z', BEFORE),
  open('2026-12-29T08:30:00.000Z', 'Tuesday, opening', '2026-12-29T17:00Z'),
];

const SUBSTITUTE_DAYS: Row[] = [
  shut('2027-12-24T17:00Z', 'both days of 2027 have substitutes', '2027-12-29T08:30Z', AFTER),
  shut('2027-12-25T09:00Z', 'Christmas on a Saturday', '2027-12-29T08:30Z', SATURDAY),
  shut(
    '2027-12-27T09:00Z',
    'Christmas Day’s substitute',
    '2027-12-29T08:30Z',
    holiday('Monday', 'Christmas Day (substitute day)'),
  ),
  shut(
    '2027-12-28T09:00Z',
    'Boxing Day’s substitute',
    '2027-12-29T08:30Z',
    holiday('Tuesday', 'Boxing Day (substitute day)'),
  ),
  shut('2027-12-31T17:00Z', 'into a New Year with a substitute', '2028-01-04T08:30Z', AFTER),
  shut('2028-01-01T09:00Z', 'New Year’s Day on a Saturday', '2028-01-04T08:30Z', SATURDAY),
  shut(
    '2028-01-03T09:00Z',
    'New Year’s Day’s substitute',
    '2028-01-04T08:30Z',
    holiday('Monday', 'New Year’s Day (substitute day)'),
  ),
];

/** Friday evening to Monday morning over each clock change; the hours stay, the instants move. */
const CLOCK_CHANGES: Row[] = [
  // 31 March 2024 is Easter Sunday, and 28 March 2027 too, so that Easter's rows are longer.
  shut('2024-03-28T17:00Z', 'spring 2024, with Easter', '2024-04-02T08:30+01:00', AFTER),
  shut('2024-10-25T17:00+01:00', 'autumn 2024', '2024-10-28T08:30Z', AFTER),
  shut('2025-03-28T17:00Z', 'spring 2025', '2025-03-31T08:30+01:00', AFTER),
  shut('2025-10-24T17:00+01:00', 'autumn 2025', '2025-10-27T08:30Z', AFTER),
  shut('2026-03-27T17:00Z', 'spring 2026', '2026-03-30T08:30+01:00', AFTER),
  shut('2026-10-23T17:00+01:00', 'autumn 2026', '2026-10-26T08:30Z', AFTER),
  shut('2027-03-25T17:00Z', 'spring 2027, with Easter', '2027-03-30T08:30+01:00', AFTER),
  shut('2027-10-29T17:00+01:00', 'autumn 2027', '2027-11-01T08:30Z', AFTER),
  shut('2028-03-24T17:00Z', 'spring 2028', '2028-03-27T08:30+01:00', AFTER),
  shut('2028-10-27T17:00+01:00', 'autumn 2028', '2028-10-30T08:30Z', AFTER),
  shut('2026-03-29T00:59:59.999Z', 'before the gap', '2026-03-30T08:30+01:00', SUNDAY),
  shut('2026-03-29T01:00:00.000Z', 'after the gap', '2026-03-30T08:30+01:00', SUNDAY),
  open('2026-03-27T16:59:59.999Z', 'last winter Friday', '2026-03-27T17:00Z'),
  shut('2026-03-30T07:29:59.999Z', '8:29:59.999 in summer time', '2026-03-30T08:30+01:00', BEFORE),
  open('2026-03-30T07:30:00.000Z', '8:30 in summer time', '2026-03-30T17:00+01:00'),
  open('2026-03-30T15:59:59.999Z', '16:59:59.999 in summer time', '2026-03-30T17:00+01:00'),
  shut('2026-03-30T16:00:00.000Z', '17:00 in summer time', '2026-03-31T08:30+01:00', AFTER),
  shut('2026-10-25T00:30:00.000Z', 'first 1:30am of autumn', '2026-10-26T08:30Z', SUNDAY),
  shut('2026-10-25T01:30:00.000Z', 'second 1:30am of autumn', '2026-10-26T08:30Z', SUNDAY),
  shut('2026-10-26T07:30:00.000Z', '7:30, no more 8:30', '2026-10-26T08:30Z', BEFORE),
  open('2026-10-26T08:30:00.000Z', '8:30 in winter time', '2026-10-26T17:00Z'),
  open('2026-10-26T16:30:00.000Z', '16:30, no more 17:30', '2026-10-26T17:00Z'),
];

describe.each([
  ['an ordinary day', ORDINARY_DAYS],
  ['a weekend', WEEKENDS],
  ['bank holidays', BANK_HOLIDAYS],
  ['the Christmas of 2026', CHRISTMAS_2026],
  ['substitute days', SUBSTITUTE_DAYS],
  ['clock changes', CLOCK_CHANGES],
])('officeStateAt on %s', (_, rows) => {
  it.each(rows)('$at ($what): open $open, until $until: $why', ({ at, open, until, why }) => {
    const state = officeStateAt(OFFICE, Date.parse(at));
    expect({
      open: state.open,
      ring: state.ring.number,
      until: new Date(state.changesAt).toISOString(),
      why: state.why,
    }).toEqual({
      open,
      ring: open ? DESK : NIGHT,
      until: new Date(until).toISOString(),
      why,
    });
  });
});

describe('officeStateAt on offices of another kind', () => {
  const christmas = Date.parse('2026-12-25T10:00Z');

  it('is open on a bank holiday where the office is staffed then', () => {
    const state = officeStateAt({ ...OFFICE, shutOnBankHolidays: false }, christmas);
    expect(state).toMatchObject({ open: true, why: OPEN_WHY, ring: { number: DESK } });
    expect(state.changesAt).toBe(Date.parse('2026-12-25T17:00Z'));
  });

  it('opens on the bank holiday itself where the office is staffed then', () => {
    const eve = Date.parse('2026-12-24T17:00Z');
    const state = officeStateAt({ ...OFFICE, shutOnBankHolidays: false }, eve);
    expect(state.changesAt).toBe(Date.parse('2026-12-25T08:30Z'));
  });

  it('reads the hours in the office’s own zone', () => {
    const office = anOffice({ zone: 'America/New_York' });
    expect(officeStateAt(office, Date.parse('2026-03-11T12:29:59.999Z')).open).toBe(false);
    expect(officeStateAt(office, Date.parse('2026-03-11T12:30:00.000Z')).open).toBe(true);
  });

  it('says the weekday, not the holiday, where the office never works on that day', () => {
    const office = anOffice({
      days: ['Tuesday'],
      bankHolidays: [{ date: '2026-04-06', name: 'Easter Monday' }],
    });
    const state = officeStateAt(office, Date.parse('2026-04-06T12:00+01:00'));
    expect(state.why).toBe('The press office is shut on Mondays.');
  });

  it('takes an instant between two milliseconds as the earlier one', () => {
    expect(officeStateAt(OFFICE, Date.parse('2026-03-11T17:00Z') - 0.5).open).toBe(true);
    expect(officeStateAt(OFFICE, Date.parse('2026-03-11T08:30Z') - 0.5).open).toBe(false);
  });

  it('throws rather than search for ever where no day is a working day', () => {
    const days = Array.from({ length: 60 }, (_, index) => ({
      date: new Date(christmas + index * DAY).toISOString().slice(0, 10),
      name: 'Shut',
    }));
    expect(() => officeStateAt(anOffice({ bankHolidays: days }), christmas)).toThrow(
      'no working day within 40 days',
    );
  });
});

describe('the calendar that the program is held against', () => {
  it('knows Easter', () => {
    const easters = [2000, 2019, ...YEARS].map((year) => easterSunday(year).toISOString());
    expect(easters.map((date) => date.slice(0, 10))).toEqual([
      '2000-04-23',
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
    ]);
  });

  it('substitutes as the years before did', () => {
    expect(bankHolidaysOf(2021).slice(-2)).toEqual([
      ['2021-12-27', 'Christmas Day (substitute day)'],
      ['2021-12-28', 'Boxing Day (substitute day)'],
    ]);
    expect(bankHolidaysOf(2016).slice(-2)).toEqual([
      ['2016-12-27', 'Christmas Day (substitute day)'],
      ['2016-12-26', 'Boxing Day'],
    ]);
    expect(bankHolidaysOf(2022)[0]).toEqual(['2022-01-03', 'New Year’s Day (substitute day)']);
  });

  it('has the same bank holidays, by rules, as knowledge/bank-holidays.yaml has by hand', () => {
    expect(OFFICE.bankHolidays.map(({ date, name }) => [date, name])).toEqual(
      YEARS.flatMap(bankHolidaysOf),
    );
    expect(OFFICE.holidaysCompleteUntil).toBe('2028-12-31');
  });
});

describe('officeStateAt at any minute of 2024 to 2028', () => {
  const WORKING = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
  const HOLIDAYS = new Set(YEARS.flatMap(bankHolidaysOf).map(([date]) => date));
  const FIRST = Date.UTC(2024, 0, 1) / MINUTE;
  const LAST = Date.UTC(2028, 11, 31, 23, 59) / MINUTE;

  const isOpen = (at: number): boolean => {
    const { date, weekday, minutes } = londonTime(at);
    return WORKING.includes(weekday) && !HOLIDAYS.has(date) && minutes >= 510 && minutes < 17 * 60;
  };
  /** Looks at every instant on a grid until one differs. */
  const nextChange = (at: number, step: number): number => {
    const now = isOpen(at);
    let then = (Math.floor(at / step) + 1) * step;
    while (isOpen(then) === now) then += step;
    return then;
  };
  const agree = (at: number, step: number): void => {
    const state = officeStateAt(OFFICE, at);
    const expected = isOpen(at);
    expect([state.open, state.ring.number, state.changesAt]).toEqual([
      expected,
      expected ? DESK : NIGHT,
      nextChange(at, step),
    ]);
  };

  it('agrees with the other calendar, and with its next change by half-hours', () => {
    const seen = { open: 0, shut: 0 };
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (minute) => {
        agree(minute * MINUTE, 30 * MINUTE);
        seen[isOpen(minute * MINUTE) ? 'open' : 'shut'] += 1;
      }),
      { numRuns: 1500 },
    );
    expect(seen.open).toBeGreaterThan(200);
    expect(seen.shut).toBeGreaterThan(700);
  });

  it('agrees near the edges, to the millisecond, and with its next change by minutes', () => {
    const nearEdge = fc
      .tuple(
        fc.integer({ min: FIRST / 1440, max: Math.floor(LAST / 1440) - 3 }),
        fc.constantFrom(7 * 60 + 30, 8 * 60 + 30, 16 * 60, 17 * 60),
        fc.integer({ min: -2, max: 2 }),
      )
      .map(([day, minutes, ms]) => day * DAY + minutes * MINUTE + ms);
    fc.assert(
      fc.property(nearEdge, (at) => {
        agree(at, MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('agrees on every half-hour of both clock-change weeks of all years', () => {
    const changes = YEARS.flatMap((year) => [lastSunday(year, 2), lastSunday(year, 9)]);
    for (const sunday of changes) {
      const offsets = [sunday - DAY, sunday + DAY].map((at) => londonTime(at + 720 * MINUTE));
      expect(offsets[0]?.minutes).not.toBe(offsets[1]?.minutes);
      for (let at = sunday - 2 * DAY; at < sunday + 2 * DAY; at += 30 * MINUTE) {
        expect([at, officeStateAt(OFFICE, at).open]).toEqual([at, isOpen(at)]);
      }
      agree(sunday - 2 * DAY + 1020 * MINUTE, MINUTE);
    }
  });

  it('knows nothing of holidays after the end of the list: a warning is due long before', () => {
    const state = officeStateAt(OFFICE, Date.parse('2029-01-01T10:00Z'));
    expect(state.open).toBe(true);
    expect(holidayDaysLeft(OFFICE, Date.parse('2029-01-01T10:00Z'))).toBe(-1);
  });

  function lastSunday(year: number, month: number): number {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return last.getTime() - last.getUTCDay() * DAY;
  }
});

describe('holidayDaysLeft', () => {
  it.each([
    ['2028-12-31T23:59:59.999Z', 0],
    ['2028-12-31T00:00:00.000Z', 0],
    ['2028-12-30T23:59:59.999Z', 1],
    ['2028-09-02T12:00:00.000+01:00', 120],
    ['2028-09-01T23:30:00.000Z', 120],
    ['2029-01-01T00:00:00.000Z', -1],
  ])('%s: %i days are left', (at, days) => {
    expect(holidayDaysLeft(OFFICE, Date.parse(at))).toBe(days);
  });
});

describe('times and days in words', () => {
  it.each([
    [0, '12:00am'],
    [1, '12:01am'],
    [510, '8:30am'],
    [719, '11:59am'],
    [720, '12:00pm'],
    [1020, '5:00pm'],
    [1439, '11:59pm'],
  ])('%i minutes after midnight is %s', (minutes, words) => {
    expect(clockTime(minutes)).toBe(words);
  });

  it.each([
    ['2026-03-11T09:00Z', '2026-03-11T17:00Z', '5:00pm today'],
    ['2026-03-11T17:00Z', '2026-03-12T08:30Z', '8:30am tomorrow'],
    ['2026-03-13T17:00Z', '2026-03-16T08:30Z', '8:30am on Monday 16 March'],
    ['2026-12-24T17:00Z', '2026-12-29T08:30Z', '8:30am on Tuesday 29 December'],
    ['2026-03-28T23:59Z', '2026-03-30T08:30+01:00', '8:30am on Monday 30 March'],
    ['2026-07-14T23:30Z', '2026-07-15T08:30+01:00', '8:30am today'],
    ['2025-12-31T17:00Z', '2026-01-02T08:30Z', '8:30am on Friday 2 January'],
  ])('seen from %s, %s is "%s"', (at, instant, words) => {
    expect(whenInWords(OFFICE, Date.parse(instant), Date.parse(at))).toBe(words);
  });

  it.each([
    [OFFICE.days, 'Monday to Friday'],
    [['Monday', 'Tuesday'] as const, 'Monday, Tuesday'],
    [['Monday', 'Wednesday', 'Friday'] as const, 'Monday, Wednesday, Friday'],
    [['Saturday'] as const, 'Saturday'],
    [['Friday', 'Saturday', 'Sunday'] as const, 'Friday to Sunday'],
  ])('%j is "%s"', (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });
});
