import { describe, expect, it } from 'vitest';
import { StoreDownError } from '../../../src/application/desk/desk-store.ts';
import { until } from '../../end-to-end/support/until.ts';
import {
  ANNA,
  aForm,
  anAnswer,
  BEN,
  handIn,
  openHouse,
  REPORTER,
  TUESDAY_TEN,
} from './support/desk-house.ts';

const HOUR = 3_600_000;

describe('an enquiry that is handed in', () => {
  it('is kept at once, with its reference, and card and receipt follow by themselves', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    const { enquiry, ringOutOfHours } = await handIn(desk, { telephone: ' 020 7946 0000 ' });
    expect(enquiry).toMatchObject({
      status: 'open',
      version: 1,
      outlet: 'The Daily Example',
      deadline: TUESDAY_TEN + 8 * HOUR,
      telephone: '020 7946 0000',
      asker: REPORTER.id,
    });
    expect(enquiry.reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    // The office shuts at 17:00, before the deadline at 18:00.
    expect(ringOutOfHours).toBe(true);
    expect(await store.enquiry('T1', enquiry.id)).toEqual(enquiry);
    await until('card and receipt', () => slack.of('card')[0] && slack.of('asker receipt')[0]);
  });

  it('needs no out-of-hours number where the office is open until the deadline', async () => {
    const { desk } = await openHouse().desk();
    expect((await handIn(desk, { deadline: '420' })).ringOutOfHours).toBe(false);
  });

  it('is kept once however often its form arrives, and has one receipt', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    const forms = await Promise.all([1, 2, 3].map(() => desk.receive(aForm(), 'V-same')));
    const again = await desk.receive(aForm(), 'V-same');
    const references = [...forms, again].map((form) => form.ok && form.value.enquiry.reference);
    expect(new Set(references).size).toBe(1);
    expect(references[0]).not.toBe(false);
    expect(await store.list('T1', {})).toHaveLength(1);
    await until('the outbox is empty', async () => (await store.waiting('T1')).count === 0);
    expect(slack.whats().toSorted()).toEqual(['asker receipt', 'card']);
  });

  it('gets another reference where the first one is taken', async () => {
    let bytes = 0;
    const fills = [1, 1, 2];
    const random = (size: number): Uint8Array => new Uint8Array(size).fill(fills[bytes++] ?? 3);
    const { desk } = await openHouse().desk({ random });
    const first = await handIn(desk);
    const second = await handIn(desk);
    expect(second.enquiry.reference).not.toBe(first.enquiry.reference);
    expect(bytes).toBe(3);
  });

  it.each([
    [
      'empty',
      { outlet: ' ', question: '', deadline: '' },
      { outlet: 'empty', question: 'empty', deadline: 'empty' },
    ],
    [
      'of signs that nobody sees',
      { outlet: '\u200b', question: '\u202e\u2060 \u200b' },
      { outlet: 'empty', question: 'empty' },
    ],
    [
      'too long',
      { outlet: 'x'.repeat(201), question: 'x'.repeat(40_000) },
      { outlet: 'too-long', question: 'too-long' },
    ],
    ['in the past', { deadline: '-5' }, { deadline: 'past' }],
    ['unreadable', { deadline: 'soonish' }, { deadline: 'unreadable' }],
    ['endless', { deadline: '6'.repeat(300) }, { deadline: 'unreadable' }],
    ['no number', { telephone: 'ring me' }, { telephone: 'no-number' }],
  ])('is sent back where fields are %s, with all that is wrong', async (_, over, fields) => {
    const { desk, store } = await openHouse().desk();
    const received = await desk.receive(aForm(over), 'V-bad');
    expect(received).toEqual({ ok: false, error: { kind: 'fields', fields } });
    expect(await store.list('T1', {})).toEqual([]);
  });
});

