import { randomUUID } from 'node:crypto';
import { createPressOffice } from './application/create-press-office.ts';
import { startClearing } from './application/desk/clearing.ts';
import { createDesk } from './application/desk/create-desk.ts';
import type { Desk } from './application/desk/desk.ts';
import type { Repeated } from './application/desk/repeat.ts';
import { within } from './application/desk/within.ts';
import { WITHOUT_CHANNEL } from './application/desk/without-channel.ts';
import type { Clock, KnowledgeSource, Logger } from './application/ports.ts';
import type { PressOffice } from './application/press-office.ts';
import type { Config } from './config/config.ts';
import { readDeadline } from './deadline/read-deadline.ts';
import { refused } from './domain/result.ts';
import { watchKnowledge } from './knowledge/watch-knowledge.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { openStore, type Store } from './store/open-store.ts';
import { systemClock } from './system/clock.ts';
import { type HealthServer, type Readiness, startHealthServer } from './system/health-server.ts';
import { createLogger } from './system/logger.ts';

/** The bot as one process: the only thing that `main.ts` has to start and to stop. */
export interface Bot {
  readonly logger: Logger;
  /**
   * Throws `SlackStartError` where Slack can't be worked with, `StoreStartError` where the desk's store
   * can't be opened.
   */
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
/** Longest wait for messages that are on their way to Slack: what is left waits in the store. */
const LAST_POSTS_MS = 6_000;

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
  const { slack: settings, logLevel, keepDays } = config;
  const keptDays = keepDays.enquiries;
  const slack = createSlackApp({
    ...{ settings, pressOffice, logger, logLevel },
    ...(keptDays === undefined ? {} : { keptDays }),
  });
  let stopping = false;
  let health: HealthServer | undefined;
  let behind: Behind | undefined;
  return {
    logger,
    async start() {
      const readiness = (): Readiness => readinessOf(pressOffice, slack, behind?.desk, stopping);
      health = await startHealthServer(config.healthPort, readiness, logger);
      const store = await openStore({ ...config.store, logger, knowledge: versionOf(pressOffice) });
      const team = await slack.check();
      const desk = deskOver({ config, store, slack, pressOffice, clock, logger, team });
      const clearing = startClearing({ records: store, rules: keepDays, clock, logger });
      behind = { store, desk, clearing };
      // What waited since the last time goes out now, and whether answers are off is known.
      await desk.start();
      // The first question must not wait until the matcher has learned the base.
      if (overrides.learnFirst ?? true) await pressOffice.prepare();
      await slack.open({ desk, hasChannel: config.deskChannel !== undefined });
      if (overrides.learnFirst === false) void pressOffice.prepare();
      logger.info('Ready', { mode: settings.mode.kind, command: pressOffice.office().command });
    },
    async stop() {
      stopping = true;
      await slack.stop(DRAIN_MS);
      await leave(behind, logger);
      knowledge.close();
      await health?.close();
    },
    port: () => slack.port(),
  };
}

/** What stands behind Slack, once the process has begun. */
interface Behind {
  readonly store: Store;
  readonly desk: Desk;
  readonly clearing: Repeated;
}

async function leave(behind: Behind | undefined, logger: Logger): Promise<void> {
  if (!behind) return;
  try {
    await within(LAST_POSTS_MS, async () => {
      await Promise.all([behind.desk.stop(), behind.clearing.stop()]);
    });
  } catch {
    logger.warn(
      'Some messages of the desk were not finished; they are looked for at the next start',
    );
  }
  await behind.store.close();
}

interface DeskSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly slack: SlackApp;
  readonly pressOffice: PressOffice;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly team: string;
}

function deskOver({ config, slack, pressOffice, ...parts }: DeskSurroundings): Desk {
  const { deskChannel } = config;
  return createDesk({
    ...parts,
    ...(deskChannel === undefined ? WITHOUT_CHANNEL : slack.deskSide(deskChannel)),
    pressOffice,
    replica: randomUUID(),
    readDeadline(text, at) {
      const { zone, closes } = pressOffice.office();
      const read = readDeadline(text, { at, zone, closes });
      return read.ok ? read : refused({ kind: read.error });
    },
  });
}

function versionOf(pressOffice: PressOffice): () => string {
  return () => pressOffice.health().base?.version ?? '';
}

function readinessOf(
  pressOffice: PressOffice,
  slack: SlackApp,
  desk: Desk | undefined,
  stopping: boolean,
): Readiness {
  const { base, problems } = pressOffice.health();
  const reasons = [slack.notReady(), stopping ? 'The bot is stopping.' : undefined].filter(
    (reason) => reason !== undefined,
  );
  if (!base) reasons.push('There is no knowledge base.', ...problems);
  return {
    ready: reasons.length === 0,
    reasons,
    warnings: [...(base ? problems : []), ...(desk?.problems() ?? [])],
  };
}
