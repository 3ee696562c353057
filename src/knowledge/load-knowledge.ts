import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { crossCheck } from './cross-check.ts';
import { loadRelease } from './load-release.ts';
import type { Named } from './named.ts';
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
  return loadNamed(root).loaded;
}

/** The same, with the names in it: what a review speaks of by file and line. */
export interface NamedKnowledge {
  readonly loaded: Result<KnowledgeBase, Problem[]>;
  /** `release/id` of each entry and declined topic. */
  readonly names: ReadonlyMap<string, Named>;
}

export function loadNamed(root: string): NamedKnowledge {
  const problems: Problem[] = [];
  const vocabulary = readYaml(root, VOCABULARY_FILE, vocabularySchema, problems);
  const everyday = readYaml(root, EVERYDAY_FILE, everydaySchema, problems);
  const folders = releaseFolders(root, problems).map((folder) =>
    loadRelease(root, folder, problems),
  );
  problems.push(...crossCheck(folders));
  const version = versionOrProblem(root, problems);
  const names = new Map(
    folders.flatMap(({ id, named }) => named.map((one) => [`${id}/${one.id}`, one] as const)),
  );
  if (problems.length > 0 || !vocabulary || !everyday) return { loaded: refused(problems), names };
  const base: KnowledgeBase = {
    releases: folders.flatMap(({ release }) => (release ? [release] : [])),
    vocabulary: vocabulary.value.groups,
    everyday: everyday.value,
    version,
  };
  return { loaded: ok(base), names };
}

/** SHA-256 over names and contents of all files under `root` but hidden ones, in order of name. */
export function versionOf(root: string): string {
  const hash = createHash('sha256');
  for (const name of filesUnder(root)) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** A link that leads nowhere, or a file that went away this moment, refuses the base; no throw. */
function versionOrProblem(root: string, problems: Problem[]): string {
  try {
    return versionOf(root);
  } catch (error) {
    if (problems.length === 0) {
      const wrong = `not all that is in it can be read: ${String(error)}`;
      problems.push({ file: '.', field: 'folder', wrong });
    }
    return '';
  }
}

function filesUnder(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder))
    .filter(isVisible)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((name) =>
      statSync(join(root, name)).isDirectory() ? filesUnder(root, name) : [name],
    );
}

/** Hidden files are no knowledge: editors' locks and the like, which may point nowhere. */
function isVisible(name: string): boolean {
  return !name.startsWith('.');
}

function releaseFolders(root: string, problems: Problem[]): string[] {
  try {
    return readdirSync(join(root, RELEASES_FOLDER))
      .filter(isVisible)
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
