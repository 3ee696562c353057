import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Transport } from '../../../local-slack/carriers.ts';
import type { LocalSlack } from '../../../local-slack/local-slack.ts';
import { SECRETS, TEAM } from '../../../local-slack/names.ts';
import type { Variables } from './app-process.ts';
import { type Bot, startBot } from './bot.ts';
import { copyMadeUp, type KnowledgeCopy } from './knowledge-copy.ts';
import { type Screen, screenOf } from './screen.ts';

/** A Slack with a press desk in it, before any bot runs. */
export interface Floor {
  readonly slack: LocalSlack;
  /** The desk's channel, private. */
  readonly desk: string;
  /** Two press officers, members of the desk's channel. */
  readonly asha: Screen;
  readonly tom: Screen;
  /** A public channel with the bot and everybody in it. */
  readonly newsroom: string;
  /** Somebody new, in the newsroom. */
  reporter(name?: string): Screen;
}

export interface DeskBot extends Floor {
  readonly bot: Bot;
}

const DESK = 'C0PRESSDESK';

/** Makes the desk's channel, the newsroom and the officers. */
export function furnish(slack: LocalSlack): Floor {
  const { workspace } = slack;
  const officer = (name: string): string => workspace.addPerson({ name, role: 'Press officer' }).id;
  const [asha, tom] = [officer('Asha Lindqvale'), officer('Tom Okonbury')];
  const members = [asha, tom, TEAM.botUser];
  workspace.addChannel({ id: DESK, name: 'press-desk', kind: 'private', members });
  const newsroom = workspace.addChannel({ name: 'newsroom', kind: 'public', members }).id;
  return {
    slack,
    desk: DESK,
    asha: screenOf(slack, asha),
    tom: screenOf(slack, tom),
    newsroom,
    reporter(name = 'Robin Ferrow') {
      const { id } = workspace.addPerson({ name, role: 'Reporter' });
      workspace.join(newsroom, id);
      return screenOf(slack, id);
    },
  };
}

/** What a person of these tests writes; none of it may ever stand in the log. */
export const PRIVATE_WORDS = /zebra/i;

/**
 * A bot with a press desk for all tests of a `describe`, as a process of its own, with a small
 * release to answer from. Each test starts with an empty journal, no faults and no open modals, and
 * fails where Slack would have refused something that `refusals` does not allow.
 */
export function useDeskBot(transport: Transport, variables: Variables = {}): () => DeskBot {
  let knowledge: KnowledgeCopy | undefined;
  let running: DeskBot | undefined;
  const current = (): DeskBot => {
    if (!running) throw new Error('the bot has not started');
    return running;
  };
  beforeAll(async () => {
    knowledge = copyMadeUp();
    const KNOWLEDGE_DIR = knowledge.folder;
    let floor: Floor | undefined;
    const bot = await startBot(transport, (slack) => {
      floor = furnish(slack);
      return { KNOWLEDGE_DIR, PRESS_DESK_CHANNEL: floor.desk, ...variables };
    });
    if (floor) running = { ...floor, bot };
  }, 150_000);
  beforeEach(() => {
    const { slack } = current();
    slack.reset();
    for (const { id } of slack.workspace.people()) slack.workspace.views.closeAll(id);
  });
  afterEach(() => {
    if (!running) return;
    expect(running.slack.complaints()).toEqual([]);
    expect(running.bot.app.running()).toBe(true);
  });
  afterAll(async () => {
    knowledge?.remove();
    if (!running) return;
    const { app } = running.bot;
    await running.bot.stop();
    expect(await app.ended()).toEqual({ code: 0, signal: null });
    expect(app.output()).not.toMatch(PRIVATE_WORDS);
    for (const secret of Object.values(SECRETS)) expect(app.output()).not.toContain(secret);
  }, 60_000);
  return current;
}
