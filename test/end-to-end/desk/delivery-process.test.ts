import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials, startApp } from '../support/app-process.ts';
import { copyMadeUp, type KnowledgeCopy } from '../support/knowledge-copy.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/until.ts';
import { handIn, openScene, type Scene } from './support/delivering-desk.ts';

let knowledge: KnowledgeCopy;
beforeAll(() => {
  knowledge = copyMadeUp();
});
afterAll(() => knowledge.remove());

/** The bot as a process, on the scene's Slack and database. */
async function startedOn(scene: Scene, channel = scene.channel.id) {
  const app = startApp({
    ...credentials('socket', scene.slack.apiUrl),
    HEALTH_PORT: String(await freePort()),
    KNOWLEDGE_DIR: knowledge.folder,
    DATA_DIR: scene.dataDir,
    PRESS_DESK_CHANNEL: channel,
    LOG_LEVEL: 'debug',
  });
  return app;
}

describe('the bot as a process', { timeout: 240_000 }, () => {
  it('posts what waited, within five seconds of being ready, and once though it is killed', async () => {
    const scene = await openScene();
    const { desk, stop } = await scene.desk();
    const { reference } = await handIn(scene, desk);
    await stop();
    const cards = () => scene.inChannel().filter(({ text }) => text.includes(reference));
    const first = await startedOn(scene);
    try {
      await first.ready();
      const ready = performance.now();
      await until('the card and the receipt are there', () => {
        return cards().length > 0 && scene.toReporter().length > 0;
      });
      expect(performance.now() - ready).toBeLessThan(5_000);
    } finally {
      first.signal('SIGKILL');
      await first.ended();
    }
    const second = await startedOn(scene);
    try {
      await second.ready();
      const again = await scene.desk();
      await scene.emptied(again.store);
      expect(cards()).toHaveLength(1);
      expect(scene.toReporter()).toHaveLength(1);
    } finally {
      await second.stop();
    }
    expect(await second.ended()).toEqual({ code: 0, signal: null });
  });

  it('answers, and warns on its health page, where Slack knows no such channel', async () => {
    const scene = await openScene();
    const app = await startedOn(scene, 'C0NOWHERE00');
    try {
      await app.ready();
      const page = await app.readyz();
      expect(page?.status).toBe(200);
      expect(page?.body).toContain('C0NOWHERE00');
      expect(app.output()).toContain('The desk’s channel can’t be used');
    } finally {
      await app.stop();
    }
  });

  it('answers once what Slack delivers to two of them', async () => {
    const scene = await openScene();
    const both = [await startedOn(scene), await startedOn(scene)];
    try {
      await Promise.all(both.map((app) => app.ready()));
      scene.slack.reach({ transport: 'socket' });
      scene.slack.faults.set('duplicate', true);
      const { people, workspace } = scene.slack;
      const { id } = workspace.directMessage(scene.reporter.id);
      const asked = 6;
      for (let each = 0; each < asked; each += 1) people.say(scene.reporter.id, id, 'hours');
      const answers = () => scene.toReporter().filter(({ botId }) => botId !== undefined);
      await until('all were answered', () => answers().length >= asked);
      const dropped = () =>
        both.flatMap((app) => [...app.output().matchAll(/came twice and was dropped/g)]);
      await until('all second copies were dropped', () => dropped().length >= asked);
      expect(answers()).toHaveLength(asked);
    } finally {
      await Promise.all(both.map((app) => app.stop()));
    }
  });

  it('has no desk where no channel is named, and says nothing of one', async () => {
    const scene = await openScene();
    const app = await startedOn(scene, '');
    try {
      await app.ready();
      expect((await app.readyz())?.body).toContain('"warnings":[]');
      expect(scene.slack.journal.all('conversations.info')).toEqual([]);
    } finally {
      await app.stop();
    }
  });
});
