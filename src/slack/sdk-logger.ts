import { LogLevel, type Logger as SdkLogger } from '@slack/bolt';
import type { Logger } from '../application/ports.ts';

/**
 * Lets Slack's own packages write into our log. Their lines keep their level, and stand in the field
 * `says`; at `debug` they hold whole payloads, questions among them.
 */
export function createSdkLogger(
  logger: Logger,
  level: 'error' | 'warn' | 'info' | 'debug',
): SdkLogger {
  const line = (parts: unknown[]): { says: string } => ({ says: parts.map(inWords).join(' ') });
  return {
    debug: (...parts: unknown[]) => logger.debug('Slack SDK', line(parts)),
    info: (...parts: unknown[]) => logger.info('Slack SDK', line(parts)),
    warn: (...parts: unknown[]) => logger.warn('Slack SDK', line(parts)),
    error: (...parts: unknown[]) => logger.error('Slack SDK', line(parts)),
    // The level and the name are ours to say, whatever the SDK would like.
    setLevel: () => undefined,
    setName: () => undefined,
    getLevel: () => LEVELS[level],
  };
}

const LEVELS: Readonly<Record<'error' | 'warn' | 'info' | 'debug', LogLevel>> = {
  error: LogLevel.ERROR,
  warn: LogLevel.WARN,
  info: LogLevel.INFO,
  debug: LogLevel.DEBUG,
};

function inWords(part: unknown): string {
  return part instanceof Error ? `${part.name}: ${part.message}` : String(part);
}
