import { describe, expect, it } from 'vitest';
import { lines, run } from './run.ts';

const DAY = { number: '020 3513 0600', name: 'press office' };
const NIGHT = { number: '07836 217729', name: 'out-of-hours press office line' };
const OPEN_WHY = 'The press office is open Monday to Friday, 8:30am to 5:00pm.';

const EDGES = [
  ['2026-11-24T08:29:59Z', false, '2026-11-24T08:30:00Z', 'The press office opens at 8:30am.'],
  ['2026-11-24T08:30:00Z', true, '2026-11-24T17:00:00Z', OPEN_WHY],
  ['2026-11-24T16:59:59.999Z', true, '2026-11-24T17:00:00Z', OPEN_WHY],
  ['2026-11-24T17:00Z', false, '2026-11-25T08:30:00Z', 'The press office closed at 5:00pm.'],
  // Summer: London is an hour ahead of UTC.
  ['2026-07-01T07:30Z', true, '2026-07-01T16:00:00Z', OPEN_WHY],
  ['2026-07-01T17:00+01:00', false, '2026-07-02T07:30:00Z', 'The press office closed at 5:00pm.'],
  // A Friday evening, over the night on which the clocks go back.
  ['2026-10-23T17:00+01:00', false, '2026-10-26T08:30:00Z', 'The press office closed at 5:00pm.'],
  ['2026-10-25T10:00Z', false, '2026-10-26T08:30:00Z', 'The press office is shut on Sundays.'],
  // Christmas Day on a Friday, Boxing Day's substitute on the Monday.
  ['2026-12-25T10:00Z', false, '2026-12-29T08:30:00Z', 'Friday is a bank holiday: Christmas Day.'],
] as const;

describe('npm run hours', { timeout: 60_000 }, () => {
  it('says in words what the office is at an instant, and what to ring', async () => {
    const { code, out, err } = await run('hours', ['--at', '2026-12-25T10:00Z']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Monday to Friday, 8:30am to 5:00pm');
    expect(out).toContain('To ring now: 07836 217729');
    expect(out).toContain('Friday is a bank holiday: Christmas Day.');
    expect(out).toContain('shut until 8:30am on Tuesday 29 December');
  });

  it('says at each edge what changes, as JSON Lines, and goes on after a bad one', async () => {
    const instants = EDGES.map(([at]) => at);
    const input = lines(
      ...instants,
      'noon',
      JSON.stringify(instants[0]),
      { at: instants[1] },
      '2026-11-24',
      '',
      instants[3],
    );
    const ran = await run('hours', ['--json'], { input });
    expect(ran.code).toBe(1);
    expect(ran.err).toBe('');
    const rows = ran.json();
    expect(rows.slice(0, EDGES.length)).toEqual(EDGES.map(rowOf));
    const [first, second, , fourth] = EDGES;
    expect(rows.slice(EDGES.length)).toEqual([
      { at: 'noon', error: expect.stringContaining('“noon” is no instant with its zone') },
      rowOf(first),
      rowOf(second),
      { at: '2026-11-24', error: expect.stringContaining('is no instant with its zone') },
      rowOf(fourth),
    ]);
  });

  it('refuses an instant that is none, with 2', async () => {
    const { code, out, err } = await run('hours', ['--at', 'noon']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe('--at: “noon” is no instant with its zone; a good one: 2026-12-25T10:00Z\n');
  });
});

function rowOf([at, open, changesAt, why]: (typeof EDGES)[number]): object {
  return { at, open, changesAt, ring: open ? DAY : NIGHT, why };
}
