import { describe, expect, it } from 'vitest';
import type { ActRefusal } from '../../src/domain/refusals.ts';
import {
  actProblemInWords,
  channelProblemInWords,
  formProblemsInWords,
} from '../../src/wording/desk-refusals.ts';
import {
  DESK_HINTS,
  DESK_LABELS,
  deadlineReadAs,
  notRecordedMessage,
  privacyLine,
  spokesperson,
  switchedOffMessage,
} from '../../src/wording/desk-words.ts';
import { messageText, wordsText } from '../../src/wording/plain-text.ts';
import { anOffice } from '../support/builders.ts';

const OFFICE = anOffice();
const SATURDAY = Date.parse('2026-11-28T11:00:00Z');

describe('labels', () => {
  it('fit where Slack shows them', () => {
    for (const [name, label] of Object.entries(DESK_LABELS)) {
      const most = /Title$|Submit$|^cancel$/.test(name) ? 24 : 75;
      expect(label.length, name).toBeLessThanOrEqual(most);
    }
    for (const hint of Object.values(DESK_HINTS)) expect(hint.length).toBeLessThanOrEqual(150);
  });

  it('are the words that an officer and a reporter are promised', () => {
    expect(Object.values(DESK_LABELS)).toEqual(
      expect.arrayContaining([
        ...['Ask a press officer', 'Outlet', 'Deadline', 'Question', 'Telephone'],
        ...['Take it', 'Give it back', 'Answer', 'Correct', 'Urgent', 'Not urgent', 'Not for us'],
        ...['Close', 'Reopen'],
      ]),
    );
  });
});

it('a deadline is read back in full', () => {
  expect(deadlineReadAs(OFFICE, Date.parse('2026-11-27T18:00:00Z'))).toBe(
    'Deadline read as Friday 27 November 2026, 6:00pm.',
  );
});

it.each([
  [365, '365 days'],
  [1, '1 day.'],
  [undefined, 'until you ask for its removal'],
])('what is kept for %s days says so, and whom to ask', (days, words) => {
  expect(privacyLine(OFFICE, days)).toContain(words);
  expect(privacyLine(OFFICE, days)).toContain('020 0000 0001');
});

it.each([
  ['HMICFRS', 'an HMICFRS spokesperson'],
  ['Ofsted', 'an Ofsted spokesperson'],
  ['Home Office', 'a Home Office spokesperson'],
  ['BBC', 'a BBC spokesperson'],
])('a spokesperson of %s is %s', (organisation, words) => {
  expect(spokesperson({ organisation })).toBe(words);
});

describe('a form’s mistakes', () => {
  it('each name their field and give an example that works', () => {
    const all = [
      ...(['empty', 'unreadable', 'past', 'too-far'] as const).map((deadline) => ({ deadline })),
      ...(['empty', 'too-long'] as const).flatMap((kind) => [{ outlet: kind }, { question: kind }]),
      { telephone: 'no-number' } as const,
    ];
    for (const problems of all) {
      const [[field, sentence] = ['', '']] = Object.entries(formProblemsInWords(problems));
      expect(field).toBe(Object.keys(problems)[0]);
      expect(sentence.toLowerCase()).toMatch(new RegExp(`^${field}: .*\\.`));
      if (sentence.includes('3,000')) continue;
      expect(sentence).toMatch(/like “/);
    }
  });

  it('are told together, and only those that are there', () => {
    const told = formProblemsInWords({ outlet: 'empty', deadline: 'past' });
    expect(Object.keys(told)).toEqual(['outlet', 'deadline']);
    expect(formProblemsInWords({})).toEqual({});
  });
});

describe('a refused act', () => {
  const kinds: Readonly<Record<ActRefusal['kind'], ActRefusal>> = {
    'taken-by-other': { kind: 'taken-by-other', owner: 'U0OFFICER' },
    'yours-already': { kind: 'yours-already' },
    'not-yours': { kind: 'not-yours' },
    finished: { kind: 'finished', status: 'closed' },
    'not-finished': { kind: 'not-finished' },
    'nothing-to-change': { kind: 'nothing-to-change' },
    'not-possible': { kind: 'not-possible' },
    'no-officer': { kind: 'no-officer' },
    'no-such-enquiry': { kind: 'no-such-enquiry' },
    'not-now': { kind: 'not-now' },
    empty: { kind: 'empty', field: 'reason' },
  };

  it('has a sentence of its own for each reason', () => {
    const sentences = Object.values(kinds).map((kind) => wordsText(actProblemInWords(kind)));
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[@A-Z].*[.”]$/);
  });

  it('names who has the enquiry, so that a surface can mention them', () => {
    expect(actProblemInWords(kinds['taken-by-other'])).toContainEqual({ person: 'U0OFFICER' });
  });
});

it.each(['missing', 'archived', 'not-a-member', 'public'] as const)(
  'a desk’s channel that is %s is said with its setting, its id and what to do',
  (kind) => {
    expect(channelProblemInWords({ kind, id: 'C1' })).toMatch(
      /^PRESS_DESK_CHANNEL C1 .*[:;] .*\.$/,
    );
  },
);

it('nobody is left without the number where answers are off or nothing was recorded', () => {
  const off = messageText(switchedOffMessage(OFFICE, SATURDAY));
  expect(off).toMatch(/^Answers are switched off at the moment\./);
  expect(off).toContain('To ring now: 07000 000002');
  const lost = messageText(notRecordedMessage(OFFICE, SATURDAY));
  expect(lost).toContain('was not recorded');
  expect(lost).toContain('To ring now: 07000 000002');
});
