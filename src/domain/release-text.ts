/**
 * The parts of a press release, read from its plain text: headline, paragraphs, lists, quotations
 * and numbered notes. Nothing is rewritten; every part is a range of the stored text.
 */
export interface Unit {
  readonly kind: 'headline' | 'paragraph' | 'item' | 'quote' | 'note';
  /** "paragraph 2", "first list, item 3", "quote, paragraph 4", "note 5". */
  readonly place: string;
  /** The words alone: without bullet, note number or quotation marks. End exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const ITEM = /^[ \t]*[•*‣–-][ \t]+/;
const NOTE = /^[ \t]*(\d{1,2})[.)][ \t]+/;
const QUOTE_OPEN = /^[ \t]*“/;

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Reads the units of a release in the order of its text. Pure; never throws. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  const counts = { list: 0, item: 0, paragraph: 0, quote: 0, quoteParagraph: 0 };
  let previous: Unit['kind'] | undefined;
  const quotes = countQuotes(text);
  for (const line of linesOf(text)) {
    const kind = kindOf(line.text, previous === undefined);
    const unit = placed(line, kind, previous, counts, quotes);
    units.push(unit);
    previous = kind;
  }
  return units;
}

/** Splits every unit into its sentences, in the order of the text. */
export function sentencesOf(text: string): Sentence[] {
  const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  return unitsOf(text).flatMap((unit) =>
    [...segmenter.segment(text.slice(unit.start, unit.end))].map(({ segment, index }) => ({
      start: unit.start + index,
      end: unit.start + index + segment.trimEnd().length,
      unit,
    })),
  );
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
}

function kindOf(line: string, isFirst: boolean): Unit['kind'] {
  if (isFirst) return 'headline';
  if (ITEM.test(line)) return 'item';
  if (NOTE.test(line)) return 'note';
  return QUOTE_OPEN.test(line) ? 'quote' : 'paragraph';
}

function countQuotes(text: string): number {
  let quotes = 0;
  let inQuote = false;
  for (const line of linesOf(text)) {
    const isQuote = QUOTE_OPEN.test(line.text);
    if (isQuote && !inQuote) quotes += 1;
    inQuote = isQuote;
  }
  return quotes;
}

interface Counts {
  list: number;
  item: number;
  paragraph: number;
  quote: number;
  quoteParagraph: number;
}

function placed(
  line: Line,
  kind: Unit['kind'],
  previous: Unit['kind'] | undefined,
  counts: Counts,
  quotes: number,
): Unit {
  const { start, end } = wordsOf(line, kind);
  const place = placeOf(line, kind, previous, counts, quotes);
  return { kind, place, start, end };
}

function placeOf(
  line: Line,
  kind: Unit['kind'],
  previous: Unit['kind'] | undefined,
  counts: Counts,
  quotes: number,
): string {
  switch (kind) {
    case 'headline':
      return 'headline';
    case 'note':
      return `note ${NOTE.exec(line.text)?.[1] ?? ''}`;
    case 'item':
      if (previous !== 'item') {
        counts.list += 1;
        counts.item = 0;
      }
      counts.item += 1;
      return `${ordinal(counts.list)} list, item ${counts.item}`;
    case 'quote':
      if (previous !== 'quote') {
        counts.quote += 1;
        counts.quoteParagraph = 0;
      }
      counts.quoteParagraph += 1;
      return `${quotes > 1 ? `${ordinal(counts.quote)} quote` : 'quote'}, paragraph ${counts.quoteParagraph}`;
    case 'paragraph':
      counts.paragraph += 1;
      return `paragraph ${counts.paragraph}`;
  }
}

function ordinal(count: number): string {
  return ORDINALS[count - 1] ?? `${count}th`;
}

function wordsOf(line: Line, kind: Unit['kind']): { start: number; end: number } {
  const lead = leadOf(line.text, kind);
  const body = line.text.slice(lead);
  const trimmed = kind === 'quote' ? body.trimEnd().replace(/”$/, '') : body.trimEnd();
  return { start: line.start + lead, end: line.start + lead + trimmed.length };
}

function leadOf(line: string, kind: Unit['kind']): number {
  if (kind === 'item') return ITEM.exec(line)?.[0].length ?? 0;
  if (kind === 'note') return NOTE.exec(line)?.[0].length ?? 0;
  if (kind === 'quote') return QUOTE_OPEN.exec(line)?.[0].length ?? 0;
  return line.length - line.trimStart().length;
}
