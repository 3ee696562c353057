import { describe, expect, it } from 'vitest';
import { COST, QUESTION, SPEAKER, TELLING_WORDS } from '../support/made-up-release/text.ts';
import { changeEntry, kennels, kennelsAndQuotations } from './kennels.ts';
import { lines, run } from './run.ts';

const PARR = 'Her Majesty’s Inspector of Constabulary Matt Parr';
const COST_TO_UK = 'It is estimated that this type of crime costs the UK £1.1 billion each year.';
const FIELDS = [
  'question',
  'outcome',
  'entries',
  'release',
  'text',
  'passages',
  'choices',
  'confidence',
];
const CHRISTMAS = '2026-12-25T10:00Z';
const TUESDAY = '2026-11-24T10:00Z';

describe('npm run ask', { timeout: 60_000 }, () => {
  it('answers words in words, as at the instant it is given', async () => {
    const { code, out, err } = await run('ask', ['--at', CHRISTMAS, 'what', 'does it cost the uk']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`“${COST_TO_UK}”\n${PARR} · quote, paragraph 1\n`);
    expect(out).toContain('To ring now: 07836 217729');
    expect(out).toContain('Christmas Day');
  });

  it('answers JSON Lines in order, a bad line with an error, and all the others', async () => {
    const long = 'what does it cost the uk '.repeat(4_000);
    const given = [
      { question: 'what does it cost the uk', at: CHRISTMAS },
      '{"question": ',
      { question: 'press office telephone number', at: CHRISTMAS },
      { question: 'press office telephone number', at: TUESDAY },
      { ask: 'who is quoted?' },
      { question: 'who is quoted?', at: 'next week' },
      { question: 'who is quoted?', at: 7 },
      '[]',
      '7',
      '',
      { question: '' },
      { question: 'tell me a joke', at: null },
      { question: long },
      { question: 'What is recommended? And what does it cost the UK?' },
      { question: 'a\u2028b\u0000"\\' },
    ];
    const ran = await run('ask', ['--json'], { input: lines(...given) });
    expect(ran.code).toBe(1);
    expect(ran.err).toBe('');
    const rows = ran.json();
    const good = rows.filter((row) => row.outcome !== 'error');

    // One line for each that is not empty, in order; a good one with every field of the contract.
    expect(rows.map((row) => row.question)).toEqual([
      'what does it cost the uk',
      undefined,
      'press office telephone number',
      'press office telephone number',
      ...Array.from({ length: 5 }, () => undefined),
      '',
      'tell me a joke',
      long,
      'What is recommended? And what does it cost the UK?',
      'a\u2028b\u0000"\\',
    ]);
    for (const row of good) {
      expect(Object.keys(row)).toEqual(FIELDS);
      expect(row.confidence).toBeGreaterThanOrEqual(0);
      expect(row.confidence).toBeLessThanOrEqual(1);
    }

    // The bad ones say what is wrong with them.
    expect(rows.filter((row) => row.outcome === 'error')).toEqual([
      { outcome: 'error', error: expect.stringMatching(/^The line is no JSON; a good one: \{/) },
      { outcome: 'error', error: expect.stringMatching(/^The line has no text in its field "que/) },
      { outcome: 'error', error: expect.stringContaining('“next week” is no instant') },
      { outcome: 'error', error: expect.stringMatching(/^The field "at" must be an instant/) },
      { outcome: 'error', error: expect.stringMatching(/^The line has no text in its field "que/) },
      { outcome: 'error', error: expect.stringMatching(/^The line has no text in its field "que/) },
    ]);

    const [cost, shut, open, empty, unknown, longest, several] = good;
    expect(cost).toMatchObject({
      outcome: 'answered',
      entries: ['cost-to-uk'],
      release: 'cyber',
      passages: [{ text: COST_TO_UK, place: 'quote, paragraph 1', speaker: PARR }],
      choices: [],
    });
    expect(cost?.text).toContain(`“${COST_TO_UK}”`);
    expect(cost?.text).toContain('07836 217729');
    // The same question by night and by day; nobody speaks, so that there is no speaker.
    expect(open?.entries).toHaveLength(1);
    expect(shut?.entries).toEqual([open?.entries, 'out-of-hours-line'].flat());
    expect(JSON.stringify(open?.passages)).not.toContain('speaker');
    expect(empty).toMatchObject({ outcome: 'greeting', entries: [], release: null, passages: [] });
    expect(unknown).toMatchObject({ outcome: 'unknown', entries: [], release: null, passages: [] });
    expect(longest?.outcome).toBe('answered');
    expect(several).toMatchObject({
      outcome: 'answered',
      entries: ['recommendation', 'cost-to-uk'],
      release: 'cyber',
    });
  });

  it('knows nothing of a release one second before its embargo lifts, and all of it one after', async () => {
    const embargo = Date.UTC(2031, 1, 3, 0, 1);
    const { root } = kennelsAndQuotations(embargo);
    const at = (seconds: number) => new Date(embargo + seconds * 1000).toISOString();
    const questions = [
      QUESTION,
      'kennels what does keeping police dogs cost each year',
      'kennels topics',
      'topics',
      'what are the police dogs called',
      'who is Ada Fernsby',
      'by when must there be a stove',
      'what does it cost each year',
      'what is recommended',
    ];
    const input = lines(
      ...questions.map((question) => ({ question, at: at(-1) })),
      ...questions.map((question) => ({ question, at: at(1) })),
      { question: QUESTION, at: at(0) },
    );
    const [ran, alone] = await Promise.all([
      run('ask', ['--json'], { knowledge: root, input }),
      run('ask', ['--json', '--at', at(-1), 'kennels', QUESTION], { knowledge: root }),
    ]);
    expect([ran.code, alone.code, ran.err, alone.err]).toEqual([0, 0, '', '']);

    const rows = ran.json();
    const before = [...rows.slice(0, questions.length), ...alone.json()];
    expect(before).toHaveLength(questions.length + 1);
    for (const { question, ...told } of before) {
      const said = withoutQuestion(JSON.stringify(told), String(question)).toLowerCase();
      const words = TELLING_WORDS.filter((word) => said.includes(word.toLowerCase()));
      expect([question, words]).toEqual([question, []]);
      expect([question, told.release]).not.toEqual([question, 'kennels']);
    }
    for (const row of [rows[questions.length], rows.at(-1)])
      expect(row).toMatchObject({
        outcome: 'answered',
        entries: ['cost-of-dogs'],
        release: 'kennels',
        passages: [{ text: COST, speaker: SPEAKER }],
      });
    const after = rows.slice(questions.length, 2 * questions.length);
    expect(after.find((row) => row.question === 'what are the police dogs called')).toMatchObject({
      outcome: 'declined',
      release: 'kennels',
    });
  });

  it('serves drafts where they are asked for, and what is withdrawn never', async () => {
    const folder = kennels();
    changeEntry(folder, 'cost-of-dogs', 'status: live', 'status: draft');
    changeEntry(
      folder,
      'stoves',
      'status: live',
      'status: withdrawn\n  withdrawn_because: It was wrong.',
    );
    const input = lines({ question: QUESTION }, { question: 'should kennels have stoves' });
    const [without, drafts] = await Promise.all(
      [['--json'], ['--json', '--drafts']].map((words) =>
        run('ask', words, { knowledge: folder.root, input }),
      ),
    );
    expect([without?.code, drafts?.code]).toEqual([0, 0]);
    expect(without?.out).not.toContain(COST);
    expect(drafts?.json()[0]).toMatchObject({ outcome: 'answered', entries: ['cost-of-dogs'] });
    for (const ran of [without, drafts]) {
      expect(ran?.out).not.toContain('We recommend that every kennel');
      expect(JSON.stringify(ran?.json().map((row) => row.entries))).not.toContain('stoves');
    }
  });

  it('says what is wrong with an option that it has not got, and ends with 2', async () => {
    const { code, out, err } = await run('ask', ['--jsn', 'what does it cost the uk']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--jsn');
    expect(err).toContain('npm run ask -- "cyber recommendations"');
    expect(err).not.toMatch(/\n\s+at /);
  });
});

/** A reply to several questions restates each; what was typed is no news. */
function withoutQuestion(said: string, question: string): string {
  return said.replaceAll(question, '');
}
