/** Widths of Helvetica and Arial in thousandths of the size, where a letter is not about 556. */
const WIDTHS: Readonly<Record<string, number>> = {
  ' ': 278,
  '.': 278,
  ',': 278,
  ':': 278,
  ';': 278,
  '·': 333,
  '(': 333,
  ')': 333,
  '’': 222,
  '“': 333,
  '”': 333,
  '-': 333,
  i: 222,
  j: 222,
  l: 222,
  f: 278,
  t: 278,
  r: 333,
  I: 278,
  c: 500,
  k: 500,
  s: 500,
  v: 500,
  x: 500,
  y: 500,
  z: 500,
  m: 833,
  w: 722,
  M: 833,
  W: 944,
};
const CAPITAL = 690;
const OTHER = 556;
/** Other fonts run wider than these two: lines are broken a little before they are full. */
const SPARE = 1.05;

/** How wide a text is about, in pixels, at a size in pixels. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) {
    sum += WIDTHS[letter] ?? (/[A-Z£]/.test(letter) ? CAPITAL : OTHER);
  }
  return (sum * size * SPARE) / 1000;
}

/** A text in lines of at most `width` pixels, broken at spaces; a longer word stays whole. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
