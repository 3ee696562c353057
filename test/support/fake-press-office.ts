import type { Fields, Logger } from '../../src/application/ports.ts';
import type { PressOffice } from '../../src/application/press-office.ts';
import type { OfficeState } from '../../src/domain/office-hours.ts';
import { entryKey } from '../../src/domain/release.ts';
import type { ReleaseAnswer } from '../../src/domain/reply.ts';
import type { SlackDeps } from '../../src/slack/listener.ts';
import type { SeenDeliveries } from '../../src/slack/seen-deliveries.ts';
import { aBase, anOffice, aRelease } from './builders.ts';

/** An instant on which the made-up office is open. */
const NOW = Date.UTC(2026, 10, 24, 10);

export interface LogLine {
  readonly level: keyof Logger;
  readonly message: string;
  readonly fields: Fields;
}

/** A logger that keeps its lines. */
export function recordingLogger(lines: LogLine[] = []): Logger {
  const to =
    (level: keyof Logger) =>
    (message: string, fields: Fields = {}) => {
      lines.push({ level, message, fields });
    };
  return { error: to('error'), warn: to('warn'), info: to('info'), debug: to('debug') };
}

/** A press office of one made-up release, which answers every question with its first entry. */
export function fakePressOffice(over: Partial<PressOffice> = {}): PressOffice {
  const base = aBase();
  const release = base.releases[0] ?? aRelease();
  const office = anOffice();
  const state: OfficeState = {
    open: true,
    changesAt: NOW + 7 * 3_600_000,
    ring: office.pressOffice,
    why: 'The press office is open.',
  };
  const answers = release.entries.map(
    (entry): ReleaseAnswer => ({ from: 'release', entry, release, also: [] }),
  );
  return {
    ask: (question, at = NOW) => {
      const [answer] = answers;
      if (!answer) throw new Error('The made-up release has no entry.');
      const part = { kind: 'answered' as const, asked: question, answer, confidence: 0.9 };
      return { question, at, office: state, parts: [part] };
    },
    explain: () => [],
    answer: (key) => answers.find(({ entry }) => entryKey(entry) === key),
    topics: (id) =>
      id === undefined || id === release.id ? [{ release, entries: release.entries }] : [],
    hours: () => state,
    office: () => office,
    now: () => NOW,
    prepare: async () => {},
    health: () => ({ base, problems: [] }),
    ...over,
  };
}

/** What a listener works with, all of it made up. */
export function fakeDeps(over: Partial<SlackDeps> = {}): SlackDeps {
  return {
    pressOffice: fakePressOffice(),
    logger: recordingLogger(),
    records: { asked: async () => true, off: () => undefined },
    seen: seenInMemory(),
    ...over,
  };
}

/** Marks that last as long as the test. */
export function seenInMemory(): SeenDeliveries {
  const taken = new Set<string>();
  return {
    async takeUp(key) {
      const first = !taken.has(key);
      taken.add(key);
      return first;
    },
    async forget(key) {
      taken.delete(key);
    },
  };
}
