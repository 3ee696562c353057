import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { STORE_FILE } from '../../../src/store/open-store.ts';
import { type SqliteDatabase, sqliteModule } from '../../../src/store/sqlite-module.ts';
import { QUESTION } from '../../support/made-up-release/text.ts';
import { dataFolder } from '../support/app-process.ts';
import { useDeskBot } from '../support/desk-bot.ts';
import { A_NUMBER } from '../support/reading.ts';
import { viewWords, wordsOf } from '../support/screen.ts';
import { ASK, cardOf, enquiry, FORM, handOver } from './surfaces/at-work.ts';

const folder = dataFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('while nothing can be written down', { timeout: 90_000 }, () => {
  const bot = useDeskBot('http', { DATA_DIR: folder });
  let held: SqliteDatabase;
  beforeAll(async () => {
    const Database = await sqliteModule();
    held = new Database(join(folder, STORE_FILE));
  });
  afterEach(() => letGo());
  afterAll(() => held.close());

  /** Keeps everybody else from writing, as a disk that is full would. */
  const hold = (): void => held.exec('BEGIN IMMEDIATE');
  const letGo = (): void => {
    if (held.isTransaction) held.exec('ROLLBACK');
  };

  it('a question is answered, and its reply says that it was not recorded', async () => {
    const { reporter, newsroom } = bot();
    const robin = reporter();
    hold();
    await robin.command(newsroom, QUESTION);
    const words = wordsOf(await robin.sees(newsroom, /£3\.7 million/));
    expect(words).toMatch(/This question was not recorded\./);
    expect(words).toMatch(A_NUMBER);
  });

  it('a form is not taken, says so with the number, and is taken once the store is back', async () => {
    const { reporter, newsroom, asha, desk } = bot();
    const robin = reporter();
    await robin.command(newsroom, 'ask "Who fed the zebra?"');
    await robin.modal(/Outlet/);
    hold();
    expect(await robin.submit(FORM)).toMatchObject({ acked: true });
    expect(viewWords(await robin.modal(/this was not recorded/))).toMatch(A_NUMBER);
    letGo();
    await robin.command(newsroom, QUESTION);
    await robin.press(await robin.sees(newsroom, /£3\.7 million/), ASK);
    await asha.sees(desk, cardOf(await handOver(robin)));
  });

  it('an officer hears that nothing was changed, and what an asker adds is not taken silently', async () => {
    const { asha, desk } = bot();
    const { card, robin, reference } = await enquiry(bot());
    const receipt = await robin.sees(robin.direct, /Please give this reference/);
    hold();
    await asha.press(card, /^Take it$/);
    await asha.sees(desk, /can’t be done at the moment/);
    await robin.say(robin.direct, 'and the other zebra?', receipt);
    const told = await robin.sees(robin.direct, /this was not recorded/);
    expect(wordsOf(told)).toMatch(A_NUMBER);
    expect(told.threadTs).toBe(receipt.ts);
    letGo();
    await asha.press(card, /^Take it$/);
    await asha.sees(desk, cardOf(reference, 'Taken'));
  });
});
