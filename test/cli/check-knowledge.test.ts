import { describe, expect, it } from 'vitest';
import { COST } from '../support/made-up-release/text.ts';
import { changeEntry, KENNELS, kennels } from './kennels.ts';
import { run } from './run.ts';

/** So far ahead that nothing but the check may see the release. */
const EMBARGO = Date.UTC(2039, 1, 3);

describe('npm run check:knowledge', { timeout: 60_000 }, () => {
  it('finds no mistake in the real base, and says how much of each release it answers', async () => {
    const { code, out, err } = await run('check-knowledge', []);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^cyber: entries use (\d+) of \1 sentences \(100 %\)\.$/m);
    expect(out).toMatch(/^No mistakes in \d+ entries; \d+ warnings\.$/m);
  });

  it('refuses a passage with one character changed, of a release under embargo too', async () => {
    const folder = kennels(EMBARGO);
    changeEntry(folder, 'cost-of-dogs', COST, COST.replace('3.7', '3.8'));
    const line = folder.lineOf(KENNELS, '£3.8 million');
    const { code, out, err } = await run('check-knowledge', [], { knowledge: folder.root });
    expect(code).toBe(1);
    expect(out).toBe('');
    const [problem, count] = err.split('\n');
    expect(problem).toMatch(/^releases\/2031-02-03-warm-noses\/entries\/all\.yaml:\d+: /);
    expect(problem).toContain(`all.yaml:${line}: `);
    expect(problem).toMatch(/cost-of-dogs.*passages/);
    expect(count).toBe('1 mistake: nothing of this goes live until they are mended.');
  });

  it('only warns of a review date that has passed', async () => {
    const folder = kennels();
    changeEntry(folder, 'stoves', 'review_by: 2039-03-31', 'review_by: 2020-03-31');
    const { code, out, err } = await run('check-knowledge', [], { knowledge: folder.root });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const line = folder.lineOf(KENNELS, '2020-03-31');
    expect(out).toMatch(
      new RegExp(
        `^warning: ${KENNELS}:${line}: .*review_by: press-office should have reviewed it by 2020-03-31`,
        'm',
      ),
    );
    expect(out).toMatch(/^kennels: entries use \d+ of \d+ sentences/m);
    expect(out).toContain('no entry uses');
  });

  it('refuses one question that two entries would answer', async () => {
    const folder = kennels();
    const twice = 'should kennels have stoves';
    changeEntry(
      folder,
      'kennels-visited',
      'number of kennels inspected',
      `${twice.toUpperCase()}?`,
    );
    const line = folder.lineOf(KENNELS, twice.toUpperCase());
    const { code, err } = await run('check-knowledge', [], { knowledge: folder.root });
    expect(code).toBe(1);
    expect(err).toMatch(
      new RegExp(`^${KENNELS}:${line}: .*questions.*is already a question of stoves`, 'm'),
    );
  });
});
