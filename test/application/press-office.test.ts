import { describe, expect, it } from 'vitest';
import { createPressOffice } from '../../src/application/create-press-office.ts';
import type { KnowledgeSource, KnowledgeState } from '../../src/application/ports.ts';
import type { PressOffice } from '../../src/application/press-office.ts';
import type { KnowledgeBase } from '../../src/domain/knowledge-base.ts';
import type { Release } from '../../src/domain/release.ts';
import { outcomeOf, type Reply, releaseAnswers } from '../../src/domain/reply.ts';
import { aBase, anEntry, anOffice, aPassage, aRelease, aTopic } from '../support/builders.ts';
import { type LogLine, recordingLogger } from '../support/fake-press-office.ts';
import { endingsOf } from './real-base.ts';

/** A Tuesday morning in London, with the office open; and the night after it. */
const NOON = Date.UTC(2026, 10, 24, 12);
const NIGHT = Date.UTC(2026, 10, 24, 23);
const EMBARGO = Date.UTC(2026, 10, 25, 0, 1);

const WIDGETS = anEntry({
  id: 'count',
  questions: ['how many widgets', 'number of widgets', 'tally of the widgets'],
});
const COST = anEntry({
  id: 'cost',
  title: 'What widgets cost',
  gives: ['amount'],
  questions: ['what do widgets cost', 'price of a widget', 'how much is a widget'],
  passages: [aPassage({ text: 'A widget costs four pounds.' })],
});
const BY_DAY = anEntry({
  id: 'by-day',
  title: 'The press office by day',
  kind: 'contact',
  gives: ['contact'],
  questions: ['telephone number', 'who can I ring', 'press office number'],
  passages: [aPassage({ text: 'Ring 020 0000 0001 by day.' })],
  whenShut: 'by-night',
});
const BY_NIGHT = anEntry({
  id: 'by-night',
  title: 'The press office by night',
  kind: 'contact',
  gives: ['contact'],
  questions: ['who is there at midnight', 'late line', 'out of hours'],
  passages: [aPassage({ text: 'Ring 07000 000002 by night.' })],
});
/** Four towns, each with a number and a price: only the town tells them apart. */
const FOUR_TOWNS = baseOf(
  aRelease({
    entries: ['Leeds', 'York', 'Hull', 'Bath'].flatMap((town) => [
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
    ]),
  }),
);
const BASE = baseOf(aRelease({ entries: [WIDGETS, COST, BY_DAY, BY_NIGHT] }));

function baseOf(...releases: readonly Release[]): KnowledgeBase {
  return {
    ...aBase(...releases),
    everyday: {
      greetings: ['hello', 'thanks', 'good morning'],
      background: ['what is for lunch', 'tell me a joke', 'capital of Mongolia'],
    },
  };
}

/** A folder that changes when it is told to. */
function changing(first: KnowledgeState): KnowledgeSource & { change(to: KnowledgeState): void } {
  let state = first;
  const listeners: (() => void)[] = [];
  return {
    current: () => state,
    onChange: (changed) => void listeners.push(changed),
    close: () => {},
    change(to) {
      state = to;
      for (const changed of listeners) changed();
    },
  };
}

interface Made {
  readonly pressOffice: PressOffice;
  readonly lines: LogLine[];
}

function make(
  base: KnowledgeBase | undefined,
  options: { drafts?: boolean; now?: number } = {},
): Made {
  const lines: LogLine[] = [];
  const knowledge = changing({ office: anOffice(), ...(base ? { base } : {}), problems: [] });
  const pressOffice = createPressOffice({
    knowledge,
    clock: () => options.now ?? NOON,
    logger: recordingLogger(lines),
    ...(options.drafts === undefined ? {} : { audience: { drafts: options.drafts } }),
  });
  return { pressOffice, lines };
}
const ids = (reply: Reply) => releaseAnswers(reply).map((answer) => answer.entry.id);

describe('what comes of a message', () => {
  const { pressOffice } = make(BASE);

  it.each([
    ['how many widgets', ['answered: count']],
    ['Hello! What do widgets cost?', ['answered: cost']],
    ['how many gadgets', ['declined: gadgets']],
    ['hello', ['greeting']],
    ['', ['greeting']],
    ['capital of Mongolia', ['unknown']],
    ['How many widgets? What do widgets cost?', ['answered: count', 'answered: cost']],
    ['How many widgets? And the number of widgets?', ['answered: count']],
    ['How many gadgets? What is the number of gadgets?', ['declined: gadgets']],
    ['Capital of Mongolia? What is for lunch?', ['unknown']],
    ['Thanks? How many widgets?', ['answered: count']],
  ])('“%s”: %j', (message, endings) => {
    expect(endingsOf(pressOffice.ask(message))).toEqual(endings);
  });

  it('says what was asked, and when, and the state of the office then', () => {
    const reply = pressOffice.ask('how many widgets', NIGHT);
    expect(reply).toMatchObject({
      question: 'how many widgets',
      at: NIGHT,
      office: { open: false },
    });
    expect(pressOffice.ask('how many widgets')).toMatchObject({ at: NOON, office: { open: true } });
    expect(pressOffice.now()).toBe(NOON);
    expect(pressOffice.hours(NIGHT)).toEqual(reply.office);
  });

  it('is explained by the same endings', () => {
    for (const message of ['how many widgets', 'Cost of a widget? Who can I ring?', 'gadgets', ''])
      expect(endingsOf({ parts: partsOf(pressOffice.explain(message)) })).toEqual(
        endingsOf(pressOffice.ask(message)),
      );
  });
});

