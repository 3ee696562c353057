import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { StoreDownError } from '../application/desk/desk-store.ts';
import type { EpochMs } from '../domain/release.ts';

/** A command line that can't be understood; the message says what is wrong and shows a good one. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}

/** Options of a command line by name. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What stood on a command line: its options, and all else as one text. */
export interface Arguments {
  readonly values: Values;
  readonly words: string;
}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** Reads a command line; throws {@link UsageError} with `usage` for anything not in `options`. */
export function readArguments(argv: readonly string[], options: Options, usage: string): Arguments {
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

/**
 * Runs a command with what stands on its command line; `--help`, which every command has, shows `usage`
 * instead. A mistake of the caller's ends with a sentence and code 2, one of ours with 1.
 */
export async function runCommand(
  usage: string,
  options: Options,
  command: (given: Arguments) => Promise<number>,
): Promise<void> {
  process.stdout.once('error', endWhereNobodyReads);
  try {
    const help = { help: { type: 'boolean' } } as const;
    const given = readArguments(process.argv.slice(2), { ...options, ...help }, usage);
    if (given.values.help) console.log(usage);
    else process.exitCode = await command(given);
  } catch (error) {
    const expected =
      error instanceof Error && 'code' in error && EXPECTED.includes(String(error.code));
    const down = error instanceof StoreDownError;
    console.error(expected || down ? (error as Error).message : error);
    process.exitCode = expected ? 2 : 1;
  }
}

/** The same for a command of options alone: a word besides is refused, since it may be a forgotten option's. */
export async function runOptionsCommand(
  usage: string,
  options: Options,
  command: (values: Values) => Promise<number>,
): Promise<void> {
  await runCommand(usage, options, async ({ values, words }) => {
    if (words !== '') throw new UsageError(`“${words.slice(0, 60)}” has no option.\n${usage}`);
    return command(values);
  });
}
