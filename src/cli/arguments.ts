import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { StoreDownError } from '../application/desk/desk-store.ts';
import type { EpochMs } from '../domain/release.ts';

/** A command line that can't be understood; the message says what is wrong and shows a good one. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** Reads a command line; throws {@link UsageError} with `usage` for anything not in `options`. */
export function readArguments(
  argv: readonly string[],
  options: Options,
  usage: string,
): { values: Readonly<Record<string, string | boolean | undefined>>; words: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return {
      values: values as Record<string, string | boolean | undefined>,
      words: positionals.join(' '),
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** The options of a command that takes no other words; throws {@link UsageError} where there are some. */
export function readOptions(
  argv: readonly string[],
  options: Options,
  usage: string,
): Readonly<Record<string, string | boolean | undefined>> {
  const { values, words } = readArguments(argv, options, usage);
  if (words !== '') throw new UsageError(`“${words.slice(0, 60)}” has no option.\n${usage}`);
  return values;
}

/** An ISO instant with its zone or offset, as epoch milliseconds; throws {@link UsageError}. */
export function instantOf(text: string, name: string): EpochMs {
  try {
    return Temporal.Instant.from(text.trim()).epochMilliseconds;
  } catch {
    throw new UsageError(
      `${name}: “${text.slice(0, 60)}” is no instant with its zone; a good one: 2026-12-25T10:00Z`,
    );
  }
}

/** Lines of standard input, without their line ends; empty ones are left out. */
export async function* linesOfInput(): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  for await (const line of createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() !== '') yield line;
  }
}

/** `| head` has read enough: that is no mistake of anybody's. */
function endWhereNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}

/** Codes of errors whose message is written for who runs the command. */
const EXPECTED = ['USAGE', 'OFFICE_UNREADABLE', 'STORE_UNUSABLE', 'COPY_UNUSABLE'];

/** Runs a command: a mistake of the caller's ends with a sentence and code 2, one of ours with 1. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  process.stdout.once('error', endWhereNobodyReads);
  try {
    process.exitCode = await command();
  } catch (error) {
    const expected =
      error instanceof Error && 'code' in error && EXPECTED.includes(String(error.code));
    const down = error instanceof StoreDownError;
    console.error(expected || down ? (error as Error).message : error);
    process.exitCode = expected ? 2 : 1;
  }
}