function partsOf(explanations: ReturnType<PressOffice['explain']>): Reply['parts'] {
  const [first, ...rest] = explanations.map(({ part }) => part);
  if (!first) throw new Error('there is nothing to explain');
  return [first, ...rest];
}

describe('while the office is shut', () => {
  const { pressOffice } = make(BASE);
  const beside = (question: string, at: number) =>
    releaseAnswers(pressOffice.ask(question, at)).map(({ also }) => also.map((entry) => entry.id));

  it('a contact entry brings the out-of-hours line with it; by day, and with others, nothing', () => {
    expect(beside('press office number', NIGHT)).toEqual([['by-night']]);
    expect(beside('press office number', NOON)).toEqual([[]]);
    expect(beside('how many widgets', NIGHT)).toEqual([[]]);
    expect(pressOffice.answer('made-up/by-day', NIGHT)?.also).toEqual([BY_NIGHT]);
  });

  it('the line is not given where it may not be served', () => {
    const gone = { ...BY_NIGHT, status: 'withdrawn' as const };
    const { pressOffice } = make(baseOf(aRelease({ entries: [WIDGETS, BY_DAY, gone] })));
    expect(pressOffice.answer('made-up/by-day', NIGHT)?.also).toEqual([]);
  });
});

describe('an entry that may not be served', () => {
  const hidden = (over: Partial<typeof COST>) =>
    baseOf(aRelease({ entries: [WIDGETS, { ...COST, ...over }, BY_DAY], declined: [] }));
  const question = 'what do widgets cost';

  it.each([
    ['a draft, to reporters', hidden({ status: 'draft' }), false],
    ['a withdrawn one, to reporters', hidden({ status: 'withdrawn' }), false],
    ['a withdrawn one, with drafts', hidden({ status: 'withdrawn' }), true],
    ['background, to reporters', hidden({ use: 'background' }), false],
    ['background, with drafts', hidden({ use: 'background' }), true],
  ])('is nowhere: %s', (_, base, drafts) => {
    const { pressOffice } = make(base, { drafts });
    expect(JSON.stringify(pressOffice.ask(question).parts)).not.toContain('four pounds');
    expect(pressOffice.answer('made-up/cost')).toBeUndefined();
    expect(JSON.stringify(pressOffice.topics())).not.toContain('four pounds');
    expect(JSON.stringify(pressOffice.explain(question))).not.toContain('four pounds');
  });

  it('is there with drafts, where it is one, and nobody sees drafts by default', () => {
    const base = hidden({ status: 'draft' });
    expect(ids(make(base, { drafts: true }).pressOffice.ask(question))).toEqual(['cost']);
    expect(ids(make(base).pressOffice.ask(question))).not.toContain('cost');
  });

  it('is answered but never listed, where it is for those who ask', () => {
    const { pressOffice } = make(hidden({ use: 'if-asked' }));
    expect(ids(pressOffice.ask(question))).toEqual(['cost']);
    expect(pressOffice.topics()[0]?.entries.map((entry) => entry.id)).toEqual(['count', 'by-day']);
  });
});

