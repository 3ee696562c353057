import { performance } from 'node:perf_hooks';
import { type BenchBase, benchBase } from './bases.ts';
import type { Engine, MakeEngine } from './engines/engine.ts';
import { fusePlain, fuseTokens } from './engines/fuse.ts';
import { miniSearch } from './engines/mini-search.ts';
import { ours } from './engines/ours.ts';
import { quantile } from './quantile.ts';
import { type Worth, worthOf } from './worth.ts';

/** Everything that is measured of one engine on one base. */
export interface Measured extends Worth {
  readonly loadSeconds: number;
  /** The processor's time for it, which other work on the machine changes less. */
  readonly loadCpuSeconds: number;
  readonly p50: number;
  readonly p99: number;
  /** What stays in memory after loading, in megabytes: the whole process's heap and buffers. */
  readonly keptMegabytes: number;
  /** The most that the process has held, in megabytes. */
  readonly peakMegabytes: number;
}

const ENGINES: Readonly<Record<string, MakeEngine>> = {
  ours,
  'fuse-plain': fusePlain,
  'fuse-tokens': fuseTokens,
  'mini-search': miniSearch,
};
const MEGABYTE = 1e6;

/** `node --expose-gc --import tsx bench/measure.ts ours 5000` prints one line of JSON. */
const [engineName = '', baseName = ''] = process.argv.slice(2);
const make = ENGINES[engineName];
if (!make) throw new Error(`no engine ${engineName}, only ${Object.keys(ENGINES).join(', ')}`);
console.log(JSON.stringify(measure(make, benchBase(baseName))));

function measure(makeEngine: MakeEngine, { base, office, questions, warmUp }: BenchBase): Measured {
  const started = performance.now();
  const busy = process.cpuUsage();
  const engine = makeEngine(base, office);
  const { user, system } = process.cpuUsage(busy);
  const loadSeconds = (performance.now() - started) / 1000;
  const keptMegabytes = memoryKept();
  for (const text of warmUp) engine.ask(text);
  const asked = questions.map((question) => ({ question, ...timed(engine, question.text) }));
  const times = asked.map(({ ms }) => ms);
  return {
    loadSeconds,
    loadCpuSeconds: (user + system) / 1e6,
    keptMegabytes,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    peakMegabytes: (process.resourceUsage().maxRSS * 1024) / MEGABYTE,
    ...worthOf(asked),
  };
}

/** Each question is asked once: whatever an engine remembers of it helps nobody. */
function timed(engine: Engine, text: string) {
  const started = performance.now();
  const ranked = engine.ask(text);
  return { ranked, ms: performance.now() - started };
}

function memoryKept(): number {
  if (!globalThis.gc) throw new Error('start node with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MEGABYTE;
}
