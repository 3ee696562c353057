import { outputOf } from './child.ts';
import type { Measured } from './measure.ts';

/** One engine on one base. */
export interface Row extends Measured {
  readonly engine: EngineName;
  readonly base: BaseName;
}

export const ENGINE_NAMES = {
  ours: 'ours',
  'fuse-plain': 'Fuse.js, plain',
  'fuse-tokens': 'Fuse.js, token search',
  'mini-search': 'MiniSearch',
} as const;
export type EngineName = keyof typeof ENGINE_NAMES;

export const BASE_NAMES = {
  real: 'The real base, the golden set',
  500: 'A made base of 500 wordings',
  5000: 'A made base of 5,000 wordings',
  50000: 'A made base of 50,000 wordings',
} as const;
export type BaseName = keyof typeof BASE_NAMES;

const ALL: readonly EngineName[] = ['ours', 'fuse-plain', 'fuse-tokens', 'mini-search'];
const PLAN: readonly (readonly [BaseName, readonly EngineName[]])[] = [
  ['real', ALL],
  [500, ALL],
  [5000, ALL],
  [50000, ['ours']],
];

/** Measures every engine on every base, one after another, each in a process of its own. */
export async function measureMatching(tell: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [base, engines] of PLAN) {
    for (const engine of engines) {
      tell(`${BASE_NAMES[base]}: ${ENGINE_NAMES[engine]} …`);
      const printed = await outputOf('bench/measure.ts', [engine, String(base)], ['--expose-gc']);
      rows.push({ engine, base, ...(JSON.parse(printed) as Measured) });
    }
  }
  return rows;
}
