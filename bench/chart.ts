import { ENGINE_NAMES, type EngineName, type Row } from './matching.ts';

const WIDTH = 640;
const HEIGHT = 360;
/** Where the axes lie: left, right, top and bottom. */
const PLOT = { left: 72, right: 470, top: 48, bottom: 304 } as const;
const SIZES = [500, 5_000, 50_000] as const;
const TIMES = [0.01, 0.1, 1, 10, 100] as const;
const LABEL_HEIGHT = 17;
const COLOURS: Readonly<Record<EngineName, string>> = {
  ours: '#0b6e4f',
  'fuse-plain': '#b3261e',
  'fuse-tokens': '#c77700',
  'mini-search': '#3f51b5',
};

/** Question p50 by base size, both axes logarithmic; by hand, since it is four lines. */
export function chart(rows: readonly Row[]): string {
  const lines = linesOf(rows);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img" aria-label="Median time of a question by size of the base">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${PLOT.left}" y="26" font-size="15" font-weight="bold">Median time of a question (ms) by wordings in the base</text>`,
    ...TIMES.map(timeLine),
    ...SIZES.map(sizeMark),
    ...lines.map(drawn),
    ...labels(lines),
    '</svg>',
    '',
  ].join('\n');
}

function timeLine(time: number): string {
  const y = yOf(time);
  return `<path d="M${PLOT.left} ${y}H${PLOT.right}" stroke="#ddd"/><text x="${PLOT.left - 8}" y="${y + 4}" text-anchor="end" fill="#555">${time.toLocaleString('en-GB')}</text>`;
}

function sizeMark(size: number): string {
  return `<text x="${xOf(size)}" y="${PLOT.bottom + 24}" text-anchor="middle" fill="#555">${size.toLocaleString('en-GB')}</text>`;
}

interface Line {
  readonly engine: EngineName;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

function linesOf(rows: readonly Row[]): Line[] {
  const engines = Object.keys(ENGINE_NAMES) as EngineName[];
  return engines.map((engine) => ({
    engine,
    points: rows
      .filter((row) => row.engine === engine && row.base !== 'real')
      .map((row) => ({ x: xOf(Number(row.base)), y: yOf(row.p50) })),
  }));
}

function drawn({ engine, points }: Line): string {
  const colour = COLOURS[engine];
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const dots = points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`);
  return `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
}

/** Each line's name at its end, from the top down, so that none stands on another. */
function labels(lines: readonly Line[]): string[] {
  const ends = lines
    .flatMap(({ engine, points }) => points.slice(-1).map((end) => ({ engine, ...end })))
    .sort((a, b) => a.y - b.y);
  let lowest = Number.NEGATIVE_INFINITY;
  return ends.map(({ engine, x, y }) => {
    lowest = Math.max(y + 4, lowest + LABEL_HEIGHT);
    return `<text x="${x + 10}" y="${lowest}" fill="${COLOURS[engine]}">${ENGINE_NAMES[engine]}</text>`;
  });
}

function xOf(size: number): number {
  return between(Math.log10(size / 500) / 2, PLOT.left + 30, PLOT.right - 30);
}

function yOf(time: number): number {
  const [least = 1, most = 1] = [TIMES[0], TIMES.at(-1)];
  const share = Math.log10(Math.max(least, time) / least) / Math.log10(most / least);
  return between(share, PLOT.bottom, PLOT.top);
}

function between(share: number, from: number, to: number): number {
  return Math.round((from + share * (to - from)) * 10) / 10;
}
