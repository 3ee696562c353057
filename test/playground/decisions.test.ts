import { describe, expect, it } from 'vitest';
import { type Decision, watched } from '../../playground/why/decisions.ts';
import { createPressOffice } from '../../src/application/create-press-office.ts';
import { aBase, anEntry, anOffice, aPassage, aRelease } from '../support/builders.ts';
import { recordingLogger } from '../support/fake-press-office.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

/** Four towns, each with a number and a price: only the town tells them apart. */
const ENTRIES = ['Leeds', 'York', 'Hull', 'Bath'].flatMap((town) => [
  anEntry({
    id: `${town.toLowerCase()}-count`,
    title: `Widgets in ${town}`,
    questions: [`how many widgets in ${town}`, `number of widgets in ${town}`],
    passages: [aPassage({ text: `Ten widgets are in ${town}.` })],
  }),
  anEntry({
    id: `${town.toLowerCase()}-cost`,
    title: `The price in ${town}`,
    gives: ['amount'],
    questions: [`price in ${town}`, `what do they cost in ${town}`],
    passages: [aPassage({ text: `In ${town} the price is four pounds.` })],
  }),
]);

function make() {
  const base = {
    ...aBase(aRelease({ entries: ENTRIES })),
    everyday: {
      greetings: ['hello', 'thanks', 'good morning'],
      background: ['what is for lunch', 'tell me a joke', 'capital of Mongolia'],
    },
  };
  const state = { office: anOffice(), base, problems: [] };
  const decisions: Decision[] = [];
  const real = createPressOffice({
    knowledge: { current: () => state, onChange: () => {}, close: () => {} },
    clock: () => NOON,
    logger: recordingLogger(),
  });
  return { office: watched(real, (decision) => decisions.push(decision)), decisions };
}

describe('what the press office decided', () => {
  it('comes with the reasons of a question that went on from the one before it', () => {
    const { office, decisions } = make();
    office.ask('how many widgets in Leeds', NOON, 'thread');
    const reply = office.ask('the price of that?', NOON + 1, 'thread');
    expect(reply.parts[0].kind).toBe('answered');
    const [first, second] = decisions.map(({ questions }) => questions[0]);
    expect(first?.understood.join()).not.toContain('read after');
    expect(second?.understood.join()).toContain('it was read after “Widgets in Leeds”');
    expect(second?.verdict).toMatch(/: \d+%\. From \d+% on .*So: it is answered\./);
    expect(second?.candidates[0]).toMatchObject({ title: 'The price in Leeds', kind: 'entry' });
  });

  it('names the lines that a message of the reply may begin with', () => {
    const { office, decisions } = make();
    office.ask('how many widgets in Leeds');
    expect(decisions[0]?.lines).toContain('About: Widgets in Leeds');
  });

  it('tells of a button, and of none whose entry may not be given', () => {
    const { office, decisions } = make();
    office.answer('made-up/york-cost');
    office.answer('made-up/gone');
    expect(decisions.map(({ by, questions }) => [by, questions[0]?.asked])).toEqual([
      ['button', 'The price in York'],
    ]);
  });

  it('leaves all else as it is', () => {
    const { office, decisions } = make();
    expect(office.now()).toBe(NOON);
    expect(office.topics()).toHaveLength(1);
    expect(decisions).toEqual([]);
  });
});