describe('an officer’s act', () => {
  it('is one officer’s when two take at once, and the other is told whose', async () => {
    const house = openHouse();
    const [one, other] = [await house.desk(), await house.desk()];
    for (let round = 0; round < 10; round += 1) {
      const { enquiry } = await handIn(one.desk);
      const taken = await Promise.all([
        one.desk.act(enquiry.id, { kind: 'take' }, ANNA),
        other.desk.act(enquiry.id, { kind: 'take' }, BEN),
      ]);
      const owner = (await one.desk.enquiry(enquiry.id))?.owner;
      expect([ANNA.id, BEN.id]).toContain(owner);
      expect(taken.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      const refusal = taken.find(({ ok }) => !ok);
      expect(refusal).toEqual({ ok: false, error: { kind: 'taken-by-other', owner } });
    }
  });

  it('decides again on what another made of the enquiry meanwhile', async () => {
    const house = openHouse();
    const other = await house.desk();
    let interfere: (() => Promise<unknown>) | undefined;
    const { desk } = await house.desk({}, (store) => ({
      ...store,
      async commit(change) {
        const once = interfere;
        interfere = undefined;
        await once?.();
        return store.commit(change);
      },
    }));
    const { enquiry } = await handIn(other.desk);
    interfere = () => other.desk.act(enquiry.id, { kind: 'urgent', on: true }, BEN);
    const taken = await desk.act(enquiry.id, { kind: 'take' }, ANNA);
    expect(taken).toMatchObject({ ok: true, value: { owner: ANNA.id, urgent: true, version: 3 } });
  });

  it('is refused to who is not in the channel, and changes nothing', async () => {
    const { desk } = await openHouse().desk();
    const { enquiry } = await handIn(desk);
    expect(await desk.act(enquiry.id, { kind: 'take' }, REPORTER)).toEqual({
      ok: false,
      error: { kind: 'no-officer' },
    });
    expect(await desk.enquiry(enquiry.id)).toEqual(enquiry);
    expect(await desk.overview(REPORTER)).toEqual({ ok: false, error: { kind: 'no-officer' } });
  });

  it('has to wait while Slack does not say who is an officer', async () => {
    const { slack, ...house } = openHouse();
    const { desk } = await house.desk();
    const { enquiry } = await handIn(desk);
    slack.setMute(true);
    const taken = await desk.act(enquiry.id, { kind: 'take' }, ANNA);
    expect(taken).toEqual({ ok: false, error: { kind: 'not-now' } });
  });

  it.each([
    [anAnswer(' \0 '), { kind: 'empty', field: 'answer' }],
    [anAnswer('\u200b'), { kind: 'empty', field: 'answer' }],
    [
      { ...anAnswer(), attribution: { to: ' ', terms: 'background' as const } },
      { kind: 'empty', field: 'attribution' },
    ],
    [
      { kind: 'not-for-us' as const, goInstead: '' },
      { kind: 'empty', field: 'go-instead' },
    ],
    [anAnswer('x'.repeat(3_001)), { kind: 'not-possible' }],
  ])('needs its words, within bounds', async (act, error) => {
    const { desk } = await openHouse().desk();
    const { enquiry } = await handIn(desk);
    expect(await desk.act(enquiry.id, act, ANNA)).toEqual({ ok: false, error });
  });

  it('answers and corrects; the asker gets each once, in order, and both words stay', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    const { enquiry } = await handIn(desk);
    await desk.act(enquiry.id, anAnswer('Ten.'), ANNA, 'V-answer');
    const corrected = await desk.act(enquiry.id, anAnswer('Twelve.'), BEN, 'V-correct');
    expect(corrected.ok && corrected.value.answers.map(({ words }) => words)).toEqual([
      'Ten.',
      'Twelve.',
    ]);
    await until('all is posted', async () => (await store.waiting('T1')).count === 0);
    const toAsker = slack.whats().filter((what) => what.startsWith('asker'));
    expect(toAsker).toEqual(['asker receipt', 'asker answer', 'asker correction']);
  });

  it('of an enquiry that there is not is refused', async () => {
    const { desk } = await openHouse().desk();
    expect(await desk.act('nowhere', { kind: 'take' }, ANNA)).toEqual({
      ok: false,
      error: { kind: 'no-such-enquiry' },
    });
  });
});

