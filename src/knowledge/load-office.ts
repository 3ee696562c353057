import type { Line, Office } from '../domain/office.ts';
import { minutesOf } from './forms.ts';
import { type Problem, problemInWords } from './problem.ts';
import { holidaysSchema, officeSchema } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

export const OFFICE_FILE = 'office.yaml';
export const HOLIDAYS_FILE = 'bank-holidays.yaml';

/** The office can't be read; nothing can be served without the number to ring. */
export class OfficeUnreadableError extends Error {
  override readonly name = 'OfficeUnreadableError';
  readonly code = 'OFFICE_UNREADABLE';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`The office’s files have mistakes:\n${problems.map(problemInWords).join('\n')}`);
    this.problems = problems;
  }
}

/** Reads the office and its bank holidays. Throws {@link OfficeUnreadableError} with all mistakes. */
export function loadOffice(root: string): Office {
  const problems: Problem[] = [];
  const office = readYaml(root, OFFICE_FILE, officeSchema, problems);
  const holidays = readYaml(root, HOLIDAYS_FILE, holidaysSchema, problems);
  if (!office || !holidays) throw new OfficeUnreadableError(problems);
  const { hours, questions, ...fields } = office.value;
  return {
    organisation: fields.organisation,
    command: fields.command,
    examples: fields.examples,
    zone: fields.zone,
    days: hours.days,
    opens: minutesOf(hours.opens) ?? 0,
    closes: minutesOf(hours.closes) ?? 0,
    pressOffice: lineOf(fields.press_office),
    outOfHours: lineOf(fields.out_of_hours),
    shutOnBankHolidays: fields.shut_on_bank_holidays,
    bankHolidays: holidays.value.holidays,
    holidaysCompleteUntil: holidays.value.complete_until,
    questions: {
      hours: questions.hours,
      telephone: questions.telephone,
      outOfHours: questions.out_of_hours,
    },
    publishedIn: fields.published_in,
  };
}

type LineFields = {
  name: string;
  number: string;
  purpose?: string | undefined;
  confirmed?: { by: string; on: string } | undefined;
};

function lineOf(line: LineFields): Line {
  return {
    name: line.name,
    number: line.number,
    ...(line.purpose ? { purpose: line.purpose } : {}),
    ...(line.confirmed ? { confirmed: line.confirmed } : {}),
  };
}
