/**
 * What a reference is made of: of everything that looks alike in handwriting or sounds alike on a bad
 * line, one at most. Left out are 0 O Q D, 1 I L J, 2 Z, 5 S F, 8 B, 6's G, U V, N beside M, A beside
 * H and K, and C E T beside P. Without vowels it makes no words either.
 */
const SAYABLE = '34679HKMPRWXY';
/** Signs on either side of the hyphen. 13^6 is near five million. */
const HALF = 3;

/** Random bytes that one reference is made of. */
export const REFERENCE_BYTES = 2 * HALF;

/**
 * A reference that can be said on the telephone, such as "K7M-4PX", out of {@link REFERENCE_BYTES}
 * random bytes; further ones are ignored. It is no secret and may be taken already.
 * Throws a RangeError where there are too few bytes.
 */
export function makeReference(random: Uint8Array): string {
  if (random.length < REFERENCE_BYTES) {
    throw new RangeError(
      `A reference is made of ${REFERENCE_BYTES} random bytes, not ${random.length}.`,
    );
  }
  const signs = [...random.subarray(0, REFERENCE_BYTES)].map((byte) =>
    SAYABLE.charAt(byte % SAYABLE.length),
  );
  return hyphenated(signs.join(''));
}

/**
 * The reference that somebody typed, as {@link makeReference} writes it: case, spaces, dashes and a
 * leading "#" don't matter. Undefined for anything that can't be a reference.
 */
export function parseReference(text: string): string | undefined {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*#/u, '')
    .replaceAll(/[\s\p{Dash}]/gu, '');
  if (signs.length !== REFERENCE_BYTES) return undefined;
  return [...signs].every((sign) => SAYABLE.includes(sign)) ? hyphenated(signs) : undefined;
}

function hyphenated(signs: string): string {
  return `${signs.slice(0, HALF)}-${signs.slice(HALF)}`;
}
