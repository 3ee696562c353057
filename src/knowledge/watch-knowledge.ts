import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeSource, KnowledgeState, Logger } from '../application/ports.ts';
import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { loadOffice, OfficeUnreadableError } from './load-office.ts';
import { problemInWords } from './problem.ts';
import { officeWarnings } from './review-knowledge.ts';

/**
 * The folder is looked at this often, in milliseconds, and read again once two looks in a row are
 * alike: editors write a file in several strokes. Looking beats being told: file events get lost
 * when a file is replaced by renaming, in containers and on network disks.
 */
const LOOK_EVERY_MS = 500;

/**
 * Reads the folder and keeps reading it as it changes. A broken change is reported at `error` and
 * the last good base keeps serving. Throws {@link OfficeUnreadableError} where the office's own
 * files can't be read at the start: without the number to ring nothing can be served.
 */
export function watchKnowledge(root: string, logger: Logger): KnowledgeSource {
  let read = printOf(root);
  let state = firstReading(root, logger);
  let seen = read;
  for (const warning of officeWarnings(state.office, Date.now())) {
    logger.warn('The office’s record needs attention', { what: problemInWords(warning) });
  }
  const listeners: (() => void)[] = [];
  const timer = setInterval(() => {
    const print = printOf(root);
    const isQuiet = print === seen;
    seen = print;
    if (!isQuiet || print === read) return;
    read = print;
    state = nextReading(root, state, logger);
    for (const changed of listeners) changed();
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    current: () => state,
    onChange: (changed) => listeners.push(changed),
    close: () => clearInterval(timer),
  };
}

/** Reads the folder once; nothing is watched. For commands that answer and end. */
export function readKnowledge(root: string, logger: Logger): KnowledgeSource {
  const state = firstReading(root, logger);
  return { current: () => state, onChange: () => {}, close: () => {} };
}

/** Names, sizes and times of all files: changes whenever a file does. */
function printOf(root: string, folder = ''): string {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter((item) => !item.name.startsWith('.'))
      .map((item) => {
        const name = join(folder, item.name);
        if (item.isDirectory()) return printOf(root, name);
        const { mtimeMs, size, ino } = statSync(join(root, name));
        return `${name} ${mtimeMs} ${size} ${ino}`;
      })
      .join('\n');
  } catch (error) {
    return String(error);
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
