import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readDeadline } from '../../src/deadline/read-deadline.ts';
import { deadlineInWords } from '../../src/domain/deadline-in-words.ts';

const LONDON = 'Europe/London';
const FIVE_PM = 17 * 60;

/** "2026-11-27T18:00Z", or why nothing was read. */
function read(text: string, at: string, closes = FIVE_PM): string {
  const result = readDeadline(text, { at: Date.parse(at), zone: LONDON, closes });
  if (!result.ok) return result.error;
  return new Date(result.value).toISOString().replace(':00.000Z', 'Z');
}

type Rows = readonly (readonly [text: string, reading: string])[];

/** A Friday morning in winter: 10:20 in London and in Greenwich. */
const FRIDAY = '2026-11-27T10:20:00Z';

const TIMES_OF_TODAY: Rows = [
  ['6pm', '2026-11-27T18:00Z'],
  [' 6PM ', '2026-11-27T18:00Z'],
  ['6 p.m.', '2026-11-27T18:00Z'],
  ['six pm', '2026-11-27T18:00Z'],
  ['6.30pm', '2026-11-27T18:30Z'],
  ['18:00', '2026-11-27T18:00Z'],
  ['18.00', '2026-11-27T18:00Z'],
  ['1800', '2026-11-27T18:00Z'],
  ['1800hrs', '2026-11-27T18:00Z'],
  ['17h30', '2026-11-27T17:30Z'],
  ['noon', '2026-11-27T12:00Z'],
  ['12 noon', '2026-11-27T12:00Z'],
  ['midday', '2026-11-27T12:00Z'],
  ['12pm', '2026-11-27T12:00Z'],
  ['midnight', '2026-11-28T00:00Z'],
  ['midnight tonight', '2026-11-28T00:00Z'],
  ['12am', '2026-11-28T00:00Z'],
  ['3:12am tomorrow', '2026-11-28T03:12Z'],
  ['12:00 noon', '2026-11-27T12:00Z'],
  ['24:00', '2026-11-28T00:00Z'],
  ['no later than 6pm', '2026-11-27T18:00Z'],
  ['not later than 6', '2026-11-27T18:00Z'],
  ['by 6pm today', '2026-11-27T18:00Z'],
  ['6 tonight', '2026-11-27T18:00Z'],
  ["six o'clock this evening", '2026-11-27T18:00Z'],
  ['4.30 this afternoon', '2026-11-27T16:30Z'],
  ['6pm at the latest, please', '2026-11-27T18:00Z'],
  ['6pm (18:00)', '2026-11-27T18:00Z'],
  ['asap, 6pm latest', '2026-11-27T18:00Z'],
  ['6pm UK time', '2026-11-27T18:00Z'],
  ['6pm for the Sun', '2026-11-27T18:00Z'],
  ['6pm for the Mail on Sunday', '2026-11-27T18:00Z'],
  ['3pm for the evening news', '2026-11-27T15:00Z'],
  ['6pm CET', '2026-11-27T17:00Z'],
];

const ONE_HALF_OF_THE_DAY_LEFT: Rows = [
  ['at 6', '2026-11-27T18:00Z'],
  ['by 6', '2026-11-27T18:00Z'],
  ['6:30', '2026-11-27T18:30Z'],
  ['half past five', '2026-11-27T17:30Z'],
  ['quarter to six pm', '2026-11-27T17:45Z'],
  ['at 9', '2026-11-27T21:00Z'],
  ['11:30', '2026-11-27T11:30Z'],
  ['11:30 tomorrow', '2026-11-28T11:30Z'],
  ['11.30 tomorrow evening', '2026-11-28T23:30Z'],
  ['at 11', 'unreadable'],
  ['at 10', 'past'],
  ['by 10 tonight', '2026-11-27T22:00Z'],
  ['10:30 tonight', '2026-11-27T22:30Z'],
  ['tomorrow at 9', 'unreadable'],
  ['tomorrow at 9:00', 'unreadable'],
  ['tomorrow 09:00', '2026-11-28T09:00Z'],
  ['9 tomorrow morning', '2026-11-28T09:00Z'],
  ['tomorrow morning at 9', '2026-11-28T09:00Z'],
  ['11pm tomorrow morning', 'unreadable'],
];

