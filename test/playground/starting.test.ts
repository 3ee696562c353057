import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyMadeUp, type KnowledgeCopy } from '../end-to-end/support/knowledge-copy.ts';
import { freePort, listens, takePort } from '../end-to-end/support/ports.ts';
import { runToEnd, startPlaygroundProcess } from './support/playground-process.ts';

const MINUTE = 60_000;

let knowledge: KnowledgeCopy;
const env = (more: Record<string, string> = {}) => ({ KNOWLEDGE_DIR: knowledge.folder, ...more });

beforeAll(() => {
  knowledge = copyMadeUp();
});
afterAll(() => knowledge?.remove());

describe('npm run playground', { timeout: MINUTE }, () => {
  it('prints the page’s address alone on its line once it answers, and ends in good order', async () => {
    const port = await freePort();
    const started = await startPlaygroundProcess({ npm: true, env: env({ PORT: String(port) }) });
    expect(started.address).toBe(`http://127.0.0.1:${port}/`);
    expect((await started.ask('')).status).toBe(200);
    expect(started.output().split('\n')).toContain(started.address);
    expect(started.output()).toContain('over signed HTTP');
    await started.end();
    expect(await listens(port)).toBe(false);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends at %s with code 0, and ends its pages',
    async (signal) => {
      const started = await startPlaygroundProcess({ env: env() });
      const live = await started.listen();
      expect(await started.end(signal)).toMatchObject({ code: 0, err: '' });
      await live.closed;
    },
  );

  it('is another one each time it starts, on the same port, which a page can tell', async () => {
    const port = String(await freePort());
    const instances: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const started = await startPlaygroundProcess({ env: env({ PORT: port }) });
      const live = await started.listen('U0OFFICERA');
      expect(live.snapshot.me).toBe('U0OFFICERA');
      instances.push(live.snapshot.instance);
      await started.end();
    }
    expect(new Set(instances).size).toBe(2);
  });

  it('names PORT and another one where the port is in use', async () => {
    const busy = await takePort();
    try {
      const { code, err } = await runToEnd({ env: env({ PORT: String(busy.port) }) });
      expect(code).toBe(1);
      expect(err).toMatch(
        new RegExp(
          `^Port ${busy.port} is in use by another program: set PORT .*PORT=400\\d npm run`,
        ),
      );
      expect(err).not.toContain('    at ');
    } finally {
      await busy.free();
    }
  });

  it('says what it does not understand, and ends with code 2', async () => {
    const { code, err } = await runToEnd({ words: ['--sokcet'] });
    expect(code).toBe(2);
    expect(err).toContain('--sokcet');
    expect(err).toContain('npm run playground -- --socket');
  });

  it('tells how it is used, and starts nothing', async () => {
    const { code, out } = await runToEnd({ words: ['--help'] });
    expect(code).toBe(0);
    expect(out).toContain('BROWSER=none');
  });

  it('says which file is wrong where the office can’t be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-knowledge-'));
    const { code, err } = await runToEnd({ env: { KNOWLEDGE_DIR: folder } });
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(err).toContain('office.yaml');
    expect(err).not.toContain('    at ');
  });

  it('meets no real Slack, whatever a developer’s .env holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'developer-'));
    const lines = ['SLACK_BOT_TOKEN=nonsense', 'SLACK_API_URL=http://127.0.0.1:1/', 'PORT=busy'];
    writeFileSync(join(folder, '.env'), lines.join('\n'));
    const started = await startPlaygroundProcess({
      cwd: folder,
      env: env({ SLACK_BOT_TOKEN: 'nonsense', SLACK_API_URL: 'http://127.0.0.1:1/' }),
    });
    const live = await started.listen();
    await started.act(live.snapshot.me, {
      kind: 'say',
      channel: 'C0NEWSROOM',
      text: '@hmicfrs hours',
    });
    await live.message('Hours: ');
    await started.end();
    rmSync(folder, { recursive: true });
  });
});
