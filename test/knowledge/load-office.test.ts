import { describe, expect, it } from 'vitest';
import { loadOffice, OfficeUnreadableError } from '../../src/knowledge/load-office.ts';
import { problemInWords } from '../../src/knowledge/problem.ts';
import { type Folder, officeCopy } from './small-base.ts';

const OFFICE = 'office.yaml';
const HOLIDAYS = 'bank-holidays.yaml';

function errorOf({ root }: Folder): OfficeUnreadableError {
  try {
    loadOffice(root);
  } catch (error) {
    if (error instanceof OfficeUnreadableError) return error;
    throw error;
  }
  throw new Error('the mistake was not seen');
}

describe('loadOffice', () => {
  it('reads the real office', () => {
    expect(loadOffice('knowledge')).toMatchObject({
      organisation: 'HMICFRS',
      command: '/hmicfrs',
      zone: 'Europe/London',
      days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
      opens: 510,
      closes: 1020,
      pressOffice: { name: 'press office', number: '020 3513 0600' },
      outOfHours: { number: '07836 217729', purpose: 'urgent media enquiries' },
      shutOnBankHolidays: true,
      holidaysCompleteUntil: '2028-12-31',
      publishedIn: 'the release',
    });
    expect(loadOffice('knowledge').questions.outOfHours).toContain('ooh');
  });

  it('has no confirmation that nobody has given, and keeps one that somebody has', () => {
    const folder = officeCopy();
    expect(loadOffice(folder.root).pressOffice).not.toHaveProperty('confirmed');
    folder.edit(
      OFFICE,
      '  number: "020 3513 0600"\n',
      '  number: "020 3513 0600"\n  confirmed: { by: "Jo Example", on: 2026-11-24 }\n',
    );
    const confirmed = { by: 'Jo Example', on: '2026-11-24' };
    expect(loadOffice(folder.root).pressOffice.confirmed).toEqual(confirmed);
    expect(loadOffice(folder.root).outOfHours).not.toHaveProperty('confirmed');
  });

  it.each([
    [
      OFFICE,
      '"5:00pm"',
      '"8:00am"',
      'hours.closes: the office must close after it opens; a good one: "5:00pm"',
    ],
    [
      OFFICE,
      '"8:30am"',
      '"half past eight"',
      'hours.opens: it is no time of day; a good one: "8:30am"',
    ],
    [
      OFFICE,
      'Europe/London',
      'Europe/Lodnon',
      'zone: it is no time zone; a good one: Europe/London',
    ],
    [
      OFFICE,
      '/hmicfrs',
      'hmicfrs',
      'command: it must be a slash and up to 31 lower-case letters; a good one: /hmicfrs',
    ],
    [
      OFFICE,
      '"07836 217729"',
      '07836217729',
      'out_of_hours.number: it is no telephone number in double quotes; a good one: "020 3513 0600"',
    ],
    [
      OFFICE,
      '"07836 217729"',
      '"            "',
      'out_of_hours.number: it is no telephone number in double quotes; a good one: "020 3513 0600"',
    ],
    [
      OFFICE,
      '[Monday, Tuesday',
      '[Mon, Tuesday',
      'hours.days[1]: it must be names of days; a good one: [Monday, Tuesday, Wednesday, Thursday, Friday]',
    ],
    [
      OFFICE,
      'shut_on_bank_holidays: true',
      'shut_on_bank_holidays: "yes"',
      'shut_on_bank_holidays: it must be true or false; a good one: true',
    ],
    [
      OFFICE,
      'purpose:',
      'porpoise:',
      'out_of_hours.porpoise: there is no field of this name; a good one: name, number, purpose, confirmed',
    ],
    [
      OFFICE,
      'organisation: HMICFRS',
      'organisation: ""',
      'organisation: it is empty; a good one: HMICFRS',
    ],
    [
      HOLIDAYS,
      '2024-03-29',
      '2024-02-30',
      'holidays[2].date: it is no date of the calendar in the form year-month-day; a good one: 2026-12-25',
    ],
    [
      HOLIDAYS,
      'complete_until: 2028-12-31',
      'complete_until: 2028',
      'complete_until: it must be a date; a good one: 2028-12-31',
    ],
  ])('throws what is wrong in %s with %s as %s', (file, find, replace, sentence) => {
    const folder = officeCopy();
    folder.edit(file, find, replace);
    const error = errorOf(folder);
    const line = folder.lineOf(file, replace);
    expect(error.problems.map(problemInWords)).toEqual([`${file}:${line}: ${sentence}`]);
    expect(error.message).toBe(`The office’s files have mistakes:\n${file}:${line}: ${sentence}`);
    expect(error).toMatchObject({ name: 'OfficeUnreadableError', code: 'OFFICE_UNREADABLE' });
  });

  it('throws all mistakes of both files at once', () => {
    const folder = officeCopy();
    folder.edit(OFFICE, 'Europe/London', 'Europe/Lodnon');
    folder.edit(OFFICE, '"8:30am"', '"25:00"');
    folder.edit(OFFICE, 'organisation: HMICFRS\n', '');
    folder.edit(HOLIDAYS, '2024-03-29', '2024-02-30');
    folder.edit(HOLIDAYS, 'complete_until: 2028-12-31\n', '');
    const told = errorOf(folder).message.split('\n').slice(1);
    expect(told.map((sentence) => sentence.split(': ')[1]).sort()).toEqual([
      'complete_until',
      'holidays[2].date',
      'hours.opens',
      'organisation',
      'zone',
    ]);
  });

  it('throws where a file is missing or is no YAML, and tells of the other file too', () => {
    const folder = officeCopy();
    folder.remove(OFFICE);
    folder.write(HOLIDAYS, 'complete_until: "2028-12-31\n');
    const [missing, syntax] = errorOf(folder).problems.map(problemInWords);
    expect(missing).toBe('office.yaml: file: it is missing');
    expect(syntax).toMatch(/^bank-holidays\.yaml:\d+: syntax: this is no YAML: /);
  });

  it('reads the office where the releases are broken: hours and numbers stand apart', () => {
    const folder = officeCopy();
    folder.write('releases', 'no folder');
    folder.write('vocabulary.yaml', '"');
    expect(loadOffice(folder.root).pressOffice.number).toBe('020 3513 0600');
  });
});
