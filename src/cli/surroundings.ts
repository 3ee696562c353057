import { fileURLToPath } from 'node:url';
import type { Logger } from '../application/ports.ts';

/** `KNOWLEDGE_DIR`, or the folder `knowledge/` beside `package.json`. */
export function knowledgeFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return environment.KNOWLEDGE_DIR || fileURLToPath(new URL('../../knowledge', import.meta.url));
}

/** In a terminal only what somebody must act on is said, on standard error. */
export const terminalLogger: Logger = {
  error: (message, fields) => console.error(message, fields?.problems ?? fields ?? ''),
  warn: (message, fields) => console.error(message, fields ?? ''),
  info: () => {},
  debug: () => {},
};
