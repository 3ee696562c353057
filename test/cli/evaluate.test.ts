import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kennels } from './kennels.ts';
import { lines, run } from './run.ts';

describe('npm run evaluate', { timeout: 60_000 }, () => {
  it('counts what came of a set of questions, and shows the misses', async () => {
    const { root } = kennels();
    const file = join(root, 'questions.jsonl');
    writeFileSync(
      file,
      lines(
        { text: 'what does keeping police dogs cost each year', expect: ['3\\.7 million'] },
        { text: 'how many kennels did you visit', expect: ['31 kennels'] },
        { text: 'should kennels have stoves', expect: ['no such words'], fact: 'made-up-fact' },
        { text: 'capital of Mongolia', expect: [] },
      ),
    );
    const { code, out, err } = await run('evaluate', ['--questions', file, '--misses'], {
      knowledge: root,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('In scope (3): right 66.7 %, offered 0.0 %, wrong 33.3 %, missed 0.0 %.');
    expect(out).toContain('Out of scope (1): answered 0.0 %, choices 0.0 %.');
    expect(out).toMatch(/^wrong +\d\.\d\d stoves +made-up-fact +should kennels have stoves$/m);
    expect(out).not.toMatch(/how many kennels did you visit/);
  });

  it('names the line of a question file that it can’t read', async () => {
    const { root } = kennels();
    const file = join(root, 'questions.jsonl');
    writeFileSync(file, lines({ text: 'good' }, { text: 'bad', expect: ['('] }, '{'));
    const { code, out, err } = await run('evaluate', ['--questions', file], { knowledge: root });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^line 2: its field "expect" holds no valid pattern; a good one: /m);
    expect(err).toMatch(/^line 3: it is no JSON; a good one: /m);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('labels anybody’s questions by anybody’s examples, a line each, in order', async () => {
    const { root } = kennels();
    const examples = join(root, 'examples.jsonl');
    const questions = join(root, 'questions.jsonl');
    const texts = {
      delivery: ['where is my parcel', 'when will my parcel come', 'the parcel is late'],
      refund: ['I want my money back', 'a refund please', 'how do I get a refund'],
      __oos__: ['who won the match'],
    };
    writeFileSync(
      examples,
      lines(
        ...Object.entries(texts).flatMap(([label, all]) => all.map((text) => ({ text, label }))),
      ),
    );
    writeFileSync(
      questions,
      lines(
        { text: 'where is my parcel', label: 'delivery' },
        '',
        { text: 'a refund please' },
        {
          text: 'who won the match',
        },
      ),
    );
    const ran = await run(
      'evaluate',
      ['--examples', examples, '--questions', questions, '--json'],
      { knowledge: root },
    );
    expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' });
    const rows = ran.json();
    expect(rows.map((row) => [row.label, row.best]).slice(0, 2)).toEqual([
      ['delivery', 'delivery'],
      ['refund', 'refund'],
    ]);
    expect(rows).toHaveLength(3);
    expect(rows[2]?.label).toBeNull();
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['label', 'best', 'confidence']);
      expect(row.confidence).toBeGreaterThanOrEqual(0);
      expect(row.confidence).toBeLessThanOrEqual(1);
    }
  });
});