describe('a release under embargo', () => {
  const secret = aRelease({
    id: 'secret',
    title: 'Sprockets are rare',
    embargo: EMBARGO,
    entries: [
      anEntry({
        id: 'sprockets',
        release: 'secret',
        title: 'How rare sprockets are',
        questions: ['how rare are sprockets', 'sprockets', 'rarity of sprockets'],
        passages: [aPassage({ text: 'Sprockets are rare.' })],
      }),
    ],
    declined: [aTopic({ id: 'cogs', release: 'secret', title: 'Cogs', questions: ['cogs'] })],
  });
  const base = baseOf(aRelease({ entries: [WIDGETS, COST] }), secret);
  const { pressOffice, lines } = make(base);

  it('does not exist until the last millisecond before it lifts', () => {
    const told = [
      pressOffice.ask('how rare are sprockets', EMBARGO - 1).parts,
      pressOffice.ask('secret sprockets', EMBARGO - 1).parts,
      pressOffice.ask('cogs', EMBARGO - 1).parts,
      pressOffice.topics(undefined, EMBARGO - 1),
      pressOffice.topics('secret', EMBARGO - 1),
      pressOffice.answer('secret/sprockets', EMBARGO - 1),
      pressOffice.explain('sprockets', EMBARGO - 1).map(({ match }) => match.findings),
      lines.filter((line) => line.level !== 'debug'),
    ];
    expect(JSON.stringify(told)).not.toMatch(/rare\.|Sprockets are|secret\/|"secret"/);
  });

  it('is there from the instant on, in any order of asking', () => {
    const after = pressOffice.ask('how rare are sprockets', EMBARGO);
    expect(endingsOf(after)).toEqual(['answered: sprockets']);
    expect(releaseAnswers(after)[0]?.release.id).toBe('secret');
    expect(pressOffice.topics('secret', EMBARGO)).toHaveLength(1);
    expect(endingsOf(pressOffice.ask('cogs', EMBARGO))).toEqual(['declined: cogs']);
    expect(pressOffice.answer('secret/sprockets', EMBARGO)?.entry.id).toBe('sprockets');
    const known = [EMBARGO - 1, EMBARGO + 1, 0, EMBARGO].map(
      (at) =>
        endingsOf(pressOffice.ask('how rare are sprockets', at)).join() === 'answered: sprockets',
    );
    expect(known).toEqual([false, true, false, true]);
  });

  it('changes nothing about the others', () => {
    const alone = make(baseOf(aRelease({ entries: [WIDGETS, COST] }))).pressOffice;
    for (const question of ['how many widgets', 'what do widgets cost', 'gadgets', 'sprockets'])
      expect(pressOffice.ask(question, EMBARGO - 1).parts).toEqual(
        alone.ask(question, EMBARGO - 1).parts,
      );
  });
});

describe('an entry whose place a newer one has taken', () => {
  const newer = aRelease({
    id: 'newer',
    embargo: EMBARGO,
    declined: [],
    entries: [
      anEntry({
        id: 'count-2026',
        release: 'newer',
        title: 'How many widgets there are now',
        questions: ['widgets in 2026', 'newest count of widgets'],
        passages: [aPassage({ text: 'Twelve widgets were counted.' })],
        replaces: 'made-up/count',
      }),
    ],
  });
  const { pressOffice } = make(baseOf(aRelease({ entries: [WIDGETS, COST] }), newer));

  it('is marked as what was said then, and listed no more, once the newer one is out', () => {
    expect(pressOffice.answer('made-up/count', EMBARGO - 1)).not.toHaveProperty('supersededBy');
    expect(pressOffice.answer('made-up/count', EMBARGO)?.supersededBy).toBe('newer/count-2026');
    const listed = (at: number) =>
      pressOffice.topics(undefined, at).flatMap(({ entries }) => entries.map((entry) => entry.id));
    expect(listed(EMBARGO - 1)).toEqual(['count', 'cost']);
    expect(listed(EMBARGO)).toEqual(['cost', 'count-2026']);
  });

  it('is offered no more', () => {
    for (const question of ['widgets', 'count', 'newest widgets', 'widgets?', 'tally', 'how many'])
      for (const part of pressOffice.ask(question, EMBARGO).parts)
        if (part.kind === 'choices')
          expect(part.choices.map(({ entry }) => entry.id)).not.toContain('count');
  });
});

describe('without a base', () => {
  const { pressOffice } = make(undefined);

  it('still knows hours and numbers, greets, and says why it knows nothing else', () => {
    const [hours] = pressOffice.ask('opening hours').parts;
    expect(hours).toMatchObject({ kind: 'answered', answer: { from: 'office', topic: 'hours' } });
    expect(endingsOf(pressOffice.ask('who do I call at night'))).toEqual(['answered: outOfHours']);
    expect(endingsOf(pressOffice.ask('hello'))).toEqual(['greeting']);
    expect(pressOffice.ask('how many widgets').parts).toMatchObject([
      { kind: 'unknown', why: 'no-knowledge' },
    ]);
    expect(make(BASE).pressOffice.ask('capital of Mongolia').parts).toMatchObject([
      { kind: 'unknown', why: 'no-match' },
    ]);
    expect(pressOffice.topics()).toEqual([]);
    expect(pressOffice.answer('made-up/count')).toBeUndefined();
    expect(pressOffice.health().base).toBeUndefined();
  });
});

