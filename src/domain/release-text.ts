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
const ITEM = /^\s*[•*‣–-]\s+/;
const NOTE = /^\s*(\d{1,2})[.)]\s+/;
const QUOTE_OPEN = /^\s*“\s*/;
const QUOTE_END = /\s*”\s*$/;

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Reads the units of a release in the order of its text. Pure; never throws. */
export function unitsOf(text: string): Unit[] {
  const counts: Counts = { list: 0, item: 0, paragraph: 0, quote: 0, quoteParagraph: 0 };
  let previous: Before = { kind: undefined, text: '' };
  const units = linesOf(text).map((line) => {
    const kind = kindOf(line.text, previous.kind === undefined);
    count(kind, previous, counts);
    previous = { kind, text: line.text };
    return {
      kind,
      ...wordsOf(line, kind),
      quote: counts.quote,
      place: placeOf(line, kind, counts),
    };
  });
  return units.map(({ kind, start, end, quote, place }) => ({
    kind,
    place: kind === 'quote' && counts.quote > 1 ? `${ordinal(quote)} ${place}` : place,
    start,
    end,
  }));
}

/** Splits every unit into its sentences, in the order of the text. */
export function sentencesOf(text: string): Sentence[] {
  const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  return unitsOf(text).flatMap((unit) => {
    const words = text.slice(unit.start, unit.end);
    const pieces = [...segmenter.segment(words)].map(({ segment }) => segment);
    let start = unit.start;
    return joined(pieces).map((piece) => {
      const sentence = { start, end: start + piece.trimEnd().length, unit };
      start += piece.length;
      return sentence;
    });
  });
}

/** The segmenter takes the point of "Mr." or "No." for a sentence's end. */
const ABBREVIATION =
  /(?:^|[\s(“])(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|No|Nos|vs|etc|e\.g|i\.e|Jr|Lt|Col|Supt|Insp|Cllr|[A-Z](?:\.[A-Z])*)\.\s+$/;

function joined(pieces: readonly string[]): string[] {
  const whole: string[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) whole[whole.length - 1] = last + piece;
    else whole.push(piece);
  }
  return whole;
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
  return isSpeech(line) ? 'quote' : 'paragraph';
}

/**
 * Speech is a line that opens with a mark which nothing but the line's end closes. In
 * "“Fraud” is a crime" and "“We agree,” said Jo." the marks are part of the paragraph's own words.
 */
function isSpeech(line: string): boolean {
  if (!QUOTE_OPEN.test(line)) return false;
  const trimmed = line.trimEnd();
  let depth = 0;
  for (let at = 0; at < trimmed.length - 1; at += 1) {
    if (trimmed[at] === '“') depth += 1;
    if (trimmed[at] === '”') depth -= 1;
    if (depth === 0 && trimmed[at] === '”') return false;
  }
  return true;
}

interface Counts {
  list: number;
  item: number;
  paragraph: number;
  quote: number;
  quoteParagraph: number;
}

interface Before {
  readonly kind: Unit['kind'] | undefined;
  readonly text: string;
}

function count(kind: Unit['kind'], previous: Before, counts: Counts): void {
  if (kind === 'paragraph') counts.paragraph += 1;
  if (kind === 'item') {
    const goesOn = previous.kind === 'item';
    counts.list += goesOn ? 0 : 1;
    counts.item = goesOn ? counts.item + 1 : 1;
  }
  if (kind === 'quote') {
    // A paragraph that has closed its mark ends the quotation: the next one is another's.
    const goesOn = previous.kind === 'quote' && !QUOTE_END.test(previous.text);
    counts.quote += goesOn ? 0 : 1;
    counts.quoteParagraph = goesOn ? counts.quoteParagraph + 1 : 1;
  }
}

function placeOf(line: Line, kind: Unit['kind'], counts: Counts): string {
  switch (kind) {
    case 'headline':
      return 'headline';
    case 'note':
      return `note ${NOTE.exec(line.text)?.[1] ?? ''}`;
    case 'item':
      return `${ordinal(counts.list)} list, item ${counts.item}`;
    case 'quote':
      return `quote, paragraph ${counts.quoteParagraph}`;
    case 'paragraph':
      return `paragraph ${counts.paragraph}`;
  }
}

function ordinal(count: number): string {
  return ORDINALS[count - 1] ?? `${count}th`;
}

function wordsOf(line: Line, kind: Unit['kind']): { start: number; end: number } {
  const lead = leadOf(line.text, kind);
  const body = line.text.slice(lead);
  const trimmed = kind === 'quote' ? body.trimEnd().replace(QUOTE_END, '') : body.trimEnd();
  return { start: line.start + lead, end: line.start + lead + trimmed.length };
}

function leadOf(line: string, kind: Unit['kind']): number {
  if (kind === 'item') return ITEM.exec(line)?.[0].length ?? 0;
  if (kind === 'note') return NOTE.exec(line)?.[0].length ?? 0;
  if (kind === 'quote') return QUOTE_OPEN.exec(line)?.[0].length ?? 0;
  return line.length - line.trimStart().length;
}