const OTHER_DAYS: Rows = [
  ['tomorrow noon', '2026-11-28T12:00Z'],
  ['noon tomorrow', '2026-11-28T12:00Z'],
  ['6pm on Friday', '2026-11-27T18:00Z'],
  ['this Friday 6pm', '2026-11-27T18:00Z'],
  ['next Friday 6pm', '2026-12-04T18:00Z'],
  ['Monday 9am', '2026-11-30T09:00Z'],
  ['9am sharp on Tuesday at the latest', '2026-12-01T09:00Z'],
  ['weds 3pm', '2026-12-02T15:00Z'],
  ['noon Weds', '2026-12-02T12:00Z'],
  ['weds week 5pm', '2026-12-09T17:00Z'],
  ["tomorrow's 6pm bulletin", '2026-11-28T18:00Z'],
  ['Friday week 5pm', '2026-12-04T17:00Z'],
  ['a week on Friday, 5pm', '2026-12-04T17:00Z'],
  ['5pm a week today', '2026-12-04T17:00Z'],
  ['the day after tomorrow at 5pm', '2026-11-29T17:00Z'],
  ['in 2 days at 5pm', '2026-11-29T17:00Z'],
  ['6pm in 2 weeks', '2026-12-11T18:00Z'],
  ['5pm on the 1st', '2026-12-01T17:00Z'],
  ['1 Dec noon', '2026-12-01T12:00Z'],
  ['Friday 27 November 2026, 6:00pm', '2026-11-27T18:00Z'],
  ['27/11 6pm', '2026-11-27T18:00Z'],
  ['18:00 30/11/26', '2026-11-30T18:00Z'],
  ['01.12.2026 18:00', '2026-12-01T18:00Z'],
  ['2026-11-30 18:00', '2026-11-30T18:00Z'],
  ['2026-11-30T18:00Z', '2026-11-30T18:00Z'],
  ['5pm on 25 Nov 2027', '2027-11-25T17:00Z'],
];

const LENGTHS_OF_TIME: Rows = [
  ['in 40 min', '2026-11-27T11:00Z'],
  ['in 40min', '2026-11-27T11:00Z'],
  ['40 mins', '2026-11-27T11:00Z'],
  ['in forty minutes', '2026-11-27T11:00Z'],
  ['in the next 40 minutes', '2026-11-27T11:00Z'],
  ['40 minutes from now', '2026-11-27T11:00Z'],
  ['in half an hour', '2026-11-27T10:50Z'],
  ['in an hour', '2026-11-27T11:20Z'],
  ['within the hour', '2026-11-27T11:20Z'],
  ['in an hour and a half', '2026-11-27T11:50Z'],
  ['in 2 hours', '2026-11-27T12:20Z'],
  ['2h 30m', '2026-11-27T12:50Z'],
  ['2h', '2026-11-27T12:20Z'],
  ['in 2h', '2026-11-27T12:20Z'],
  ['within 3h', '2026-11-27T13:20Z'],
  ['in 18h', '2026-11-28T04:20Z'],
  ["in two hours' time", '2026-11-27T12:20Z'],
  ['in 40 minutes time', '2026-11-27T11:00Z'],
  ['1.5 hours', '2026-11-27T11:50Z'],
  ['in 1h30', '2026-11-27T11:50Z'],
  ['in 24 hours', '2026-11-28T10:20Z'],
  ['40 minutes ago', 'past'],
  ['in a few hours', 'unreadable'],
  ['6pm New York', 'unreadable'],
  ['6pm Brussels time', 'unreadable'],
  ['in 40 min or 6pm', 'unreadable'],
];

const OFFICE_AND_BROADCASTERS: Rows = [
  ['COB', '2026-11-27T17:00Z'],
  ['EOD Monday', '2026-11-30T17:00Z'],
  ['close of business tomorrow', '2026-11-28T17:00Z'],
  ['end of play', '2026-11-27T17:00Z'],
  ['end of the day', '2026-11-27T17:00Z'],
  ['by the end of Friday', '2026-11-27T17:00Z'],
  ['end of tomorrow', '2026-11-28T17:00Z'],
  ["for Monday's Today programme", '2026-11-30T06:00Z'],
  ['for Monday\u2019s Today programme', '2026-11-30T06:00Z'],
  ['the Today programme tomorrow', '2026-11-28T07:00Z'],
  ['for the Today programme', '2026-11-28T07:00Z'],
  ["Sunday's Today programme", 'unreadable'],
  ['6pm for tomorrow\u2019s Today programme', 'unreadable'],
];