describe('a base that changes', () => {
  /** Lets learning go on until something holds; far more turns than it can need. */
  async function until(holds: () => boolean): Promise<void> {
    for (let turn = 0; turn < 10_000; turn += 1) {
      if (holds()) return;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    throw new Error('it never came to hold');
  }

  it('answers from the old one until the new one is learned, and then from the new one', async () => {
    const office = anOffice();
    const knowledge = changing({ office, base: BASE, problems: [] });
    const pressOffice = createPressOffice({
      knowledge,
      clock: () => NOON,
      logger: recordingLogger(),
    });
    const said = () => endingsOf(pressOffice.ask('what do widgets cost')).join();
    expect(said()).toBe('answered: cost');
    const without = baseOf(aRelease({ entries: [WIDGETS, BY_DAY], declined: [] }));
    knowledge.change({ office, base: without, problems: [] });
    expect(said()).toBe('answered: cost');
    await until(() => said() !== 'answered: cost');
    expect(pressOffice.answer('made-up/cost')).toBeUndefined();
    expect(pressOffice.health().base).toBe(without);
  });

  it('is learned behind, and at once for whoever asks before that is done', async () => {
    const { pressOffice } = make(BASE);
    let done = false;
    const prepared = pressOffice.prepare().then(() => {
      done = true;
    });
    expect(endingsOf(pressOffice.ask('how many widgets'))).toEqual(['answered: count']);
    expect(done).toBe(false);
    await prepared;
    expect(endingsOf(pressOffice.ask('what do widgets cost'))).toEqual(['answered: cost']);
  });

  it('is learned on the spot where nothing old can answer', () => {
    const knowledge = changing({ office: anOffice(), base: BASE, problems: [] });
    const pressOffice = createPressOffice({
      knowledge,
      clock: () => NOON,
      logger: recordingLogger(),
    });
    expect(endingsOf(pressOffice.ask('how many widgets'))).toEqual(['answered: count']);
  });

  it('tells its problems', () => {
    const knowledge = changing({ office: anOffice(), problems: ['a comma is missing'] });
    const pressOffice = createPressOffice({
      knowledge,
      clock: () => NOON,
      logger: recordingLogger(),
    });
    expect(pressOffice.health()).toEqual({ base: undefined, problems: ['a comma is missing'] });
  });
});

describe('what is logged', () => {
  it('is the outcome, the entry and how sure it was; the words at debug alone, and not all of them', () => {
    const { pressOffice, lines } = make(BASE);
    const long = `how many widgets ${'zzz '.repeat(500)}`;
    for (const text of ['how many widgets', 'how many gadgets', long]) pressOffice.ask(text);
    const above = lines.filter((line) => line.level !== 'debug');
    expect(above.map(({ fields }) => [fields.outcome, fields.entry]).slice(0, 2)).toEqual([
      ['answered', 'made-up/count'],
      ['declined', 'made-up/gadgets'],
    ]);
    for (const { message, fields } of above) {
      expect(message).toBe('Question answered');
      expect(Object.keys(fields).sort()).toEqual(['base', 'confidence', 'entry', 'outcome']);
      expect(JSON.stringify(fields)).not.toMatch(/how many|zzz/);
    }
    const debug = lines.filter((line) => line.level === 'debug').map(({ fields }) => fields.text);
    expect(debug).toEqual(['how many widgets', 'how many gadgets', long.slice(0, 500)]);
  });
});

describe('a conversation', () => {
  it('changes no answer that a question has by itself, and makes none of small talk', () => {
    for (const question of ['how many widgets', 'who can I ring', 'hello', 'thanks', '']) {
      const { pressOffice } = make(BASE);
      pressOffice.ask('what do widgets cost', NOON, 'thread');
      expect(pressOffice.ask(question, NOON + 1, 'thread').parts).toEqual(
        pressOffice.ask(question, NOON + 1).parts,
      );
    }
  });

  it('remembers nothing where none is named', () => {
    const { pressOffice } = make(BASE);
    const before = pressOffice.ask('and why?').parts;
    pressOffice.ask('what do widgets cost');
    expect(pressOffice.ask('and why?').parts).toEqual(before);
  });

  it('lets a short question go on from the answer before it, and its explanation says so', () => {
    const { pressOffice } = make(FOUR_TOWNS);
    const short = 'the price of that?';
    expect(outcomeOf(pressOffice.ask(short))).toBe('choices');
    pressOffice.ask('how many widgets in Leeds', NOON, 'thread');
    const explained = pressOffice.explain(short, NOON + 1, 'thread');
    expect(explained.map(({ goesOnFrom }) => goesOnFrom)).toEqual(['Widgets in Leeds']);
    const reply = pressOffice.ask(short, NOON + 1, 'thread');
    expect(endingsOf(reply)).toEqual(['answered: leeds-cost']);
    expect(reply.parts).toEqual(explained.map(({ part }) => part));
    expect(pressOffice.explain(short, NOON + 1)[0]?.goesOnFrom).toBeUndefined();
  });
});
