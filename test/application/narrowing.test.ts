import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PressOffice } from '../../src/application/press-office.ts';
import { outcomeOf, releaseAnswers } from '../../src/domain/reply.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { writeMadeUpRelease } from '../support/made-up-release/write-made-up-release.ts';
import { pressOfficeWith, realKnowledge } from './real-base.ts';

describe('a release’s short name in a question, beside a second release', {
  timeout: 60_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'two-releases-'));
  let pressOffice: PressOffice;
  beforeAll(() => {
    cpSync('knowledge', folder, { recursive: true });
    writeMadeUpRelease(folder);
    const loaded = loadKnowledge(folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    pressOffice = pressOfficeWith(loaded.value, realKnowledge().office);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const given = (question: string) => {
    const reply = pressOffice.ask(question);
    const [answer] = releaseAnswers(reply);
    return answer ? `${answer.release.id}/${answer.entry.id}` : outcomeOf(reply);
  };

  it.each([
    ['kennels cost', 'kennels/cost-of-dogs', 'both releases give a cost'],
    ['cyber cost', 'cyber/cost-to-uk', 'both releases give a cost'],
    ['cyber recommendations', 'cyber/recommendation', 'both recommend something'],
  ])('%s gives %s: %s', (question, wanted) => {
    expect(given(question)).toBe(wanted);
  });

  it.each([
    ['kennels hostile states', 'the other release speaks of them'],
    ['kennels definition of the crime', 'the other release defines one'],
    ['kennels 43 force model', 'the other release speaks of it'],
    ['cyber police dogs', 'the other release speaks of them'],
    ['kennels weather in oslo', 'nobody speaks of it'],
  ])('%s gets no answer: %s', (question) => {
    expect(['declined', 'unknown', 'choices']).toContain(given(question));
  });
});
