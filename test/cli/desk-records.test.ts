import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { silent } from '../store/support/place.ts';
import {
  ASKER,
  ASKER_NAME,
  anEnquiry,
  aRow,
  DAY,
  leaseAt,
  NOW,
  OFFICER,
  received,
  TEAM,
  taken,
} from '../store/support/samples.ts';
import { type Ran, run } from './run.ts';

const REFERENCE = 'K7M-4PX';
const ENTRY = 'cyber/cost-to-uk';
const TOLD = 'Thank you.\n“It costs £1.1 billion”, said the inspector.';

describe('the commands of the desk’s records', { timeout: 60_000 }, () => {
  let folder = '';
  const desk = (program: Parameters<typeof run>[0], ...words: readonly string[]): Promise<Ran> =>
    run(program, words, { env: { DATA_DIR: folder } });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-cli-'));
    const store = await openStore({ dataDir: folder, logger: silent, knowledge: () => 'v2' });
    const enquiry = anEnquiry({ reference: REFERENCE });
    await store.commit(received(enquiry));
    await store.commit(taken(enquiry));
    const [card] = await store.lease(leaseAt(NOW));
    await store.delivered(card!, { at: NOW + 1, post: { channel: 'C', ts: '1' }, words: 'Card' });
    const [receipt] = await store.lease(leaseAt(NOW));
    const post = { channel: 'D', ts: '2' };
    await store.delivered(receipt!, { at: NOW + 2, post, words: TOLD, to: ASKER });
    const recently = Date.now() - DAY;
    const asked = (words: string, outcome: string, more: object = {}) =>
      aRow({ what: 'asked', at: recently, words, facts: { outcome }, ...more });
    await store.commit({
      team: TEAM,
      notices: [],
      trail: [
        asked('How many officers were sacked?', 'unknown'),
        asked('what does it cost?', 'answered', { entries: [ENTRY], by: 'U0OTHER', byName: '' }),
        asked('=HYPERLINK("http://x.example")', 'declined'),
        asked('number of sacked officers', 'declined', { by: 'U0OTHER', byName: '' }),
        asked('old', 'unknown', { at: recently - 60 * DAY }),
      ],
    });
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('export ends in good order where nobody reads on', async () => {
    const given = { env: { DATA_DIR: folder }, unread: true };
    const { code, err } = await run('export', ['--format', 'csv'], given);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it.each([
    ['retain', '7'],
    ['forget', '--user', 'U0OTHER', 'U0ANOTHER'],
    ['export', '--format', 'csv', 'today'],
    ['gaps', '7'],
    ['backup', '--to', 'copy', 'now'],
    ['restore', '--from', 'copy', 'now'],
  ] as const)('%s does nothing where a word has no option', async (program, ...words) => {
    const { code, out, err } = await desk(program, ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`“${words.at(-1)}” has no option.`);
  });

  it('audit tells what somebody was told and when, in London’s time', async () => {
    const { code, out, err } = await desk('audit', '--reference', 'k7m 4px');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^2026-11-24 10:00:00 {2}K7M-4PX {2}received {2}by Rosa Fictional \(P-\w{4}\) {2}knowledge v1\n {4}Which forces are worst\?\n/,
    );
    expect(out).toMatch(
      /sent {2}to Rosa Fictional \(P-\w{4}\) {2}notice=asker note=receipt {2}knowledge v2\n {4}Thank you\.\n {4}“It costs £1\.1 billion”, said the inspector\.\n$/,
    );
  });

  it('audit tells who was given a line, all of one person, and where words were said', async () => {
    const entry = (await desk('audit', '--entry', ENTRY, '--json')).json();
    expect(entry).toMatchObject([{ what: 'asked', words: 'what does it cost?', entries: [ENTRY] }]);
    const pseudonym = String(entry[0]?.person);
    expect(pseudonym).toMatch(/^P-/);
    const byName = (await desk('audit', '--from', pseudonym, '--json')).json();
    const byId = (await desk('audit', '--from', 'U0OTHER', '--json')).json();
    expect(byName).toEqual(byId);
    expect(byName.map((row) => row.words)).toEqual([
      'what does it cost?',
      'number of sacked officers',
    ]);
    const words = (await desk('audit', '--words', 'BILLION inspector', '--json')).json();
    expect(words).toMatchObject([{ what: 'sent', toName: ASKER_NAME }]);
    const none = await desk('audit', '--words', 'billion', '--until', '2026-11-23');
    expect(none).toMatchObject({ code: 0, out: '', err: 'The trail has no row that fits.\n' });
    const span = ['--since', '2026-11-24', '--until', '2026-11-24', '--json'];
    const day = (await desk('audit', '--from', ASKER, ...span)).json();
    expect(day.map((row) => row.what)).toEqual(['received', 'sent']);
  });

  it('export gives every row, and nothing that a spreadsheet would run', async () => {
    const rows = (await desk('export', '--format', 'jsonl')).json();
    expect(rows).toHaveLength(9);
    const { out } = await desk('export', '--format', 'csv');
    const lines = out.split('\n');
    expect(lines[0]).toBe(
      'at,what,reference,person,name,to,toName,entries,knowledge,facts,words,team,enquiry',
    );
    expect(out).toContain('"\'=HYPERLINK(""http://x.example"")"');
    expect(out).toContain('"Thank you.\n“It costs £1.1 billion”, said the inspector."');
  });

  it('gaps puts together what asks for the same, most wanted first', async () => {
    const groups = (await desk('gaps', '--json')).json();
    expect(groups.map((group) => group.asked)).toEqual([2, 1]);
    expect(groups[0]).toMatchObject({
      question: 'number of sacked officers',
      also: ['How many officers were sacked?'],
      declined: 1,
    });
    const { out } = await desk('gaps', '--days', '90');
    expect(out).toMatch(/^2 × number of sacked officers {2}\(last \d{4}-\d\d-\d\d, declined 1\)\n/);
    expect(out).toMatch(/^1 × old {2}\(/m);
  });

  it('a copy is made and restored elsewhere, and a second is refused', async () => {
    const file = join(folder, 'copy.jsonl');
    const made = await desk('backup', '--to', file);
    expect(made.out).toMatch(/^\d+ rows written to .*copy\.jsonl\.\n$/);
    const again = await desk('backup', '--to', file);
    expect({ code: again.code, err: again.err }).toEqual({
      code: 2,
      err: `${file} is there already: name a file that isn’t there yet.\n`,
    });
    const elsewhere = { env: { DATA_DIR: join(folder, 'elsewhere') } };
    const restored = await run('restore', ['--from', file], elsewhere);
    expect(restored.out).toBe(made.out.replace('written to', 'read from'));
    const all = ['--format', 'jsonl'];
    expect((await run('export', all, elsewhere)).out).toBe((await desk('export', ...all)).out);
  });

  it('retain and forget empty, and say how much', async () => {
    const copy = join(folder, 'copy-2.jsonl');
    await desk('backup', '--to', copy);
    const other = { env: { DATA_DIR: join(folder, 'other'), KEEP_QUESTIONS_DAYS: '30' } };
    await run('restore', ['--from', copy], other);
    const forever = ['--enquiries', 'forever', '--messages', 'forever', '--people', 'forever'];
    expect((await run('retain', forever, other)).out).toBe('1 row emptied.\n');
    expect((await run('retain', forever, other)).out).toBe('Nothing was old enough.\n');
    const forgotten = await run('forget', ['--user', ASKER], other);
    expect(forgotten.out).toMatch(/^\d+ rows emptied\. Copies made before still name U0ASKER01/);
    expect((await run('export', ['--format', 'jsonl'], other)).out).not.toContain('Rosa');
    expect((await run('forget', ['--user', ASKER], other)).out).toBe(
      'Nothing is kept that names U0ASKER01.\n',
    );
  });

  it.each<readonly [Parameters<typeof run>[0], readonly string[], RegExp]>([
    ['audit', [], /^Say what to look for\.\nWhat was said/],
    ['audit', ['--reference', 'K7M'], /^--reference: “K7M” is no reference; a good one: --ref/],
    ['audit', ['--words', ' '], /^--words is empty; a good one: --words/],
    ['audit', ['--from', OFFICER, '--since', 'noon'], /^--since: “noon” is no day; a good one: 20/],
    ['audit', ['--from', OFFICER, '--until', '2026-02-30'], /^--until: “2026-02-30” is no day/],
    [
      'audit',
      ['--from', OFFICER, '--since', '2026-11-25', '--until', '2026-11-24'],
      /^--since has to lie before --until/,
    ],
    ['audit', ['--from', OFFICER, '--json', '--csv'], /^Give --json or --csv, not both/],
    ['export', ['--format', 'xml'], /^--format is jsonl or csv/],
    ['gaps', ['--days', '0'], /^--days: “0” is no whole number from 1 on; a good one: --days 7/],
    ['forget', ['--user', 'rosa'], /^--user: “rosa” can’t be; a good one: --user U0123ABCD/],
    ['retain', ['--people', '-1'], /--people/],
    ['backup', [], /^--to is missing; a good one: --to desk-2026-11-24\.jsonl/],
    [
      'restore',
      ['--from', 'x'],
      /^The database holds rows already: restore only into an empty one/,
    ],
  ])('%s %j is refused in a sentence', async (program, words, message) => {
    const { code, out, err } = await desk(program, ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('say in one sentence where there is no desk, and where its file is none', async () => {
    const nowhere = join(folder, 'nowhere');
    const missing = await run('gaps', [], { env: { DATA_DIR: nowhere } });
    expect(missing.err).toBe(
      `Nothing is kept in ${nowhere}: set DATA_DIR or DATABASE_URL as they are set for the bot.\n`,
    );
    expect(existsSync(nowhere)).toBe(false);
    const broken = mkdtempSync(join(folder, 'broken-'));
    writeFileSync(join(broken, 'desk.sqlite'), 'no database '.repeat(100));
    const { code, err } = await run('gaps', [], { env: { DATA_DIR: broken } });
    expect(code).toBe(2);
    expect(err).toMatch(/^The desk’s database .* can’t be opened: it is no database; move .*\n$/);
  });
});
