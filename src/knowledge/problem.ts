/** One thing that is wrong in the folder `knowledge/`, said so that its editor can mend it. */
export interface Problem {
  /** Path from the knowledge folder: `releases/…/entries/findings.yaml`. */
  readonly file: string;
  /** 1 for the first line; absent where the whole file or folder is meant. */
  readonly line?: number;
  /** `passages[1]`, `embargo`, `sha256`. */
  readonly field: string;
  readonly wrong: string;
  /** A value that would be right there. */
  readonly example?: string;
}

/** "file:line: field: what is wrong; a good one: …". */
export function problemInWords(problem: Problem): string {
  const where = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const example = problem.example === undefined ? '' : `; a good one: ${problem.example}`;
  return `${where}: ${problem.field}: ${problem.wrong}${example}`;
}
