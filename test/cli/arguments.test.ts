import { describe, expect, it } from 'vitest';
import { instantOf, readArguments, UsageError } from '../../src/cli/arguments.ts';

const OPTIONS = { at: { type: 'string' }, json: { type: 'boolean' } } as const;

describe('a command line', () => {
  it('may have its words apart or together, with options anywhere among them', () => {
    expect(readArguments(['who', '--json', 'is it', '--at', 'x'], OPTIONS, 'USE')).toEqual({
      values: expect.objectContaining({ json: true, at: 'x' }),
      words: 'who is it',
    });
    expect(readArguments(['--', '--json'], OPTIONS, 'USE').words).toBe('--json');
    expect(readArguments([], OPTIONS, 'USE').words).toBe('');
  });

  it.each([
    ['an unknown option', ['--jsn']],
    ['an option without its value', ['--at']],
    ['a value that an option doesn’t take', ['--json=yes']],
  ])('with %s is refused, and a good one shown', (_, argv) => {
    expect(() => readArguments(argv, OPTIONS, 'USE IT LIKE THIS')).toThrow(UsageError);
    expect(() => readArguments(argv, OPTIONS, 'USE IT LIKE THIS')).toThrow('USE IT LIKE THIS');
  });
});

describe('an instant', () => {
  it.each([
    ['2026-12-25T10:00Z', Date.UTC(2026, 11, 25, 10)],
    ['2026-07-01T10:00+01:00', Date.UTC(2026, 6, 1, 9)],
    [' 2026-12-25T10:00:00.5Z ', Date.UTC(2026, 11, 25, 10, 0, 0, 500)],
    ['2026-07-01T10:00+01:00[Europe/London]', Date.UTC(2026, 6, 1, 9)],
  ])('is read: %s', (text, instant) => {
    expect(instantOf(text, '--at')).toBe(instant);
  });

  it.each([
    'yesterday',
    '',
    '2026-12-25',
    '2026-12-25T10:00',
    '2026-02-30T10:00Z',
    '2026-12-25T25:00Z',
    'x'.repeat(100_000),
  ])('is refused where it is none, or has no zone: %.30s', (text) => {
    expect(() => instantOf(text, '--at')).toThrow(UsageError);
    expect(() => instantOf(text, '--at')).toThrow(
      /^--at: “.{0,60}” is no instant with its zone; a/,
    );
  });
});
