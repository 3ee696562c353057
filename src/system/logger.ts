import { pino } from 'pino';
import type { Fields, Logger } from '../application/ports.ts';

/**
 * A logger of one JSON object a line on standard output: `level`, `time` (ISO 8601, UTC), `msg` and
 * the fields. Lines below `level` are left out.
 */
export function createLogger(level: 'error' | 'warn' | 'info' | 'debug'): Logger {
  const log = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return {
    error: (message, fields) => log.error(present(fields), message),
    warn: (message, fields) => log.warn(present(fields), message),
    info: (message, fields) => log.info(present(fields), message),
    debug: (message, fields) => log.debug(present(fields), message),
  };
}

function present(fields: Fields | undefined): Fields {
  return fields ?? {};
}
