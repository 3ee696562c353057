import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, launchBot, withBot } from './support/bot.ts';
import {
  copyMadeUp,
  copyQuotations,
  type KnowledgeCopy,
  QUOTATIONS,
} from './support/knowledge-copy.ts';
import { A_NUMBER, blockWords, COST, COST_QUESTION, HOURS, SPEAKER } from './support/reading.ts';
import { until } from './support/until.ts';

const WRONG_SUM = COST.replace('£1.1 billion', '£2 billion');

async function ask({ people, slack }: Bot, text: string): Promise<string> {
  const asked = people.slash(slack.workspace.visitor(), text);
  return blockWords((await asked.nextResponse()).body);
}

const readiness = async ({ app }: Bot): Promise<string> => (await app.readyz())?.body ?? '';
const named = (bot: Bot): Promise<boolean> =>
  readiness(bot).then((body) => body.includes('matt-parr.yaml'));

/** Spoils the file of quotations: one of them is no longer what the release says. */
function spoil(knowledge: KnowledgeCopy): void {
  knowledge.write(QUOTATIONS, knowledge.read(QUOTATIONS).replace(COST, WRONG_SUM));
}

describe('a knowledge folder with a mistake in it', { timeout: 150_000 }, () => {
  let knowledge: KnowledgeCopy;
  let bot: Bot;

  beforeAll(async () => {
    knowledge = copyQuotations();
    spoil(knowledge);
    bot = await launchBot('http', { KNOWLEDGE_DIR: knowledge.folder });
    await bot.listening();
  }, 150_000);

  afterAll(async () => {
    await bot?.stop();
    knowledge?.remove();
  }, 60_000);

  it('still lets the office’s hours be told', async () => {
    expect(await ask(bot, 'hours')).toContain(HOURS);
    expect(await ask(bot, 'when is the press office open')).toMatch(/8:30am/);
  });

  it('sends whoever asks about a release to the telephone', async () => {
    const words = await ask(bot, COST_QUESTION);
    expect(words).toContain('I can’t read the releases at the moment');
    expect(words).toMatch(A_NUMBER);
    expect(words).not.toContain(SPEAKER);
    expect(words).not.toContain('£2 billion');
  });

  it('is named at /readyz and in the log, with its line', async () => {
    expect(await bot.app.readyz()).toMatchObject({ status: 503 });
    expect(await readiness(bot)).toMatch(/matt-parr\.yaml:\d+/);
    expect(bot.app.output()).toMatch(/matt-parr\.yaml:\d+/);
  });

  it.each(['', 'help', 'topics', 'cyber topics', 'hello'])(
    'has something to say to “%s”',
    async (text) => {
      expect(await ask(bot, text)).toMatch(A_NUMBER);
    },
  );

  it('leaves a home tab to be shown', async () => {
    const by = bot.slack.workspace.visitor('im');
    await bot.people.openHome(by);
    await bot.slack.journal.next('views.publish', (call) => call.body.user_id === by.user);
  });
});

describe.concurrent('a knowledge folder that changes', { timeout: 240_000 }, () => {
  it('is taken up as soon as it is mended', async () => {
    const knowledge = copyQuotations();
    const sound = knowledge.read(QUOTATIONS);
    spoil(knowledge);
    const bot = await launchBot('http', { KNOWLEDGE_DIR: knowledge.folder });
    try {
      await bot.listening();
      knowledge.write(QUOTATIONS, sound);
      await bot.app.ready();
      await until('the release is answered from', async () =>
        (await ask(bot, COST_QUESTION)).includes(COST),
      );
      expect(await named(bot)).toBe(false);
    } finally {
      await bot.stop();
      knowledge.remove();
    }
  });

  it('is taken up again and again, and what was read last stays in force while it is broken', async () => {
    const knowledge = copyQuotations();
    const sound = knowledge.read(QUOTATIONS);
    try {
      await withBot('http', { KNOWLEDGE_DIR: knowledge.folder }, async (bot) => {
        for (const words of ['quibberly snodge wamplet', 'frobnix tarvish olloway']) {
          knowledge.write(QUOTATIONS, `${sound}\n- id: [`);
          await until('the mistake is told', () => named(bot));
          expect(await ask(bot, COST_QUESTION)).toContain(COST);
          knowledge.write(
            QUOTATIONS,
            sound.replace('questions:\n', `questions:\n    - "${words}"\n`),
          );
          await until('the mistake is gone', async () => !(await named(bot)));
          await until('it is answered', async () => (await ask(bot, words)).includes('About: '));
        }
        expect(await bot.app.readyz()).toMatchObject({ status: 200 });
      });
    } finally {
      knowledge.remove();
    }
  });
});

describe('an office file that cannot be read', { timeout: 150_000 }, () => {
  it('ends the process with a sentence that says where', async () => {
    const knowledge = copyMadeUp();
    const wrong = knowledge.read('office.yaml').replace('"8:30am"', '"half past eight"');
    knowledge.write('office.yaml', wrong);
    const bot = await launchBot('http', { KNOWLEDGE_DIR: knowledge.folder });
    try {
      const { code } = await bot.app.ended();
      expect(code).toBe(1);
      expect(bot.app.output()).toMatch(/office\.yaml:\d+/);
      expect(bot.app.output()).not.toMatch(/^\s+at .+:\d+:\d+/m);
    } finally {
      await bot.stop();
      knowledge.remove();
    }
  });
});
