import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Transport } from '../../../local-slack/carriers.ts';
import { SECRETS } from '../../../local-slack/names.ts';
import { type Bot, startBot } from './bot.ts';
import type { KnowledgeCopy } from './knowledge-copy.ts';
import { COST_QUESTION, NONSENSE } from './reading.ts';

/**
 * One bot for all tests of a `describe`. Each test starts with an empty journal and no faults, with
 * a new bot where the last test killed it, and fails where real Slack would have refused something.
 * At the end the bot must stop in good order and have written neither a secret nor a question into
 * its log. It reads the repository's own knowledge unless `copy` gives it other.
 */
export function useBot(transport: Transport, copy?: () => KnowledgeCopy): () => Bot {
  let bot: Bot | undefined;
  let knowledge: KnowledgeCopy | undefined;
  const current = (): Bot => {
    if (!bot) throw new Error('the bot has not started');
    return bot;
  };
  const start = async (): Promise<void> => {
    bot = await startBot(transport, knowledge ? { KNOWLEDGE_DIR: knowledge.folder } : {});
  };
  beforeAll(async () => {
    knowledge = copy?.();
    await start();
  }, 150_000);
  beforeEach(async () => {
    if (!current().app.running()) await start();
    current().slack.reset();
  }, 150_000);
  afterEach(() => {
    if (!bot) return;
    expect(bot.slack.complaints()).toEqual([]);
    expect(bot.app.running()).toBe(true);
  });
  afterAll(async () => {
    if (!bot) return;
    await bot.stop();
    knowledge?.remove();
    expect(await current().app.ended()).toEqual({ code: 0, signal: null });
    for (const secret of [...Object.values(SECRETS), COST_QUESTION, NONSENSE]) {
      expect(current().app.output()).not.toContain(secret);
    }
  }, 60_000);
  return current;
}

/** A knowledge folder for all bots of a file that start their own. */
export function useKnowledge(copy: () => KnowledgeCopy): () => { readonly KNOWLEDGE_DIR: string } {
  let knowledge: KnowledgeCopy | undefined;
  beforeAll(() => {
    knowledge = copy();
  });
  afterAll(() => knowledge?.remove());
  return () => ({ KNOWLEDGE_DIR: knowledge?.folder ?? '' });
}
