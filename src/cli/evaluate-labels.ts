import { readFileSync } from 'node:fs';
import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import { createLabeller, type LabelledText } from '../matching/labeller.ts';
import { UsageError } from './arguments.ts';

const GOOD = '{"text": "where is my parcel", "label": "delivery"}';
/** The label of an example that must not be answered. */
const OUT_OF_SCOPE = '__oos__';

/**
 * Labels questions by examples, anybody's: one JSON object a question, in order. Throws
 * {@link UsageError} where a file can't be read or a line is no example, naming file and line.
 */
export function labelQuestions(
  examplesFile: string,
  questionsFile: string,
  base: KnowledgeBase,
): object[] {
  const examples = readLines(examplesFile, true);
  const labeller = createLabeller({
    examples,
    background: [...base.everyday.background, ...base.everyday.greetings],
    vocabulary: base.vocabulary,
  });
  return readLines(questionsFile, false).map(({ text }) => {
    const { label, best, confidence } = labeller.label(text);
    return { label, best, confidence: Number(confidence.toFixed(4)) };
  });
}

/** Lines of text and label; questions may lack one. */
export function readLines(file: string, needsLabel: boolean): LabelledText[] {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} can’t be read; it must be a file of lines like ${GOOD}`);
  }
  return source.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = lineOf(line, needsLabel);
    if (typeof read === 'string')
      throw new UsageError(`${file}:${index + 1}: ${read}; a good one: ${GOOD}`);
    return [read];
  });
}

function lineOf(line: string, needsLabel: boolean): LabelledText | string {
  let fields: Record<string, unknown>;
  try {
    fields = Object(JSON.parse(line)) as Record<string, unknown>;
  } catch {
    return 'the line is no JSON';
  }
  const { text, label } = fields;
  if (typeof text !== 'string') return 'its field "text" is no text';
  if (label === undefined || label === null) {
    return needsLabel ? 'its field "label" is missing' : { text, label: null };
  }
  if (typeof label !== 'string') return 'its field "label" is no text';
  return { text, label: label === OUT_OF_SCOPE ? null : label };
}
