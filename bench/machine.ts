import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on, in one line. Other work on the machine shows in its load. */
export function machineInWords(): string {
  const all = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg().map((each) => each.toFixed(1));
  return `Node ${process.version}, ${all.length} cores (${all[0]?.model ?? 'unknown'}), ${gigabytes} GB; load average ${load.join(', ')} (1, 5 and 15 minutes).`;
}
