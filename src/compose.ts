import { createPressOffice } from './application/create-press-office.ts';
import type { Clock, KnowledgeSource, Logger } from './application/ports.ts';
import type { PressOffice } from './application/press-office.ts';
import type { Config } from './config/config.ts';
import { watchKnowledge } from './knowledge/watch-knowledge.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { systemClock } from './system/clock.ts';
import { type HealthServer, type Readiness, startHealthServer } from './system/health-server.ts';
import { createLogger } from './system/logger.ts';

/** The bot as one process: the only thing that `main.ts` has to start and to stop. */
export interface Bot {
  readonly logger: Logger;
  /** Throws `SlackStartError` where Slack can't be worked with. */
  start(): Promise<void>;
  /** Takes no new work, finishes what is at work within ten seconds, and lets go of everything. */
  stop(): Promise<void>;
  /** The port that Slack's requests arrive at; undefined in Socket Mode, and before `start`. */
  port(): number | undefined;
}

/** Adapters that a caller brings instead of the real ones. */
export interface Overrides {
  readonly logger?: Logger;
  readonly clock?: Clock;
  readonly knowledge?: KnowledgeSource;
  /** Put around the press office: sees every question that comes from Slack, and what it gets. */
  readonly around?: (pressOffice: PressOffice) => PressOffice;
  /** Whether `start` waits until the base is learned (by default), or that is done after it. */
  readonly learnFirst?: boolean;
}

/** Longest wait for answers that are being given when the process is asked to end. */
const DRAIN_MS = 10_000;

/**
 * Puts the process together; this is the only file that names concrete adapters. Nothing is opened
 * yet but the knowledge folder: throws `OfficeUnreadableError` where the office can't be read.
 */
export function compose(config: Config, overrides: Overrides = {}): Bot {
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const clock = overrides.clock ?? systemClock;
  const knowledge = overrides.knowledge ?? watchKnowledge(config.knowledgeDir, logger);
  const around = overrides.around ?? ((each) => each);
  const pressOffice = around(createPressOffice({ knowledge, clock, logger }));
  const { slack: settings, logLevel } = config;
  const slack = createSlackApp({ settings, pressOffice, clock, logger, logLevel });
  let stopping = false;
  let health: HealthServer | undefined;
  return {
    logger,
    async start() {
      const readiness = (): Readiness => readinessOf(pressOffice, slack, stopping);
      health = await startHealthServer(config.healthPort, readiness, logger);
      await slack.check();
      // The first question must not wait until the matcher has learned the base.
      if (overrides.learnFirst ?? true) pressOffice.topics();
      await slack.open();
      if (overrides.learnFirst === false) void pressOffice.prepare();
      logger.info('Ready', { mode: settings.mode.kind, command: pressOffice.office().command });
    },
    async stop() {
      stopping = true;
      await slack.stop(DRAIN_MS);
      knowledge.close();
      await health?.close();
    },
    port: () => slack.port(),
  };
}

function readinessOf(pressOffice: PressOffice, slack: SlackApp, stopping: boolean): Readiness {
  const { base, problems } = pressOffice.health();
  const reasons = [slack.notReady(), stopping ? 'The bot is stopping.' : undefined].filter(
    (reason) => reason !== undefined,
  );
  if (!base) reasons.push('There is no knowledge base.', ...problems);
  return { ready: reasons.length === 0, reasons, warnings: base ? problems : [] };
}
