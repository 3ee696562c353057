import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../../store/support/postgres-server.ts';
import { credentials, startApp } from '../support/app-process.ts';
import { copyMadeUp, type KnowledgeCopy } from '../support/knowledge-copy.ts';
import { freePort } from '../support/ports.ts';
import { HOURS } from '../support/reading.ts';
import { until } from '../support/until.ts';
import { openScene } from './support/delivering-desk.ts';

let server: PostgresServer | { readonly why: string };
let knowledge: KnowledgeCopy;
beforeAll(async () => {
  server = await startPostgres();
  knowledge = copyMadeUp();
}, 120_000);
afterAll(async () => {
  knowledge.remove();
  if ('remove' in server) await server.remove();
}, 60_000);

describe('with its database gone', { timeout: 240_000 }, () => {
  it('the bot answers all the same, says so on its health page, and goes on when it is back', async (context) => {
    if ('why' in server) return context.skip(`no PostgreSQL runs here: ${server.why}`);
    const scene = await openScene();
    const database = await server.database('gone');
    const app = startApp({
      ...credentials('socket', scene.slack.apiUrl),
      HEALTH_PORT: String(await freePort()),
      KNOWLEDGE_DIR: knowledge.folder,
      DATABASE_URL: database.url,
      PRESS_DESK_CHANNEL: scene.channel.id,
    });
    const { people, workspace } = scene.slack;
    const { id } = workspace.directMessage(scene.reporter.id);
    const answers = () => scene.toReporter().filter(({ text }) => text.includes(HOURS));
    const warned = async () =>
      ((await app.readyz())?.body ?? '').includes('database can’t be used');
    try {
      await app.ready();
      scene.slack.reach({ transport: 'socket' });
      people.say(scene.reporter.id, id, 'hours');
      await until('the first is answered', () => answers().length === 1);
      expect(await warned()).toBe(false);

      await server.stop();
      await until('an operator is told', warned);
      const asked = performance.now();
      people.say(scene.reporter.id, id, 'hours');
      await until('the second is answered', () => answers().length === 2);
      expect(performance.now() - asked).toBeLessThan(5_000);
      expect((await app.readyz())?.status).toBe(200);

      await server.start();
      await until('all is well again', async () => !(await warned()));
      people.say(scene.reporter.id, id, 'hours');
      await until('the third is answered', () => answers().length === 3);
      expect(app.running()).toBe(true);
      expect(app.output()).not.toContain('made-up@');
    } finally {
      await app.stop();
    }
  });
});
