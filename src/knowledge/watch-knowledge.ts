import { type FSWatcher, watch } from 'node:fs';
import type { KnowledgeSource, KnowledgeState, Logger } from '../application/ports.ts';
import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import { loadKnowledge, versionOf } from './load-knowledge.ts';
import { loadOffice, OfficeUnreadableError } from './load-office.ts';
import { problemInWords } from './problem.ts';
import { officeWarnings } from './review-knowledge.ts';

/** Editors write a file in several strokes; a change is read once this many milliseconds are quiet. */
const QUIET_MS = 150;

/**
 * Reads the folder and keeps reading it as it changes. A broken change is reported at `error` and
 * the last good base keeps serving. Throws {@link OfficeUnreadableError} where the office's own
 * files can't be read at the start: without the number to ring nothing can be served.
 */
export function watchKnowledge(root: string, logger: Logger): KnowledgeSource {
  let state = firstReading(root, logger);
  for (const warning of officeWarnings(state.office, Date.now())) {
    logger.warn('The office’s record needs attention', { what: problemInWords(warning) });
  }
  let read = versionOrNone(root);
  let timer: NodeJS.Timeout | undefined;
  const reread = () => {
    const version = versionOrNone(root);
    if (version === read) return;
    read = version;
    state = nextReading(root, state, logger);
  };
  const watcher = watchFolder(root, logger, () => {
    clearTimeout(timer);
    timer = setTimeout(reread, QUIET_MS);
    timer.unref();
  });
  return {
    current: () => state,
    close() {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

/** Reads the folder once; nothing is watched. For commands that answer and end. */
export function readKnowledge(root: string, logger: Logger): KnowledgeSource {
  const state = firstReading(root, logger);
  return { current: () => state, close: () => {} };
}

function watchFolder(root: string, logger: Logger, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(root, { recursive: true, persistent: false }, changed);
    watcher.on('error', (error) =>
      logger.warn('The knowledge folder can no longer be watched', { error: String(error) }),
    );
    return watcher;
  } catch (error) {
    logger.warn('The knowledge folder can’t be watched; changes need a restart', {
      error: String(error),
    });
    return undefined;
  }
}

function firstReading(root: string, logger: Logger): KnowledgeState {
  const office = loadOffice(root);
  return reading(root, office, undefined, logger);
}

function nextReading(root: string, last: KnowledgeState, logger: Logger): KnowledgeState {
  let { office } = last;
  const problems: string[] = [];
  try {
    office = loadOffice(root);
  } catch (error) {
    if (!(error instanceof OfficeUnreadableError)) throw error;
    problems.push(...error.problems.map(problemInWords));
    logger.error('The office’s files have mistakes; the last good ones keep serving', {
      problems: problems.join(' | '),
    });
  }
  const next = reading(root, office, last.base, logger);
  return { ...next, problems: [...problems, ...next.problems] };
}

function reading(
  root: string,
  office: Office,
  last: KnowledgeBase | undefined,
  logger: Logger,
): KnowledgeState {
  const loaded = loadKnowledge(root);
  if (loaded.ok) {
    logger.info('Knowledge read', {
      releases: loaded.value.releases.length,
      base: loaded.value.version.slice(0, 12),
    });
    return { office, base: loaded.value, problems: [] };
  }
  const problems = loaded.error.map(problemInWords);
  logger.error(
    last
      ? 'Knowledge has mistakes; the last good base keeps serving'
      : 'Knowledge has mistakes; only hours and numbers are served',
    { problems: problems.join(' | ') },
  );
  return { office, ...(last ? { base: last } : {}), problems };
}

function versionOrNone(root: string): string {
  try {
    return versionOf(root);
  } catch {
    return 'none';
  }
}