const UNREADABLE: readonly string[] = [
  ...['6', '12345', '25:00', '13pm', '6.5pm', '6ish', '99999999999 pm', '5pm 32/13/2026'],
  ...['soon', 'asap', 'now', 'tonight', 'today', 'tomorrow', 'Friday', 'first thing tomorrow'],
  ...['this afternoon', 'by lunchtime', 'next week', 'end of week', 'in a week', '31 Feb 5pm'],
  ...['6pm or 7pm', 'between 2 and 4pm', '2-4pm', '6pm, ideally 5pm', '6pm deadline for 7pm'],
  ...['noon today and noon tomorrow', '9am Monday or 9am Tuesday', 'COB or 6pm', '6pm, Mon-Fri'],
  ...['next Monday 6pm', 'midnight tomorrow', 'midnight on Monday', 'Monday 1 December 6pm'],
  ...['not before 6pm', 'after 6pm', '6pm local time', '10 to 6pm', '6pm for 2 questions'],
  ...['6pm for tomorrow\u2019s paper', "6pm for Monday's paper", "Sunday's edition, 6pm"],
  ...['6pm for the Monday paper', '6pm, for Monday edition', 'for the Sunday papers, 6pm'],
  ...['an hour and a quarter', 'in a quarter', 'in three quarters of an hour'],
  ...['half an hour before 6pm', '30 mins before 6pm', '5pm next week', 'COB this week'],
  ...['tomorow 3pm', 'tommorow 3pm', '3pm tomoz', '5pm tom', 'wednsday 3pm', 'tuseday 3pm'],
  ...['wedn 3pm', 'Christmas Eve 5pm', 'Boxing Day noon', 'payday 5pm', '1h30'],
  ...['evening of 30 Nov 6pm'],
  ...['6pm in a fortnight', '10 Downing Street', 'p'.repeat(201), `6pm ${'x'.repeat(200)}`],
];

const PAST: readonly string[] = [
  ...['9am', '06:30', '10:20', '10:20 today', '9am Friday', 'yesterday 5pm', 'last Friday 6pm'],
  ...['26 November 6pm', '11 Sept 6pm', '27/11/2025 6pm', '0 minutes'],
];

describe(`read at ${FRIDAY}`, () => {
  const rows = [
    ...TIMES_OF_TODAY,
    ...ONE_HALF_OF_THE_DAY_LEFT,
    ...OTHER_DAYS,
    ...LENGTHS_OF_TIME,
    ...OFFICE_AND_BROADCASTERS,
  ];
  it.each(rows)('%j is %s', (text, reading) => {
    expect(read(text, FRIDAY)).toBe(reading);
  });

  it.each(UNREADABLE)('%j can’t be read', (text) => {
    expect(read(text, FRIDAY)).toBe('unreadable');
  });

  it.each(PAST)('%j is past', (text) => {
    expect(read(text, FRIDAY)).toBe('past');
  });

  it.each(['5pm on 5 Dec 2027', '28 November 2027 noon', 'in 8761 hours'])(
    '%j is too far',
    (text) => {
      expect(read(text, FRIDAY)).toBe('too-far');
    },
  );

  it.each(['', ' ', '\n\t'])('%j is empty', (text) => {
    expect(read(text, FRIDAY)).toBe('empty');
  });

  it('takes closing time from the office', () => {
    expect(read('COB', FRIDAY, 18 * 60 + 30)).toBe('2026-11-27T18:30Z');
  });
});

type Moments = readonly (readonly [text: string, at: string, reading: string])[];

