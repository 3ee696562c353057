import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../src/evaluation/question-set.ts';

const GOOD =
  '{"text": "cost to uk", "expect": ["1\\\\.1 billion"], "kind": "slash", "fact": "cost"}';

describe('readQuestions', () => {
  it('reads each line, and leaves out empty ones', () => {
    const read = readQuestions(`${GOOD}\n\n  \n{"text": "hi", "at": "2026-12-25T10:00Z"}\r\n`);
    expect(read.ok && read.value).toEqual([
      { text: 'cost to uk', expect: [/1\.1 billion/i], kind: 'slash', fact: 'cost' },
      {
        text: 'hi',
        expect: [],
        kind: 'question',
        fact: '',
        at: Date.UTC(2026, 11, 25, 10),
      },
    ]);
  });

  it('reads a file without a line', () => {
    expect(readQuestions('')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['no JSON', '{"text": ', 'it is no JSON'],
    ['no object', '7', 'its field "text" is no text'],
    ['nothing', 'null', 'its field "text" is no text'],
    ['no text', '{"question": "hi"}', 'its field "text" is no text'],
    ['a text that is none', '{"text": 7}', 'its field "text" is no text'],
    ['one pattern', '{"text": "hi", "expect": "a"}', 'its field "expect" is no list of patterns'],
    ['a pattern that is no text', '{"text": "hi", "expect": [7]}', 'is no list of patterns'],
    ['a broken pattern', '{"text": "hi", "expect": ["("]}', 'holds no valid pattern'],
    ['no instant', '{"text": "hi", "at": "noon"}', 'its field "at" is no instant'],
    ['an instant that is no text', '{"text": "hi", "at": 7}', 'its field "at" is no instant'],
  ])('names the line that holds %s, and shows a good one', (_, line, wrong) => {
    const read = readQuestions(`${GOOD}\n\n${line}\n${GOOD}`);
    expect(read.ok ? [] : read.error).toEqual([
      expect.stringMatching(/^line 3: .+; a good one: \{"text": "cost to uk"/),
    ]);
    expect(read.ok ? '' : read.error[0]).toContain(wrong);
  });

  it('names every bad line, not the first alone', () => {
    const read = readQuestions(`x\n${GOOD}\ny`);
    expect(read.ok ? [] : read.error.map((each) => each.slice(0, 7))).toEqual([
      'line 1:',
      'line 3:',
    ]);
  });
});
