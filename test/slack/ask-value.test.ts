import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askValue, parseAskValue } from '../../src/slack/ask-value.ts';
import { askButton } from '../../src/slack/blocks/ask-button.ts';

const TRIED = { outcome: 'unknown', titles: ['Widgets'], confidence: 0.12 } as const;
const EMPTY = { question: '', tried: { outcome: 'not-asked', titles: [] } };

describe('what “Ask a press officer” carries', () => {
  it('comes back as it went out', () => {
    const value = {
      question: 'Who & <what>?',
      tried: TRIED,
      askedIn: { channel: 'C1', thread: '1.1' },
    };
    expect(parseAskValue(askValue(value))).toEqual(value);
  });

  it('fits whatever the question is, and holds its beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), (question) => {
        const value = askButton({ question, tried: TRIED }).value ?? '';
        expect(value.length).toBeLessThanOrEqual(2000);
        expect(value).not.toMatch(/[<>&]/);
        const back = parseAskValue(value).question;
        expect(question.trim().startsWith(back.replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  it('cuts a long question with “…”, and keeps all else', () => {
    const back = parseAskValue(askValue({ question: 'a'.repeat(9000), tried: TRIED }));
    expect(back.question).toMatch(/^a{1700,}…$/);
    expect(back.tried).toEqual(TRIED);
  });

  it.each([
    undefined,
    '',
    'garbage',
    '[]',
    'null',
    '{"v":2,"q":"x"}',
    '{"v":1,"o":"odd","q":7,"i":[1,2]}',
  ])('is an empty form where it is %j', (value) => {
    expect(parseAskValue(value)).toEqual(EMPTY);
  });
});
