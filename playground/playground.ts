import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type LocalSlack, startLocalSlack } from '../local-slack/local-slack.ts';
import { SECRETS, TEAM } from '../local-slack/names.ts';
import type { KnowledgeSource, Logger } from '../src/application/ports.ts';
import { type Bot, compose } from '../src/compose.ts';
import { type Config, knowledgeDirOf } from '../src/config/config.ts';
import { DEFAULT_RETENTION_DAYS } from '../src/domain/retention.ts';
import { watchKnowledge } from '../src/knowledge/watch-knowledge.ts';
import { perform } from './acts.ts';
import { createClock, type SettableClock } from './clock.ts';
import { clockCases, instantInWords } from './clock-cases.ts';
import { knowledgeInShort, knowledgePage } from './knowledge-page.ts';
import type { Options } from './options.ts';
import { buildPage } from './page/build.ts';
import { DESK_CHANNEL, fillWorkspace } from './people.ts';
import type { Clock, Snapshot } from './protocol.ts';
import { seenBy } from './seen-by.ts';
import { openPageServer, type PageServer } from './server/page-server.ts';
import type { Play } from './server/routes.ts';
import { watched } from './why/decisions.ts';
import { createWhyIndex, whyInWords } from './why/why-index.ts';

/** Everything in one process: the page, a Slack of its own, and the bot as it is. */
export interface Playground {
  readonly address: string;
  /** Ends the page, then the bot, then Slack. */
  stop(): Promise<void>;
}

const PACKAGE_ROOT = fileURLToPath(new URL('..', import.meta.url));
const HOST = '127.0.0.1';

/**
 * Whoever asks before the base is learned waits for the rest of that. So the address is kept back
 * until then, but only while the process is younger than this, in milliseconds.
 */
const LEARN_UNTIL_MS = 2_000;

/**
 * Resolves when the page answers and the bot is ready; where there was time for it, has learned.
 *
 * @throws {PortError} where the page's port can't be had.
 * @throws {OfficeUnreadableError} where the office's own files can't be read.
 */
export async function startPlayground(options: Options, logger: Logger): Promise<Playground> {
  const server = await openPageServer(options.port, (error) =>
    logger.error('The page could not be served', { error: String(error) }),
  );
  // Bundled by a process of its own while this one learns the base.
  const building = buildPage();
  building.catch(() => {});
  const clock = createClock();
  const slack = await startLocalSlack({ now: clock.now });
  fillWorkspace(slack.workspace, slack.manifest.botName);
  const knowledgeDir = knowledgeDirOf({ KNOWLEDGE_DIR: options.knowledgeDir }, PACKAGE_ROOT);
  const knowledge = watchKnowledge(knowledgeDir, logger);
  const why = createWhyIndex();
  // What is said in a playground is nobody's record.
  const dataDir = mkdtempSync(join(tmpdir(), 'playground-'));
  slack.onChange(why.happened);
  let learned: Promise<void> | undefined;
  const bot = compose(configOf(options, slack, knowledgeDir, dataDir), {
    logger,
    clock: clock.now,
    knowledge,
    around: (office) => ({
      ...watched(office, why.decided),
      prepare() {
        learned = office.prepare();
        return learned;
      },
    }),
    learnFirst: false,
  });
  await bot.start();
  slack.reach(addressOf(bot));
  const page = await building;
  const stage = { slack, clock, knowledge, server, transport: options.transport };
  server.serve({ ...playOf(stage), page, why: (channel, ts) => whyInWords(why, channel, ts) });
  await Promise.race([
    learned,
    sleep(LEARN_UNTIL_MS - performance.now(), undefined, { ref: false }),
  ]);
  return {
    address: `http://${HOST}:${server.port}/`,
    async stop() {
      await server.close();
      await bot.stop();
      await slack.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The bot's own settings: made up here, so that no variable of a real Slack is ever read. */
function configOf(
  { transport }: Options,
  slack: LocalSlack,
  knowledgeDir: string,
  dataDir: string,
): Config {
  const { botToken, appToken, signingSecret } = SECRETS;
  return {
    slack: {
      botToken,
      apiUrl: slack.apiUrl,
      mode:
        transport === 'socket'
          ? { kind: 'socket', appToken }
          : { kind: 'http', signingSecret, port: 0, host: HOST },
    },
    healthPort: 0,
    logLevel: 'error',
    knowledgeDir,
    store: { dataDir },
    deskChannel: DESK_CHANNEL,
    keepDays: DEFAULT_RETENTION_DAYS,
  };
}

function addressOf(bot: Bot): Parameters<LocalSlack['reach']>[0] {
  const port = bot.port();
  return port === undefined ? { transport: 'socket' } : { transport: 'http', port };
}

/** So often it is looked whether the clock's words have changed, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

function tellAsTimePasses(words: () => string, tell: () => void): void {
  let told = words();
  setInterval(() => {
    if (words() === told) return;
    told = words();
    tell();
  }, LOOK_EVERY_MS).unref();
}

interface Stage {
  readonly slack: LocalSlack;
  readonly clock: SettableClock;
  readonly knowledge: KnowledgeSource;
  readonly server: PageServer;
  readonly transport: Options['transport'];
}

function playOf(stage: Stage): Omit<Play, 'page' | 'why'> {
  const { slack, clock, knowledge, server } = stage;
  const { streams } = server;
  const instance = randomUUID();
  const people = slack.workspace.people().map(({ id }) => id);
  const clockNow = () => clockOf(clock, knowledge);
  slack.onChange((change) => streams.tell((as) => seenBy(slack, as).happening(change)));
  knowledge.onChange(() => {
    const happening = {
      kind: 'knowledge',
      knowledge: knowledgeInShort(knowledge.current()),
    } as const;
    streams.tell(() => happening);
  });
  const tellClock = () => {
    const happening = { kind: 'clock', clock: clockNow() } as const;
    streams.tell(() => happening);
  };
  tellAsTimePasses(() => wordsOf(clock, knowledge), tellClock);
  return {
    viewer: (as) => people.find((id) => id === as) ?? people[0] ?? '',
    snapshot: (as) => ({
      kind: 'snapshot',
      snapshot: { instance, ...snapshotOf(stage, as), clock: clockNow() },
    }),
    act: (as, act) => perform({ slack, clock, tellClock }, as, act),
    knowledge: () => knowledgePage(knowledge.current()),
  };
}

function snapshotOf(
  { slack, knowledge, transport }: Stage,
  me: string,
): Omit<Snapshot, 'instance' | 'clock'> {
  const seen = seenBy(slack, me);
  const { commands, shortcuts, botName } = slack.manifest;
  return {
    me,
    bot: { id: TEAM.botUser, name: botName },
    people: seen.people,
    channels: seen.channels(),
    commands: commands.map(({ name, hint, description }) => ({ name, hint, description })),
    shortcuts: shortcuts
      .filter(({ kind }) => kind === 'message')
      .map(({ callbackId, label }) => ({ callbackId, label })),
    transport,
    messages: seen.messages(),
    views: seen.views(),
    home: seen.home(),
    faults: slack.faults.switches(),
    knowledge: knowledgeInShort(knowledge.current()),
  };
}

function wordsOf(clock: SettableClock, knowledge: KnowledgeSource): string {
  return instantInWords(knowledge.current().office, clock.now());
}

function clockOf(clock: SettableClock, knowledge: KnowledgeSource): Clock {
  const { office, base } = knowledge.current();
  return {
    setTo: clock.setTo(),
    words: wordsOf(clock, knowledge),
    cases: clockCases(office, base, Date.now()),
  };
}
