import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../local-slack/json.ts';
import { COST, QUESTION, SPEAKER, TELLING_WORDS, TITLE } from '../support/made-up-release/text.ts';
import { writeMadeUpRelease } from '../support/made-up-release/write-made-up-release.ts';
import { type Bot, startBot } from './support/bot.ts';
import { copyQuotations, type KnowledgeCopy } from './support/knowledge-copy.ts';
import {
  blockWords,
  button,
  COST_QUESTION,
  fallbackWords,
  LABELS,
  stringsOf,
} from './support/reading.ts';
import { reached } from './support/until.ts';

/** How far ahead the embargo is set: further, where a slow machine leaves no room to ask before. */
const AHEAD_MS = [9000, 15_000, 30_000, 90_000];
const ROOM_MS = 3000;
const QUESTIONS = [
  QUESTION,
  'annual cost of police dogs',
  'are police dogs well looked after',
  'what should be done for cold dogs',
  'what are the police dogs called',
  'topics',
  'help',
  'who is quoted?',
];

describe('a release under embargo', { timeout: 240_000 }, () => {
  let knowledge: KnowledgeCopy;
  let bot: Bot;
  let embargo = 0;

  beforeAll(async () => {
    for (const ahead of AHEAD_MS) {
      knowledge = copyQuotations();
      embargo = Date.now() + ahead;
      writeMadeUpRelease(knowledge.folder, embargo);
      bot = await startBot('http', { KNOWLEDGE_DIR: knowledge.folder });
      if (embargo - Date.now() > ROOM_MS) return;
      await bot.stop();
      knowledge.remove();
    }
    throw new Error('the machine is too slow to ask anything before the embargo lifts');
  }, 240_000);

  afterAll(async () => {
    await bot?.stop();
    knowledge?.remove();
  }, 60_000);

  const ask = async (text: string): Promise<JsonObject> => {
    const asked = bot.people.slash(bot.slack.workspace.visitor(), text);
    return (await asked.nextResponse()).body;
  };
  const home = async (): Promise<JsonObject> => {
    const by = bot.slack.workspace.visitor('im');
    await bot.people.openHome(by);
    return (await bot.slack.journal.next('views.publish', (call) => call.body.user_id === by.user))
      .body;
  };
  const pressForged = async (key: string): Promise<void> => {
    const by = bot.slack.workspace.visitor();
    const { body } = await bot.people.slash(by, COST_QUESTION).nextResponse();
    for (const label of Object.values(LABELS)) {
      const real = button(body, label);
      const forged = { ...real, value: String(real.value).replace('cyber/cost-to-uk', key) };
      expect(forged.value).toContain(key);
      await bot.people.press(by, forged, { kind: 'ephemeral', ts: '1.000001' }).receipt;
    }
  };
  const told = (text: string): readonly string[] =>
    TELLING_WORDS.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

  const isNowhere = async (): Promise<void> => {
    for (const question of QUESTIONS) await ask(question);
    await home();
    await pressForged('kennels/cost-of-dogs');
    const answers = bot.slack.journal.all().map(({ body }) => stringsOf(body));
    const named = fallbackWords(await ask('kennels topics'));
    const ready = (await bot.app.readyz())?.body ?? '';
    expect(Date.now(), 'too slow: nothing is proven').toBeLessThan(embargo);
    expect(answers.flatMap(told)).toEqual([]);
    expect(named).not.toContain(TITLE);
    expect(told(bot.app.output())).toEqual([]);
    expect(told(ready)).toEqual([]);
  };

  it('exists for nobody before the instant, and for everybody from then on, without a restart', async () => {
    await isNowhere();
    await reached(embargo);
    const crowd = Array.from({ length: 5 }, () =>
      bot.people.slash(bot.slack.workspace.visitor(), QUESTION),
    );
    for (const each of crowd) {
      expect(await each.receipt).toMatchObject({ acked: true });
      expect(blockWords((await each.nextResponse()).body)).toContain(`“${COST}”`);
    }
    const body = await ask(QUESTION);
    expect(blockWords(body)).toContain(`“${COST}”`);
    expect(fallbackWords(body)).toContain(SPEAKER);
    expect(fallbackWords(await ask('topics'))).toContain(TITLE);
    expect(fallbackWords(await ask('kennels topics'))).toContain(TITLE);
    expect(stringsOf(await home())).toMatch(/dogs|kennels/i);
    expect(fallbackWords(await ask('what are the police dogs called'))).toContain(
      'does not name any dog',
    );
  });
});
