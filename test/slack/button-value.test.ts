import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonValue, parseButtonValue } from '../../src/slack/button-value.ts';

describe('a button’s value', { timeout: 60_000 }, () => {
  it('comes back as it went out', () => {
    const question = fc.string({ unit: 'binary', maxLength: 150 });
    fc.assert(
      fc.property(question, fc.boolean(), (asked, keep) => {
        const value = { entryKey: 'made-up/widgets', question: asked, ...(keep ? { keep } : {}) };
        expect(parseButtonValue(buttonValue(value as never))).toEqual(value);
      }),
    );
  });

  it('has nothing in it that Slack could bring to life, and fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (question) => {
        const value = buttonValue({ entryKey: 'made-up/widgets', question });
        expect(value).not.toMatch(/[<>&]/);
        expect(value.length).toBeLessThanOrEqual(2000);
        expect(parseButtonValue(value)?.entryKey).toBe('made-up/widgets');
      }),
    );
  });

  it.each`
    garbage                               | why
    ${undefined}                          | ${'no value at all'}
    ${''}                                 | ${'empty'}
    ${'cyber/cost'}                       | ${'no JSON'}
    ${'{"v":1'}                           | ${'half of it'}
    ${'null'}                             | ${'null'}
    ${'[1]'}                              | ${'a list'}
    ${'{"v":2,"e":"a/b"}'}                | ${'another version'}
    ${'{"v":1}'}                          | ${'no entry'}
    ${'{"v":1,"e":7}'}                    | ${'an entry that is no text'}
    ${'{"v":1,"e":""}'}                   | ${'an empty entry'}
    ${`{"v":1,"e":"${'a'.repeat(300)}"}`} | ${'a key that is none of ours'}
    ${'x'.repeat(3000)}                   | ${'longer than Slack keeps'}
  `('is none where it is garbage: $why', ({ garbage }) => {
    expect(parseButtonValue(garbage)).toBeUndefined();
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (value) => {
        expect(() => parseButtonValue(value)).not.toThrow();
      }),
    );
  });
});
