import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, realCopy } from '../knowledge/small-base.ts';
import { writeMadeUpRelease } from '../support/made-up-release/write-made-up-release.ts';

const CYBER = 'releases/2019-10-24-cyber-keep-the-light-on';

/** The file with all entries of the made-up release. */
export const KENNELS = 'releases/2031-02-03-warm-noses/entries/all.yaml';

/** A copy of the real folder with the made-up release alone, which is learned at once. */
export function kennels(embargo?: number): Folder {
  const folder = realCopy();
  folder.remove(CYBER);
  writeMadeUpRelease(folder.root, embargo);
  return folder;
}

/** With what Matt Parr said beside it. */
export function kennelsAndQuotations(embargo: number): Folder {
  const folder = realCopy();
  folder.remove(`${CYBER}/declined`);
  for (const file of ['findings', 'hmicfrs', 'inspection-and-report', 'press-office'])
    rmSync(join(folder.root, CYBER, 'entries', `${file}.yaml`));
  writeMadeUpRelease(folder.root, embargo);
  return folder;
}

/** Changes one field of one entry of the made-up release; throws where nothing has changed. */
export function changeEntry(folder: Folder, id: string, from: string, to: string): void {
  const text = folder.read(KENNELS);
  const start = text.indexOf(`- id: ${id}\n`);
  const at = text.indexOf(from, start);
  if (start === -1 || at === -1) throw new Error(`${id} has no ${from}`);
  folder.write(KENNELS, text.slice(0, at) + to + text.slice(at + from.length));
}
