import { stretchesOf } from '../../domain/marked-text.ts';
import type { Passage, Release } from '../../domain/release.ts';
import { SECTION_TEXT } from '../limits.ts';
import { escapeText, sentLength, splitText } from './text.ts';

export interface Paragraph {
  readonly lines: readonly Line[];
}

interface Line {
  readonly text: string;
  /** Ranges of `text` that are passages, in order and apart from each other; `end` is exclusive. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** A bullet, a note's number or a quotation mark: what stands before a passage and belongs to it. */
const LEAD = /^\s*(?:[•*‣–-]|\d{1,2}[.)])?\s*[“"]?$/;
/** What stands after a passage and belongs to it. */
const TAIL = /^[;,.:”"’)\s]*(?:and|or)?\s*$/;

/** The release's paragraphs: runs of lines without an empty one between them, lists among them. */
export function paragraphsOf(text: string, passages: readonly Passage[]): Paragraph[] {
  const paragraphs: Line[][] = [];
  let start = 0;
  let open = false;
  for (const line of text.split('\n')) {
    const blank = line.trim() === '';
    if (!blank && !open) paragraphs.push([]);
    if (!blank) paragraphs.at(-1)?.push({ text: line, marks: marksOf(line, start, passages) });
    open = !blank;
    start += line.length + 1;
  }
  return paragraphs.map((lines) => ({ lines }));
}

/** Where two passages overlap, the one that begins first has the words that both hold. */
function marksOf(line: string, start: number, passages: readonly Passage[]): Line['marks'] {
  const marks: { start: number; end: number; of: Passage }[] = [];
  for (const stretch of stretchesOf({ start, end: start + line.length }, passages)) {
    const [of] = stretch.within;
    const last = marks.at(-1);
    const end = stretch.end - start;
    if (of && last?.of === of) last.end = end;
    else if (of) marks.push({ start: stretch.start - start, end, of });
  }
  return marks;
}

/**
 * A paragraph as mrkdwn, escaped, in texts that each fit into a section. Each passage stands on a
 * quoted line of its own, in bold after "▶"; the words around it are as they were. Mistakes of the
 * publication are marked [sic], as everywhere.
 */
export function drawParagraph(paragraph: Paragraph, release: Pick<Release, 'sic'>): string[] {
  const texts: string[] = [];
  for (const line of paragraph.lines.flatMap((each) => drawLine(each, release))) {
    const joined = `${texts.at(-1) ?? ''}\n${line}`;
    if (texts.length > 0 && sentLength(joined) <= SECTION_TEXT) texts[texts.length - 1] = joined;
    else texts.push(line);
  }
  return texts;
}

function drawLine({ text, marks }: Line, release: Pick<Release, 'sic'>): string[] {
  const drawn: string[] = [];
  let lead = '';
  let at = 0;
  marks.forEach(({ start, end }, index) => {
    const before = text.slice(at, start);
    if (LEAD.test(before)) lead = before;
    else drawn.push(...plainLines(before, release));
    const after = text.slice(end, marks[index + 1]?.start);
    const tail = TAIL.test(after) ? after : '';
    drawn.push(...markedLines(`${lead}${text.slice(start, end)}${tail}`, release));
    lead = '';
    at = end + tail.length;
  });
  return [...drawn, ...plainLines(text.slice(at), release)];
}

function plainLines(text: string, release: Pick<Release, 'sic'>): string[] {
  return fitted(withSic(text.trim(), release)).map(escapeText);
}

function markedLines(text: string, release: Pick<Release, 'sic'>): string[] {
  return fitted(withSic(text.trim(), release)).map((piece) => {
    // A star of the release's own would end the bold too early.
    const words = escapeText(piece.trim());
    return piece.includes('*') ? `> ▶ ${words}` : `> ▶ *${words}*`;
  });
}

/** Half a section at most: escaping what is escaped already, as sentLength does, may double a text. */
function fitted(text: string): string[] {
  return splitText(text, SECTION_TEXT / 2);
}

function withSic(text: string, release: Pick<Release, 'sic'>): string {
  return release.sic.reduce((words, sic) => words.replaceAll(sic.text, `${sic.text} [sic]`), text);
}
