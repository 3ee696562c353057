import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../support/local-slack/local-slack.ts';
import { credentials, startApp } from './support/app-process.ts';
import { type Bot, launchBot } from './support/bot.ts';
import {
  copyMadeUp,
  copyQuotations,
  type KnowledgeCopy,
  QUOTATIONS,
} from './support/knowledge-copy.ts';
import { freePort } from './support/ports.ts';
import { A_NUMBER, blockWords, COST, COST_QUESTION, HOURS, SPEAKER } from './support/reading.ts';
import { until } from './support/until.ts';

describe('a knowledge folder with a mistake in it', { timeout: 60_000 }, () => {
  let knowledge: KnowledgeCopy;
  let bot: Bot;
  let sound: string;

  beforeAll(async () => {
    knowledge = copyQuotations();
    sound = knowledge.read(QUOTATIONS);
    knowledge.write(QUOTATIONS, sound.replace(COST, COST.replace('£1.1 billion', '£2 billion')));
    bot = await launchBot('http', { KNOWLEDGE_DIR: knowledge.folder });
    await bot.listening();
  }, 90_000);

  afterAll(async () => {
    await bot?.stop();
    knowledge?.remove();
  }, 60_000);

  const ask = async (text: string): Promise<string> => {
    const asked = bot.people.slash(bot.slack.workspace.person(), text);
    return blockWords((await asked.nextResponse()).body);
  };
  const readiness = async (): Promise<string> => (await bot.app.readyz())?.body ?? '';

  it('still lets the office’s hours be told', async () => {
    expect(await ask('hours')).toContain(HOURS);
    expect(await ask('when is the press office open')).toMatch(/8:30am/);
  });

  it('sends whoever asks about a release to the telephone', async () => {
    const words = await ask(COST_QUESTION);
    expect(words).toContain('I can’t read the releases at the moment');
    expect(words).toMatch(A_NUMBER);
    expect(words).not.toContain(SPEAKER);
    expect(words).not.toContain('£2 billion');
  });

  it('is named at /readyz and in the log, with its line', async () => {
    expect(await readiness()).toMatch(/matt-parr\.yaml:\d+/);
    expect(bot.app.output()).toContain('matt-parr.yaml');
  });

  it('has something to say to everything else', async () => {
    for (const text of ['', 'help', 'topics', 'cyber topics', 'hello'])
      expect(await ask(text)).toMatch(A_NUMBER);
    const by = bot.slack.workspace.person('im');
    await bot.people.openHome(by);
    await bot.slack.journal.next('views.publish', (call) => call.body.user_id === by.user);
  });

  it('is taken up as soon as it is mended', async () => {
    knowledge.write(QUOTATIONS, sound);
    await until('the mistake is gone', async () => !(await readiness()).includes('matt-parr.yaml'));
    expect(await bot.app.readyz()).toMatchObject({ status: 200 });
    expect(await ask(COST_QUESTION)).toContain(COST);
  });

  it('leaves what was read before in force where it is spoilt again', async () => {
    knowledge.write(QUOTATIONS, `${sound}\n- id: [`);
    await until('the new mistake is told', async () =>
      (await readiness()).includes('matt-parr.yaml'),
    );
    expect(await ask(COST_QUESTION)).toContain(COST);
    expect(bot.app.running()).toBe(true);
  });

  it('lets a new question in without a restart', async () => {
    const more = sound.replace('questions:\n', 'questions:\n    - "quibberly snodge wamplet"\n');
    knowledge.write(QUOTATIONS, more);
    await until('the mistake is gone', async () => !(await readiness()).includes('matt-parr.yaml'));
    expect(await ask('quibberly snodge wamplet')).toContain('About: ');
  });
});

describe('an office file that cannot be read', { timeout: 60_000 }, () => {
  it('ends the process with a sentence that says where', async () => {
    const knowledge = copyMadeUp();
    knowledge.write(
      'office.yaml',
      knowledge.read('office.yaml').replace('"8:30am"', '"half past eight"'),
    );
    const slack = await startLocalSlack();
    const app = startApp({
      ...credentials('http', slack.apiUrl),
      PORT: String(await freePort()),
      HEALTH_PORT: String(await freePort()),
      KNOWLEDGE_DIR: knowledge.folder,
    });
    try {
      const { code } = await app.ended();
      expect(code).not.toBe(0);
      expect(app.output()).toMatch(/office\.yaml:\d+/);
      expect(app.output()).not.toMatch(/^\s+at .+:\d+:\d+/m);
    } finally {
      await app.stop();
      await slack.close();
      knowledge.remove();
    }
  });
});