const SPRING: Moments = [
  // At 1am on 29 March 2026 the clock goes to 2am: half past one does not exist.
  ['6pm tomorrow', '2026-03-28T22:00Z', '2026-03-29T17:00Z'],
  ['00:30 tomorrow', '2026-03-28T22:00Z', '2026-03-29T00:30Z'],
  ['1:30am tomorrow', '2026-03-28T22:00Z', '2026-03-29T00:30Z'],
  ['2am tomorrow', '2026-03-28T22:00Z', '2026-03-29T01:00Z'],
  ['midnight', '2026-03-28T22:00Z', '2026-03-29T00:00Z'],
  ['midnight', '2026-03-29T22:00Z', '2026-03-29T23:00Z'],
  ['in 4 hours', '2026-03-28T22:00Z', '2026-03-29T02:00Z'],
  ['in 3 hours 30 minutes', '2026-03-28T22:00Z', '2026-03-29T01:30Z'],
  ['in 24 hours', '2026-03-28T22:00Z', '2026-03-29T22:00Z'],
  ['COB Monday', '2026-03-28T22:00Z', '2026-03-30T16:00Z'],
  ['for Monday’s Today programme', '2026-03-28T22:00Z', '2026-03-30T05:00Z'],
];

const AUTUMN: Moments = [
  // At 2am on 25 October 2026 the clock goes back to 1am: half past one comes twice.
  ['00:59 tomorrow', '2026-10-24T21:00Z', '2026-10-24T23:59Z'],
  ['1:30am tomorrow', '2026-10-24T21:00Z', '2026-10-25T00:30Z'],
  ['1:30am GMT tomorrow', '2026-10-24T21:00Z', '2026-10-25T01:30Z'],
  ['1:30am BST tomorrow', '2026-10-24T21:00Z', '2026-10-25T00:30Z'],
  ['2am tomorrow', '2026-10-24T21:00Z', '2026-10-25T02:00Z'],
  ['6pm tomorrow', '2026-10-24T21:00Z', '2026-10-25T18:00Z'],
  ['in 5 hours', '2026-10-24T21:00Z', '2026-10-25T02:00Z'],
  ['in 40 min', '2026-10-25T00:45Z', '2026-10-25T01:25Z'],
  ['01:50', '2026-10-25T00:45Z', '2026-10-25T00:50Z'],
  ['1:30am', '2026-10-25T00:45Z', 'past'],
];

const SUMMER: Moments = [
  ['6pm', '2026-07-15T09:00Z', '2026-07-15T17:00Z'],
  ['6pm GMT tomorrow', '2026-07-15T09:00Z', '2026-07-16T18:00Z'],
  // Half past eleven at night in London, then half past midnight: still yesterday in Greenwich.
  ['noon tomorrow', '2026-07-15T22:30Z', '2026-07-16T11:00Z'],
  ['noon tomorrow', '2026-07-15T23:30Z', '2026-07-17T11:00Z'],
  ['noon', '2026-07-15T23:30Z', '2026-07-16T11:00Z'],
  ['noon on Thursday', '2026-07-15T23:30Z', '2026-07-16T11:00Z'],
  ['noon on Wednesday', '2026-07-15T23:30Z', '2026-07-22T11:00Z'],
];

const YEARS_END: Moments = [
  ['6pm', '2026-12-31T16:00Z', '2026-12-31T18:00Z'],
  ['midnight', '2026-12-31T16:00Z', '2027-01-01T00:00Z'],
  ['noon tomorrow', '2026-12-31T16:00Z', '2027-01-01T12:00Z'],
  ['1 January noon', '2026-12-31T16:00Z', '2027-01-01T12:00Z'],
  ['noon on the 2nd', '2026-12-31T16:00Z', '2027-01-02T12:00Z'],
  ['noon on Saturday', '2026-12-31T16:00Z', '2027-01-02T12:00Z'],
  ['noon 31/12', '2026-12-31T16:00Z', 'past'],
  ['31 December 6pm', '2027-01-01T09:00Z', 'past'],
  ['31 Dec 2027 noon', '2026-12-31T16:00Z', '2027-12-31T12:00Z'],
  ['1 Jan 2028 noon', '2026-12-31T16:00Z', 'too-far'],
  ['29 Feb noon', '2028-02-20T10:00Z', '2028-02-29T12:00Z'],
];

