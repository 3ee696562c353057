import type { EpochMs } from '../../domain/release.ts';
import type { Clock, Logger } from '../ports.ts';
import type { DeskChannel } from './courier.ts';
import { StoreDownError } from './desk-store.ts';
import { TookTooLongError } from './within.ts';

/** What is wrong with the desk at the moment: said in the log once when it begins and once when it ends. */
export interface Trouble {
  /** The store took something down; that it can be read is no sign of that, as on a full disk. */
  storeWorked(): void;
  /** Something came to nothing; `what` is a constant sentence for the log. */
  failed(what: string, error: unknown): void;
  /** The same where Slack was asked: however it failed, and if it took too long, it was not the store. */
  slackFailed(what: string, error: unknown): void;
  /** Slack took a message for the desk's channel; or refused it for good, with this code. */
  channelTook(): void;
  channelRefused(code: string): void;
  channelIs(channel: DeskChannel): void;
  waitingIs(waiting: { readonly count: number; readonly oldestAt?: EpochMs }): void;
  knowledgeIs(versions: ReadonlySet<string>): void;
  /** True while what is for the desk can't be posted: who asks has to be told to ring. */
  deskAway(): boolean;
  /** One sentence for each thing that an operator must know. */
  sentences(): readonly string[];
}

/** A message that has waited longer than this, in milliseconds, is told to the operator. */
const LONG_WAIT_MS = 60_000;
/** Each replica reads a change by itself: only after so long, in milliseconds, it is worth a line. */
const DIFFER_MS = 30_000;

const AWAY: ReadonlySet<DeskChannel['kind']> = new Set(['missing', 'archived', 'not-a-member']);

interface State {
  storeDown: boolean;
  channel: DeskChannel | undefined;
  refusedCode: string | undefined;
  waiting: { readonly count: number; readonly oldestAt?: EpochMs };
  versions: number;
  /** Since when the replicas differ. */
  differSince: EpochMs | undefined;
}

/** Keeps what is wrong. `clock` is the desk's. */
export function createTrouble(clock: Clock, logger: Logger): Trouble {
  const state: State = {
    storeDown: false,
    channel: undefined,
    refusedCode: undefined,
    waiting: { count: 0 },
    versions: 1,
    differSince: undefined,
  };
  return {
    storeWorked() {
      if (state.storeDown) logger.info('The desk’s store can be used again');
      state.storeDown = false;
    },
    failed(what, error) {
      if (!isAboutStore(error)) return logger.error(what, nameOf(error));
      const cause = nameOf(error);
      if (!state.storeDown)
        logger.error('The desk’s store can’t be used', { during: what, ...cause });
      state.storeDown = true;
      logger.debug(what, cause);
    },
    slackFailed: (what, error) => logger.error(what, nameOf(error)),
    channelTook() {
      state.refusedCode = undefined;
    },
    channelRefused(code) {
      if (state.refusedCode !== code)
        logger.error('Slack takes no message for the desk’s channel', { code });
      state.refusedCode = code;
    },
    channelIs(channel) {
      if (channel.kind !== state.channel?.kind) logChannel(channel, logger);
      state.channel = channel;
    },
    waitingIs(waiting) {
      state.waiting = waiting;
    },
    knowledgeIs(versions) {
      if (versions.size > 1 && state.versions <= 1) state.differSince = clock();
      state.versions = versions.size;
      const { differSince } = state;
      if (versions.size <= 1 || differSince === undefined) return;
      if (clock() - differSince < DIFFER_MS) return;
      state.differSince = undefined;
      logger.warn('The replicas answer from different knowledge', { versions: versions.size });
    },
    deskAway: () => state.refusedCode !== undefined || AWAY.has(state.channel?.kind ?? 'unknown'),
    sentences: () =>
      [
        state.storeDown
          ? 'The press desk’s database can’t be used; nothing is recorded until it is back.'
          : undefined,
        channelSentence(state),
        waitingSentence(state.waiting, clock()),
        state.versions > 1
          ? 'The running copies of the bot answer from different versions of the knowledge base.'
          : undefined,
      ].filter((sentence) => sentence !== undefined),
  };
}

function isAboutStore(error: unknown): boolean {
  return error instanceof StoreDownError || error instanceof TookTooLongError;
}

/** Never the message: a database's own errors can hold what a person wrote. */
function nameOf(error: unknown): { readonly name: string; readonly code: string | undefined } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { name: error.name, code };
}

function logChannel(channel: DeskChannel, logger: Logger): void {
  const fields = { channel: channel.id, state: channel.kind };
  switch (channel.kind) {
    case 'private':
      logger.info('The desk’s channel is ready', fields);
      break;
    case 'public':
    case 'unknown':
      logger.warn('The desk’s channel needs a look', fields);
      break;
    default:
      logger.error('The desk’s channel can’t be used', fields);
  }
}

function channelSentence({ channel, refusedCode }: State): string | undefined {
  const waits = 'what is for the desk waits until it can be posted';
  switch (channel?.kind) {
    case 'missing':
      return `Slack knows no channel ${channel.id} (PRESS_DESK_CHANNEL); ${waits}.`;
    case 'archived':
      return `The press desk’s channel ${channel.id} is archived; ${waits}.`;
    case 'not-a-member':
      return `The bot is no member of the press desk’s channel ${channel.id}: invite it; ${waits}.`;
    case 'unknown':
      return `Slack did not say how the press desk’s channel ${channel.id} is (${channel.code}).`;
    default:
      break;
  }
  if (refusedCode !== undefined)
    return `Slack takes no message for the press desk’s channel (${refusedCode}); ${waits}.`;
  if (channel?.kind === 'public')
    return `The press desk’s channel ${channel.id} is public: whoever joins it may act.`;
  return undefined;
}

function waitingSentence(waiting: State['waiting'], at: EpochMs): string | undefined {
  const { count, oldestAt } = waiting;
  if (count === 0 || oldestAt === undefined || at - oldestAt < LONG_WAIT_MS) return undefined;
  const minutes = Math.floor((at - oldestAt) / 60_000);
  const messages = count === 1 ? '1 message waits' : `${count} messages wait`;
  return `${messages} to be posted to Slack, the oldest for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}
