import type { Acknowledgements, Times } from './acknowledgement.ts';
import { BASE_NAMES, type BaseName, ENGINE_NAMES, type Row } from './matching.ts';

/** A Markdown table with columns as wide as their widest cell; all but the first are numbers. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

const HEADER = [
  'Engine',
  'First %',
  'Among 3 %',
  'Right %',
  'Wrong %',
  'False %',
  'Load CPU s',
  'p50 ms',
  'p99 ms',
  'Memory MB',
];

/** One table a base on which several engines were measured. */
export function matchingTables(rows: readonly Row[]): string {
  const bases = [...new Set(rows.map(({ base }) => base))].filter((base) => compared(rows, base));
  return bases
    .map((base) => {
      const cells = rows.filter((row) => row.base === base).map(cellsOf);
      return `### ${BASE_NAMES[base]}\n\n${table(HEADER, cells)}`;
    })
    .join('\n\n');
}

function compared(rows: readonly Row[], base: BaseName): boolean {
  return rows.filter((row) => row.base === base).length > 1;
}

function cellsOf(row: Row): string[] {
  const shares = [row.first, row.amongThree, row.right, row.wrong, row.false];
  return [
    ENGINE_NAMES[row.engine],
    ...shares.map((share) => share.toFixed(1)),
    row.loadCpuSeconds.toFixed(2),
    milliseconds(row.p50),
    milliseconds(row.p99),
    row.keptMegabytes.toFixed(0),
  ];
}

/** How ours grows with the base. */
export function growthTable(rows: readonly Row[]): string {
  const cells = rows
    .filter(({ engine }) => engine === 'ours')
    .map((row) => [
      BASE_NAMES[row.base],
      row.loadCpuSeconds.toFixed(1),
      row.loadSeconds.toFixed(1),
      milliseconds(row.p50),
      milliseconds(row.p99),
      row.keptMegabytes.toFixed(0),
      row.peakMegabytes.toFixed(0),
    ]);
  const header = ['Base', 'Load CPU s', 'Load s', 'p50 ms', 'p99 ms', 'Memory MB', 'Peak MB'];
  return table(header, cells);
}

export function acknowledgementTable({ bareAck, ourAck, ourAnswer }: Acknowledgements): string {
  const cells = (name: string, { median, p95 }: Times) => [
    name,
    milliseconds(median),
    milliseconds(p95),
  ];
  return table(
    ['What', 'Median ms', 'p95 ms'],
    [
      cells('A bare Bolt app acknowledges', bareAck),
      cells('The bot acknowledges', ourAck),
      cells('The bot’s whole answer has arrived', ourAnswer),
    ],
  );
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}
