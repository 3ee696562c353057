import type { EpochMs } from '../domain/release.ts';
import { ok, type Result, refused } from '../domain/result.ts';

/** A question with what a right answer must contain. */
export interface GoldenQuestion {
  readonly text: string;
  /** Each must match in the answer's passages; none at all where nothing may be answered. */
  readonly expect: readonly RegExp[];
  /** How it is asked: slash, mention, dm, typo, paraphrase, multi, followup-like, out-of-scope. */
  readonly kind: string;
  /** What it asks for, in a word: for grouping misses. */
  readonly fact: string;
  readonly at?: EpochMs;
}

const GOOD =
  '{"text": "cost to uk", "expect": ["1\\\\.1 billion"], "kind": "slash", "fact": "cost"}';

/** Reads JSON Lines; every bad line is named with its number and a good one. */
export function readQuestions(source: string): Result<GoldenQuestion[], string[]> {
  const problems: string[] = [];
  const questions: GoldenQuestion[] = [];
  source.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const question = questionOf(line);
    if (typeof question === 'string')
      problems.push(`line ${index + 1}: ${question}; a good one: ${GOOD}`);
    else questions.push(question);
  });
  return problems.length > 0 ? refused(problems) : ok(questions);
}

function questionOf(line: string): GoldenQuestion | string {
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return 'it is no JSON';
  }
  const { text, expect = [], kind = 'question', fact = '', at } = fields ?? {};
  if (typeof text !== 'string') return 'its field "text" is no text';
  if (!Array.isArray(expect) || expect.some((each) => typeof each !== 'string')) {
    return 'its field "expect" is no list of patterns';
  }
  const patterns = patternsOf(expect as string[]);
  if (!patterns) return 'its field "expect" holds no valid pattern';
  const instant = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (at !== undefined && Number.isNaN(instant)) return 'its field "at" is no instant';
  return {
    text,
    expect: patterns,
    kind: String(kind),
    fact: String(fact),
    ...(Number.isNaN(instant) ? {} : { at: instant }),
  };
}

function patternsOf(sources: readonly string[]): RegExp[] | undefined {
  try {
    return sources.map((source) => new RegExp(source, 'i'));
  } catch {
    return undefined;
  }
}
