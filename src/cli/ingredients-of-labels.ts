import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import { GROUP_WEIGHTS, type Group } from '../matching/features.ts';
import {
  createLabeller,
  type LabelledText,
  type LabellerInput,
  matthews,
} from '../matching/labeller.ts';
import { readLines } from './evaluate-labels.ts';

/**
 * What each ingredient is worth on labelled lines: a table, each left out in turn and the bar learned
 * anew. Throws `UsageError` for a file that can't be read.
 */
export function* labelRows(
  files: { readonly examples: string; readonly questions: string },
  base: KnowledgeBase,
): Generator<string> {
  const input: LabellerInput = {
    examples: readLines(files.examples, true),
    background: [...base.everyday.background, ...base.everyday.greetings],
    vocabulary: base.vocabulary,
  };
  const questions = readLines(files.questions, false);
  yield '| variant | first | Matthews correlation | out of scope refused |\n|---|---|---|---|';
  for (const [name, change] of variants()) yield rowOf(name, { ...input, ...change }, questions);
}

function variants(): readonly (readonly [string, Partial<LabellerInput>])[] {
  const group = (name: Group): readonly [string, Partial<LabellerInput>] => [
    `without ${name} features`,
    { options: { weights: { ...GROUP_WEIGHTS, [name]: 0 } } },
  ];
  return [
    ['everything', {}],
    group('word'),
    group('pair'),
    group('letters'),
    group('concept'),
    ['without the nearest wording', { options: { nearest: 0 } }],
    ['without spelling', { options: { spelling: false } }],
    ['without everyday background', { background: [] }],
    ['without rivals', { without: ['rivals'] }],
    ['without unknown words', { without: ['unknown'] }],
    ['without the length', { without: ['length'] }],
    ['one score and a bar', { without: ['rivals', 'unknown', 'length'] }],
  ];
}

function rowOf(name: string, input: LabellerInput, questions: readonly LabelledText[]): string {
  const labeller = createLabeller(input);
  const told = questions.map(({ text, label }) => ({ wanted: label, ...labeller.label(text) }));
  const inScope = told.filter(({ wanted }) => wanted !== null);
  const out = told.filter(({ wanted }) => wanted === null);
  const first = inScope.filter(({ wanted, best }) => wanted === best).length / inScope.length;
  const refused = out.filter(({ label }) => label === null).length / out.length;
  const correlation = matthews(told.map(({ wanted, label }) => [wanted, label]));
  return `| ${name} | ${first.toFixed(3)} | ${correlation.toFixed(3)} | ${refused.toFixed(2)} |`;
}
