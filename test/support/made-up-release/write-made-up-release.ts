import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { DECLINED, ENTRIES } from './entries.ts';
import { RELEASE_TEXT, TITLE } from './text.ts';

const FOLDER = '2031-02-03-warm-noses';
const SAME_FOR_ALL = { owner: 'press-office', review_by: '2039-03-31' };

/**
 * Writes the made-up release `kennels` into a knowledge folder, which must be a copy. Nothing of
 * it may be seen before `embargo` (epoch milliseconds); without one it is out at once.
 */
export function writeMadeUpRelease(knowledge: string, embargo?: number): void {
  const folder = join(knowledge, 'releases', FOLDER);
  const beside = join(knowledge, `.${FOLDER}`);
  mkdirSync(join(beside, 'entries'), { recursive: true });
  mkdirSync(join(beside, 'declined'));
  writeFileSync(join(beside, 'release.txt'), RELEASE_TEXT);
  writeFileSync(join(beside, 'release.yaml'), stringify(releaseFields(embargo)));
  writeFileSync(join(beside, 'entries', 'all.yaml'), stringify(ENTRIES.map(liveEntry)));
  writeFileSync(
    join(beside, 'declined', 'all.yaml'),
    stringify(DECLINED.map((topic) => ({ ...topic, ...SAME_FOR_ALL }))),
  );
  renameSync(beside, folder);
}

function releaseFields(embargo: number | undefined): object {
  const address = { url: 'https://www.example.org/news/warm-noses/', checked_on: '2026-11-24' };
  return {
    id: 'kennels',
    title: TITLE,
    publisher: 'HMICFRS',
    sha256: createHash('sha256').update(RELEASE_TEXT).digest('hex'),
    addresses: { release: address },
    date: { value: '2031-02-03', confirmed: false },
    ...(embargo === undefined ? {} : { embargo: new Date(embargo).toISOString() }),
    speakers: [
      { id: 'ada-fernsby', name: 'Ada Fernsby', title: 'His Majesty’s Inspector of Kennels' },
    ],
  };
}

function liveEntry(entry: (typeof ENTRIES)[number]): object {
  return { ...entry, ...SAME_FOR_ALL, status: 'live', use: 'proactive' };
}
