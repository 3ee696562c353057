import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReference, parseReference, REFERENCE_BYTES } from '../../src/domain/reference.ts';

const bytes = fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES });

function signsInUse(): string[] {
  const all = Array.from({ length: 256 }, (_, byte) =>
    makeReference(new Uint8Array(REFERENCE_BYTES).fill(byte)),
  );
  return [...new Set(all.join('').replaceAll('-', ''))];
}

describe('a reference', () => {
  it('has three signs, a hyphen and three signs', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(makeReference(random)).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
      }),
    );
  });

  it.each(['0OQD', '1ILJ', '2Z', '5S', '8B', '6G', 'UV', 'MN', 'FSX', 'AHJ8'])(
    'never has two of %s, which are taken for each other',
    (confused) => {
      const used = signsInUse().filter((sign) => confused.includes(sign));
      expect(used.length).toBeLessThanOrEqual(1);
    },
  );

  it('has no vowel, so that it is no word', () => {
    expect(signsInUse().filter((sign) => /[AEIOU]/.test(sign))).toEqual([]);
    expect(signsInUse().length).toBeGreaterThanOrEqual(12);
  });

  it('is made of the bytes alone, and of each of them', () => {
    const zero = makeReference(new Uint8Array(REFERENCE_BYTES));
    expect(makeReference(new Uint8Array(REFERENCE_BYTES + 4))).toBe(zero);
    for (let index = 0; index < REFERENCE_BYTES; index += 1) {
      const other = new Uint8Array(REFERENCE_BYTES);
      other[index] = 1;
      expect(makeReference(other)).not.toBe(zero);
    }
  });

  it('can’t be made of too few bytes', () => {
    expect(() => makeReference(new Uint8Array(3))).toThrow(
      'A reference is made of 6 random bytes, not 3.',
    );
  });

  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = makeReference(random);
        const bare = reference.replace('-', '');
        const typed = [
          reference,
          bare,
          reference.toLowerCase(),
          ` ${reference} `,
          `#${reference}`,
          reference.replace('-', ' \u2013 '),
          [...bare].join(' '),
        ];
        expect(typed.map(parseReference)).toEqual(typed.map(() => reference));
      }),
    );
  });

  it.each(['', 'K7M', 'K7M-4P', 'K7M-4PXX', 'K0M-4PX', 'K7M/4PX', 'cyber', 'hello!'])(
    'is not read in %j',
    (text) => {
      expect(parseReference(text)).toBeUndefined();
    },
  );
});
