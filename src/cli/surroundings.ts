import { fileURLToPath } from 'node:url';
import type { Logger } from '../application/ports.ts';
import { knowledgeDirOf } from '../config/config.ts';

/** The package's own folder, two above this file's. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that the bot itself would read. */
export function knowledgeFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return knowledgeDirOf(environment, PACKAGE_ROOT);
}

/** In a terminal only what somebody must act on is said, on standard error. */
export const terminalLogger: Logger = {
  error: (message, fields) => console.error(message, fields?.problems ?? fields ?? ''),
  warn: (message, fields) => console.error(message, fields ?? ''),
  info: () => {},
  debug: () => {},
};