/** A deadline is the asker's: whether the office works that day doesn't move it. */
const BANK_HOLIDAYS: Moments = [
  ['9am Monday', '2026-04-03T10:00Z', '2026-04-06T08:00Z'],
  ['COB Monday', '2026-04-03T10:00Z', '2026-04-06T16:00Z'],
  ['6pm', '2026-04-03T10:00Z', '2026-04-03T17:00Z'],
  ['noon', '2026-12-25T09:00Z', '2026-12-25T12:00Z'],
];

const SAME_DAY: Moments = [
  ['6pm', '2026-11-27T19:00Z', 'past'],
  ['6pm', '2026-11-27T18:00Z', 'past'],
  ['6pm', '2026-11-27T17:59:59Z', '2026-11-27T18:00Z'],
  ['COB', '2026-11-27T17:00Z', 'past'],
  ['Monday 9am', '2026-11-30T10:00Z', 'past'],
  ['midnight on Friday', FRIDAY, '2026-11-28T00:00Z'],
  ['6:30', '2026-11-27T05:00Z', 'unreadable'],
  ['6:30', '2026-11-27T06:30Z', 'past'],
  ['6:30', '2026-11-27T07:29Z', 'past'],
  ['6:30', '2026-11-27T07:30Z', '2026-11-27T18:30Z'],
  ['10:20', '2026-11-27T16:00Z', 'past'],
  ['for the Today programme', '2026-11-27T05:59Z', '2026-11-27T06:00Z'],
  ['for the Today programme', '2026-11-27T07:30Z', 'past'],
  ['for the Today programme', '2026-11-28T10:00Z', '2026-11-30T06:00Z'],
];

describe('read at another moment', () => {
  it.each([...SPRING, ...AUTUMN, ...SUMMER, ...YEARS_END, ...BANK_HOLIDAYS, ...SAME_DAY])(
    '%j at %s is %s',
    (text, at, reading) => {
      expect(read(text, at)).toBe(reading);
    },
  );
});

describe('the machine', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['America/New_York', 240],
    ['Pacific/Auckland', -720],
    ['Europe/London', -60],
  ])('reads the same with its own clock in %s', (own, offset) => {
    process.env.TZ = own;
    expect(new Date('2026-07-15T12:00Z').getTimezoneOffset()).toBe(offset);
    for (const [text, at, reading] of [...SPRING, ...AUTUMN, ...SUMMER]) {
      expect([text, at, read(text, at)]).toEqual([text, at, reading]);
    }
    for (const [text, reading] of [...OTHER_DAYS, ...LENGTHS_OF_TIME]) {
      expect([text, read(text, FRIDAY)]).toEqual([text, reading]);
    }
  });
});

const instant = fc.integer({
  min: Date.parse('2026-01-01T00:00Z') / 60_000,
  max: Date.parse('2028-12-31T00:00Z') / 60_000,
});
const ahead = fc.integer({ min: 1, max: 364 * 24 * 60 });

describe('whatever is written', () => {
  it('never lies in the past, nor more than a year ahead, nor fails', () => {
    const word = fc.constantFrom(
      ...[
        '6pm',
        'tomorrow',
        'noon',
        'midnight',
        'in',
        '40',
        'min',
        'Friday',
        'next',
        'end of',
        '18:00',
      ],
      ...[
        'Today programme',
        'COB',
        '1 Jan',
        'at',
        '6',
        'week',
        'the 31st',
        '1:30am',
        '29/02',
        'for',
      ],
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, instant, (written, minute) => {
        const at = minute * 60_000;
        const result = readDeadline(written, { at, zone: LONDON, closes: FIVE_PM });
        if (!result.ok) return;
        expect(result.value).toBeGreaterThan(at);
        expect(result.value).toBeLessThanOrEqual(at + 366 * 24 * 3_600_000);
      }),
    );
  });

  it('is understood when it is what was read back', () => {
    fc.assert(
      fc.property(instant, ahead, (minute, more) => {
        const at = minute * 60_000;
        const deadline = at + more * 60_000;
        const words = deadlineInWords(deadline, LONDON);
        if (words.startsWith('midnight between')) return;
        const result = readDeadline(words, { at, zone: LONDON, closes: FIVE_PM });
        expect([words, result]).toEqual([words, { ok: true, value: deadline }]);
      }),
    );
  });
});
