import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyMadeUp, type KnowledgeCopy } from '../end-to-end/support/knowledge-copy.ts';
import { COST, QUESTION } from '../support/made-up-release/text.ts';
import type { Live } from './support/live.ts';
import { type PlaygroundProcess, startPlaygroundProcess } from './support/playground-process.ts';

const MINUTE = 60_000;

let knowledge: KnowledgeCopy;
let playground: PlaygroundProcess;
let live: Live;

beforeAll(async () => {
  knowledge = copyMadeUp();
  playground = await startPlaygroundProcess({ env: { KNOWLEDGE_DIR: knowledge.folder } });
  live = await playground.listen();
}, MINUTE);

afterAll(async () => {
  await playground?.end();
  knowledge?.remove();
}, MINUTE);

function entriesFile(): string {
  const file = knowledge.files().find((each) => each.includes('/entries/'));
  if (!file) throw new Error('the made-up release has no entries');
  return file;
}

async function answersTo(question: string): Promise<void> {
  const { me } = live.snapshot;
  await playground.act(me, { kind: 'say', channel: 'C0NEWSROOM', text: `@hmicfrs ${question}` });
  const asked = await live.message(question);
  await live.message(COST, ({ threadTs }) => threadTs === asked.ts);
}

describe('a knowledge folder under the hands of an editor', { timeout: MINUTE }, () => {
  it('is shown with every passage where it stands', async () => {
    const { releases, problems } = await playground.knowledge();
    expect(problems).toEqual([]);
    const marked = releases
      .flatMap(({ text }) => text)
      .flatMap(({ stretches }) => stretches)
      .filter((each) => each.entries.includes('cost-of-dogs'));
    expect(marked.map(({ text }) => text)).toEqual([COST]);
    const entry = releases[0]?.entries.find(({ id }) => id === 'cost-of-dogs');
    expect(entry?.examples).toContain(QUESTION);
  });

  it('shows a mistake on every page with its line, while the last good base goes on answering', async () => {
    const file = entriesFile();
    const good = knowledge.read(file);
    const { version } = live.snapshot.knowledge;
    knowledge.write(file, good.replace('£3.7 million', '£4 million'));
    const { knowledge: broken } = await live.next(
      'knowledge',
      (each) => each.knowledge.problems.length > 0,
    );
    expect(broken.problems.join()).toMatch(new RegExp(`${file}:\\d+: cost-of-dogs: passages`));
    expect(broken.version).toBe(version);
    expect((await playground.knowledge()).problems).toEqual(broken.problems);
    await answersTo(QUESTION);
    knowledge.write(file, good.replace('What police dogs cost', 'The cost of police dogs'));
    const { knowledge: mended } = await live.next(
      'knowledge',
      (each) => each.knowledge.version !== version,
    );
    expect(mended.problems).toEqual([]);
    const { releases } = await playground.knowledge();
    const titles = releases[0]?.entries.map(({ title }) => title);
    expect(titles).toContain('The cost of police dogs');
  });
});
