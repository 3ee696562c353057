import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { exampleFor, fieldsAt } from '../../src/knowledge/field-help.ts';
import { embargoInstant, minutesOf } from '../../src/knowledge/forms.ts';
import {
  entrySchema,
  everydaySchema,
  holidaysSchema,
  officeSchema,
  releaseSchema,
  topicSchema,
  vocabularySchema,
} from '../../src/knowledge/schemas.ts';

describe('exampleFor', () => {
  const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
    releaseSchema,
    entrySchema,
    topicSchema,
    officeSchema,
    holidaysSchema,
    vocabularySchema,
    everydaySchema,
  };

  type Path = readonly (string | number)[];

  /** Of every field there is, those of a list's items at the number 0. */
  function paths(schema: z.ZodType, at: Path = []): Path[] {
    return fieldsAt(schema, at).flatMap((name) => {
      const path = [...at, name];
      return [path, ...paths(schema, path), ...paths(schema, [...path, 0])];
    });
  }

  it('is asked for the fields inside lists and inside fields', () => {
    expect(paths(releaseSchema)).toContainEqual(['sic', 0, 'text']);
    expect(paths(officeSchema)).toContainEqual(['press_office', 'confirmed', 'by']);
    expect(paths(entrySchema)).toHaveLength(17);
  });

  it.each(Object.entries(SCHEMAS))('has one of its own for each field of %s', (_, schema) => {
    const all = paths(schema);
    expect(all.length).toBeGreaterThan(0);
    const general = exampleFor([]);
    expect(all.filter((path) => exampleFor(path) === general)).toEqual([]);
    for (const path of all) {
      // The field's own, not that of the field around it.
      const around = path.length > 1 ? exampleFor(path.slice(0, -1)) : general;
      expect([path, exampleFor(path)]).not.toEqual([path, around]);
    }
  });

  it.each([
    [['sic', 0, 'text'], '"2016-2012"'],
    [['holidays', 3, 'date'], '2026-12-25'],
    [['date', 'value'], '2019-10-24'],
    [['date'], '{ value: 2019-10-24, confirmed: false }'],
    [['hours', 'opens'], '"8:30am"'],
    [[], 'title: "In double quotes"'],
  ])('of %j is %s', (path, example) => {
    expect(exampleFor(path)).toBe(example);
  });
});

describe('minutesOf', () => {
  it.each([
    ['8:30am', 510],
    ['8.30am', 510],
    ['08:30', 510],
    [' 5:00 PM ', 1020],
    ['17:00', 1020],
    ['12:00am', 0],
    ['12:00pm', 720],
    ['12:59am', 59],
    ['0:00', 0],
    ['23:59', 1439],
  ])('%j is %i', (time, minutes) => {
    expect(minutesOf(time)).toBe(minutes);
  });

  it.each([
    '',
    '5pm',
    '24:00',
    '13:00pm',
    '0:30am',
    '8:60am',
    '8:3am',
    'noon',
    '8:30am-5:00pm',
    '-8:30',
  ])('%j is no time', (time) => {
    expect(minutesOf(time)).toBeUndefined();
  });
});

describe('embargoInstant', () => {
  it.each([
    ['2026-03-12T00:01:00[Europe/London]', '2026-03-12T00:01:00Z'],
    ['2026-07-12T00:01:00[Europe/London]', '2026-07-11T23:01:00Z'],
    ['2026-07-12T00:01:00+01:00[Europe/London]', '2026-07-11T23:01:00Z'],
    ['2026-10-25T01:30:00+00:00[Europe/London]', '2026-10-25T01:30:00Z'],
    ['2026-07-12T00:01:00+01:00', '2026-07-11T23:01:00Z'],
    ['2026-03-12T00:01:00Z', '2026-03-12T00:01:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(embargoInstant(text)).toBe(Date.parse(instant));
  });

  it.each([
    '2026-03-12T00:01:00',
    '2026-03-12',
    '',
    '12 March 2026, 00:01',
    '2026-03-12T00:01:00[London]',
    '2026-02-30T00:01:00Z',
    '2026-03-29T01:30:00[Europe/London]',
    '2026-10-25T01:30:00[Europe/London]',
    '2026-07-12T00:01:00+00:00[Europe/London]',
  ])('%j is none', (text) => {
    expect(embargoInstant(text)).toBeUndefined();
  });
});
