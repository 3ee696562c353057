import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { writeMadeUpRelease } from '../../support/made-up-release/write-made-up-release.ts';

const KNOWLEDGE = resolve(import.meta.dirname, '../../../knowledge');
const CYBER = 'releases/2019-10-24-cyber-keep-the-light-on';

/** The file of the cyber release that holds what Matt Parr said. */
export const QUOTATIONS = `${CYBER}/entries/matt-parr.yaml`;

/** A copy of `knowledge/` that may be spoilt. */
export interface KnowledgeCopy {
  readonly folder: string;
  /** Paths of all files, from the folder. */
  files(): readonly string[];
  read(file: string): string;
  /** Writes a file as many editors do: whole, in one step. */
  write(file: string, text: string): void;
  remove(): void;
}

/** All of it. */
export function copyKnowledge(): KnowledgeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  cpSync(KNOWLEDGE, folder, { recursive: true });
  return {
    folder,
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((item) => item.isFile())
        .map((item) => relative(folder, join(item.parentPath, item.name))),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write(file, text) {
      const beside = `${join(folder, file)}.new`;
      writeFileSync(beside, text);
      renameSync(beside, join(folder, file));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** With no more of the cyber release than what Matt Parr said: learned in a fraction of the time. */
export function copyQuotations(): KnowledgeCopy {
  const copy = copyKnowledge();
  rmSync(join(copy.folder, CYBER, 'declined'), { recursive: true, force: true });
  for (const file of readdirSync(join(copy.folder, CYBER, 'entries'))) {
    if (!QUOTATIONS.endsWith(file)) rmSync(join(copy.folder, CYBER, 'entries', file));
  }
  return copy;
}

/** With the made-up release alone: learned at once, for tests that start many bots. */
export function copyMadeUp(): KnowledgeCopy {
  const copy = copyKnowledge();
  rmSync(join(copy.folder, CYBER), { recursive: true });
  writeMadeUpRelease(copy.folder);
  return copy;
}
