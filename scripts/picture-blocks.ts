import { escapeXml, widthOf, wrapped } from './picture-text.ts';

interface Text {
  readonly text: string;
}

/** The blocks that a reply is made of, as far as they are drawn. */
export type PictureBlock =
  | { readonly type: 'section'; readonly text: Text }
  | { readonly type: 'header'; readonly text: Text }
  | { readonly type: 'context'; readonly elements: readonly Text[] }
  | { readonly type: 'actions'; readonly elements: readonly { readonly text: Text }[] };

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export interface Drawing {
  /** Where the next thing would begin, in pixels from the top. */
  readonly height: number;
  readonly items: readonly string[];
  /** What can be read in it, for those who can't see it. */
  readonly words: readonly string[];
}

const LINE = { body: 22, small: 18 } as const;
const SIZE = { body: 15, small: 13 } as const;
const GAP = 8;
const BUTTON = { height: 30, padding: 12, gap: 8 } as const;

/** Draws blocks one under the other. Throws for a block of another kind: it would be left out. */
export function drawBlocks(blocks: readonly PictureBlock[], frame: Frame): Drawing {
  let drawing: Drawing = { height: frame.top, items: [], words: [] };
  for (const block of blocks) {
    const next = drawBlock(block, { ...frame, top: drawing.height });
    drawing = {
      height: next.height + GAP,
      items: [...drawing.items, ...next.items],
      words: [...drawing.words, ...next.words],
    };
  }
  return drawing;
}

function drawBlock(block: PictureBlock, frame: Frame): Drawing {
  switch (block.type) {
    case 'section':
    case 'header':
      return drawText(block.text.text, 'body', frame);
    case 'context':
      return drawText(block.elements.map(({ text }) => text).join('  '), 'small', frame);
    case 'actions':
      return drawButtons(
        block.elements.map(({ text }) => unescaped(text.text)),
        frame,
      );
    default:
      throw new Error(`The picture knows no block of the type ${(block as { type: string }).type}`);
  }
}

function drawText(source: string, style: 'body' | 'small', frame: Frame): Drawing {
  const isQuote = source.startsWith('> ');
  const link = /<(?:[^|>]+)\|([^>]+)>/.exec(source)?.[1];
  const words = unescaped(source.replace(/^> /gm, '').replace(/<[^|>]+\|([^>]+)>/g, '$1'));
  const left = frame.left + (isQuote ? 16 : 0);
  const lines = words
    .split('\n')
    .flatMap((line) => wrapped(line, SIZE[style], frame.width - (isQuote ? 16 : 0)));
  const linkFrom = link === undefined ? words.length : words.indexOf(unescaped(link));
  const bottom = frame.top + lines.length * LINE[style];
  let before = 0;
  const items = lines.map((line, index) => {
    const baseline = frame.top + index * LINE[style] + SIZE[style] + 1;
    const drawn = lineOf(line, linkFrom - before);
    before += line.length + 1;
    return `<text class="${style}" x="${left}" y="${baseline}">${drawn}</text>`;
  });
  const bar = `<rect class="bar" x="${frame.left}" y="${frame.top - 2}" width="4" height="${bottom - frame.top + 2}" rx="2"/>`;
  return { height: bottom, items: isQuote ? [bar, ...items] : items, words: [words] };
}

/** A line whose characters from `linkFrom` on are a link. */
function lineOf(line: string, linkFrom: number): string {
  if (linkFrom >= line.length) return escapeXml(line);
  const at = Math.max(0, linkFrom);
  return `${escapeXml(line.slice(0, at))}<tspan class="link">${escapeXml(line.slice(at))}</tspan>`;
}

function drawButtons(labels: readonly string[], frame: Frame): Drawing {
  const items: string[] = [];
  let { left, top } = frame;
  for (const label of labels) {
    const width = Math.ceil(widthOf(label, 13) * 1.08) + 2 * BUTTON.padding;
    if (left > frame.left && left + width > frame.left + frame.width) {
      left = frame.left;
      top += BUTTON.height + BUTTON.gap;
    }
    items.push(
      `<rect class="button" x="${left + 0.5}" y="${top + 0.5}" width="${width}" height="${BUTTON.height}" rx="4"/>`,
      `<text class="button-text" x="${left + width / 2}" y="${top + 20}">${escapeXml(label)}</text>`,
    );
    left += width + BUTTON.gap;
  }
  return {
    height: top + BUTTON.height + 1,
    items,
    words: labels.map((label) => `Button: ${label}`),
  };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
