import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import { entryKey, type Release } from '../domain/release.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { loadRelease } from './load-release.ts';
import type { Problem } from './problem.ts';
import { everydaySchema, vocabularySchema } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

export const RELEASES_FOLDER = 'releases';
export const VOCABULARY_FILE = 'vocabulary.yaml';
export const EVERYDAY_FILE = 'everyday.yaml';

/**
 * Reads everything under `root` but the office. One mistake anywhere refuses the whole base, and
 * all of them are reported at once: a base is served whole or not at all.
 */
export function loadKnowledge(root: string): Result<KnowledgeBase, Problem[]> {
  const problems: Problem[] = [];
  const vocabulary = readYaml(root, VOCABULARY_FILE, vocabularySchema, problems);
  const everyday = readYaml(root, EVERYDAY_FILE, everydaySchema, problems);
  const releases = releaseFolders(root, problems).flatMap((folder) => {
    const release = loadRelease(root, folder, problems);
    return release ? [release] : [];
  });
  problems.push(...crossCheck(releases));
  if (problems.length > 0 || !vocabulary || !everyday) return refused(problems);
  return ok({
    releases,
    vocabulary: vocabulary.value.groups,
    everyday: everyday.value,
    version: versionOf(root),
  });
}

/** SHA-256 over the names and contents of all files under `root`, in the order of their names. */
export function versionOf(root: string): string {
  const hash = createHash('sha256');
  for (const name of filesUnder(root)) {
    hash.update(name).update('\0').update(readFileSync(join(root, name))).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const name = join(folder, item.name);
      return item.isDirectory() ? filesUnder(root, name) : [name];
    });
}

function releaseFolders(root: string, problems: Problem[]): string[] {
  try {
    return readdirSync(join(root, RELEASES_FOLDER))
      .sort()
      .map((name) => join(RELEASES_FOLDER, name))
      .filter((folder) => statSync(join(root, folder)).isDirectory());
  } catch {
    problems.push({
      file: RELEASES_FOLDER,
      field: 'folder',
      wrong: 'it is missing, so there is nothing to answer from',
      example: 'releases/2019-10-24-cyber-keep-the-light-on/release.yaml',
    });
    return [];
  }
}

/** What no file can know alone: names used twice, and names that point nowhere. */
function crossCheck(releases: readonly Release[]): Problem[] {
  const problems: Problem[] = [];
  const say = (release: Release, field: string, wrong: string) => {
    problems.push({ file: `${RELEASES_FOLDER} (release ${release.id})`, field, wrong });
  };
  const ids = new Set<string>();
  const keys = new Set<string>();
  const all = new Set(releases.flatMap((release) => release.entries.map(entryKey)));
  for (const release of releases) {
    if (ids.has(release.id)) say(release, 'id', `two releases are called ${release.id}`);
    ids.add(release.id);
    for (const thing of [...release.entries, ...release.declined]) {
      if (keys.has(entryKey(thing))) say(release, thing.id, 'two entries or declined topics have this id');
      keys.add(entryKey(thing));
    }
    for (const entry of release.entries) {
      if (entry.replaces && !all.has(entry.replaces)) {
        say(release, `${entry.id}: replaces`, `there is no entry ${entry.replaces}; a good one: cyber/cost-to-uk`);
      }
      if (entry.whenShut && !all.has(`${release.id}/${entry.whenShut}`)) {
        say(release, `${entry.id}: when_shut`, `this release has no entry ${entry.whenShut}; a good one: out-of-hours-line`);
      }
    }
  }
  return problems;
}
