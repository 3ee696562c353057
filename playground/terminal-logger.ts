import type { Logger } from '../src/application/ports.ts';

/** Errors alone, on standard error: the page shows the rest of what happens. */
export const terminalLogger: Logger = {
  error: (message, fields) => process.stderr.write(`${message} ${JSON.stringify(fields ?? {})}\n`),
  warn: () => {},
  info: () => {},
  debug: () => {},
};