describe('what an asker writes on', () => {
  it('reopens an answered enquiry, once, and is no follow-up of anybody else’s', async () => {
    const { slack, ...house } = openHouse();
    const { desk } = await house.runningDesk();
    const { enquiry } = await handIn(desk);
    await desk.act(enquiry.id, anAnswer(), ANNA);
    const answer = await until('the answer', () => slack.of('asker answer')[0]);
    const post = { channel: answer.channel, ts: answer.ts };
    await until(
      'the answer’s place is known',
      async () =>
        (await desk.followUp(post, BEN, 'and?', 'E0')) === 'none' && slack.of('desk answered')[0],
    );
    expect(await desk.followUp(post, REPORTER, 'Thanks so much!', 'E1')).toBe('thanks');
    expect((await desk.enquiry(enquiry.id))?.status).toBe('answered');
    expect(await desk.followUp(post, REPORTER, 'And in Wales?', 'E2')).toBe('kept');
    expect(await desk.followUp(post, REPORTER, 'And in Wales?', 'E2')).toBe('kept');
    expect(await desk.enquiry(enquiry.id)).toMatchObject({ status: 'taken', version: 3 });
    await until(
      'both hear of it',
      () => slack.of('desk follow-up')[0] && slack.of('asker follow-up-kept')[0],
    );
    expect(slack.of('desk follow-up')).toHaveLength(1);
  });

  it('is kept whole, however much it is', async () => {
    const { slack, ...house } = openHouse();
    const { desk, store } = await house.runningDesk();
    const { enquiry } = await handIn(desk);
    const receipt = await until('the receipt', () => slack.of('asker receipt')[0]);
    const words = `${'gadgets '.repeat(4_900)}and Wales?`;
    await until('the receipt’s place is known', () => store.postOf(enquiry.id, 'asker'));
    const post = { channel: receipt.channel, ts: receipt.ts };
    expect(await desk.followUp(post, REPORTER, words, 'E6')).toBe('kept');
    await until('the desk’s note', () => slack.of('desk follow-up')[0]);
    const notes = slack.parcels.map(({ notice }) => (notice.kind === 'desk' ? notice.note : null));
    expect(notes).toContainEqual({ kind: 'follow-up', words });
  });

  it('in the channel’s thread belongs to the enquiry that is to be answered there', async () => {
    const { desk } = await openHouse().desk();
    const askedIn = { channel: 'CNEWS', thread: '77.1' };
    const thread = { channel: 'CNEWS', ts: '77.1' };
    const { enquiry } = await handIn(desk, { askedIn, answerHere: true });
    expect(await desk.followUp(thread, BEN, 'And Wales?', 'E3')).toBe('none');
    expect(await desk.followUp(thread, REPORTER, 'And Wales?', 'E4')).toBe('kept');
    expect((await desk.enquiry(enquiry.id))?.version).toBe(2);
    expect(await desk.followUp({ ...thread, ts: '78.1' }, REPORTER, 'And?', 'E5')).toBe('none');
  });
});

describe('what is seen of the desk', () => {
  it('is open, mine, overdue and answered today, and what words find', async () => {
    const { clock, ...house } = openHouse();
    const { desk } = await house.desk();
    const [open, mine, late, done] = [
      await handIn(desk, { question: 'Which widgets?' }),
      await handIn(desk),
      await handIn(desk, { deadline: '5' }),
      await handIn(desk),
    ].map(({ enquiry }) => enquiry.id);
    await desk.act(mine ?? '', { kind: 'take' }, ANNA);
    await desk.act(done ?? '', anAnswer(), ANNA);
    clock.now += 10 * 60_000;
    const seen = await desk.overview(ANNA, ' WIDGETS ');
    if (!seen.ok) throw new Error('Refused.');
    const ids = (list: readonly { readonly id: string }[] = []): string[] =>
      list.map(({ id }) => id);
    expect(ids(seen.value.open)).toEqual([late, open]);
    expect(ids(seen.value.mine)).toEqual([mine]);
    expect(ids(seen.value.overdue)).toEqual([late]);
    expect(ids(seen.value.answeredToday)).toEqual([done]);
    expect(ids(seen.value.found)).toEqual([open]);
    expect(await desk.mine(REPORTER.id)).toHaveLength(4);
    expect(await desk.mine(ANNA.id)).toEqual([]);
  });

  it('is counted whole, however much there is', async () => {
    const { desk } = await openHouse().desk();
    for (let index = 0; index < 55; index += 1) await handIn(desk);
    const seen = await desk.overview(ANNA);
    expect(seen.ok && seen.value.open).toHaveLength(55);
  });

  it('is never an empty list because the store is away', async () => {
    const { desk } = await openHouse().desk({}, (store) => ({
      ...store,
      list: async () => {
        throw new StoreDownError('away');
      },
    }));
    await expect(desk.mine(REPORTER.id)).rejects.toThrow(StoreDownError);
    expect(await desk.overview(ANNA)).toEqual({ ok: false, error: { kind: 'not-now' } });
  });
});
