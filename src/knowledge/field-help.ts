import { z } from 'zod';

/**
 * A value that would be right, by the field's own name, or by the name with the one around it
 * where a name alone means several things. Shown beside whatever is wrong there.
 */
const EXAMPLES: Readonly<Record<string, string>> = {
  id: 'cost-to-uk',
  title: '"What such crime costs the UK"',
  report_title: '"Cyber: Keep the light on"',
  publisher: 'HMICFRS',
  sha256: 'what "sha256sum release.txt" prints',
  addresses: 'release: { url: https://www.example.org/news/a-release/, checked_on: 2026-11-24 }',
  'addresses.release': '{ url: https://www.example.org/news/a-release/, checked_on: 2026-11-24 }',
  'addresses.report': '{ url: https://www.example.org/a-report/, checked_on: 2026-11-24 }',
  url: 'https://www.example.org/news/a-release/',
  checked_on: '2026-11-24',
  date: '{ value: 2019-10-24, confirmed: false }',
  'holidays.date': '2026-12-25',
  value: '2019-10-24',
  confirmed: '{ by: "Jo Example", on: 2026-11-24 }',
  'date.confirmed': 'false',
  by: '"Jo Example"',
  on: '2026-11-24',
  embargo: '"2026-03-12T00:01:00[Europe/London]"',
  speakers:
    '- { id: matt-parr, name: "Matt Parr", title: "Her Majesty’s Inspector of Constabulary" }',
  'speakers.id': 'matt-parr',
  'speakers.name': '"Matt Parr"',
  'speakers.title': '"Her Majesty’s Inspector of Constabulary"',
  sic: '- { text: "2016-2012", why: "An impossible run of years, published so." }',
  text: '"2016-2012"',
  why: '"An impossible run of years, published so."',
  boilerplate: '- "Get the report"',
  speaker: 'matt-parr',
  kind: 'finding',
  gives: '[amount]',
  passages: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  questions: '- "how much does it cost the country"',
  keywords: '["annual cost", "price tag"]',
  owner: 'press-office',
  review_by: '2027-03-31',
  status: 'live',
  withdrawn_because: '"The figure was corrected on 3 March."',
  use: 'proactive',
  replaces: 'cyber/cost-to-uk',
  when_shut: 'out-of-hours-line',
  press_note: '"The figure is the report’s own; ask before putting it in a headline."',
  link: 'report',
  say: '"The release does not say which ten forces were visited."',
  ask: 'press-office',
  organisation: 'HMICFRS',
  hours: '{ days: [Monday, Tuesday], opens: "8:30am", closes: "5:00pm" }',
  days: '[Monday, Tuesday, Wednesday, Thursday, Friday]',
  opens: '"8:30am"',
  closes: '"5:00pm"',
  zone: 'Europe/London',
  command: '/hmicfrs',
  examples: '["cyber recommendations", "who is quoted?"]',
  published_in: '"the release"',
  press_office: '{ name: "press office", number: "020 3513 0600" }',
  out_of_hours: '{ name: "out-of-hours press office line", number: "07836 217729" }',
  name: '"press office"',
  number: '"020 3513 0600"',
  purpose: '"urgent media enquiries"',
  shut_on_bank_holidays: 'true',
  'questions.hours': '- "when is the press office open"',
  'questions.telephone': '- "press office number"',
  'questions.out_of_hours': '- "who do I call at night"',
  complete_until: '2028-12-31',
  holidays: '- { date: 2026-12-25, name: "Christmas Day" }',
  'holidays.name': '"Christmas Day"',
  groups: '- ["fire service", "fire and rescue"]',
  greetings: '- "good morning"',
  background: '- "what is for lunch"',
};

/** The example for the innermost named field of a path. */
export function exampleFor(path: readonly (string | number)[]): string {
  const names = path.filter((key): key is string => typeof key === 'string');
  for (let last = names.length - 1; last >= 0; last -= 1) {
    const name = names[last] ?? '';
    const example = EXAMPLES[`${names[last - 1]}.${name}`] ?? EXAMPLES[name];
    if (example !== undefined) return example;
  }
  return 'title: "In double quotes"';
}

/** The names of all fields that a schema knows at a path; none where it has no fields there. */
export function fieldsAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  const inner = bare(schema);
  const [key, ...rest] = path;
  if (inner instanceof z.ZodArray) {
    return key === undefined ? [] : fieldsAt(inner.element as z.ZodType, rest);
  }
  if (!(inner instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(inner.shape);
  const field: unknown = inner.shape[key];
  return field instanceof z.ZodType ? fieldsAt(field, rest) : [];
}

function bare(schema: z.ZodType): z.ZodType {
  const outer = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return outer ? bare(schema.unwrap() as z.ZodType) : schema;
}
