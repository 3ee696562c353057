import { describe, expect, it } from 'vitest';
import { type At, countOf } from '../support/place.ts';
import {
  aNotice,
  anEnquiry,
  MINUTE,
  NOW,
  OFFICER,
  received,
  TEAM,
  taken,
} from '../support/samples.ts';

export function enquiriesContract(at: At): void {
  describe('keeps an enquiry', () => {
    it('whole, and gives it back by id, by reference and in lists', async () => {
      const store = await at().open();
      const enquiry = anEnquiry({
        askedIn: { channel: 'C1', thread: '17.1' },
        question: `“Ünïcode” it’s £5 🗞️ <!channel> ${'x'.repeat(40_000)}`,
        goInstead: 'the Home Office',
        owner: OFFICER,
        status: 'answered',
        warned: ['half-way'],
        answers: [
          {
            by: OFFICER,
            at: NOW,
            words: 'We said so.',
            attribution: { to: 'an HMICFRS spokesperson', terms: 'on-the-record' },
            entryKey: 'cyber/cost-to-uk',
          },
        ],
      });
      expect(await store.commit(received(enquiry))).toEqual({ kind: 'done' });
      expect(await store.enquiry(TEAM, enquiry.id)).toEqual(enquiry);
      expect(await store.byReference(TEAM, enquiry.reference)).toEqual(enquiry);
      expect(await store.list(TEAM, {})).toEqual([enquiry]);
      expect(await store.enquiry('T0002', enquiry.id)).toBeUndefined();
      expect(await store.byReference('T0002', enquiry.reference)).toBeUndefined();
      expect(await store.list('T0002', {})).toEqual([]);
    });

    it('and still has it after it was closed and opened again', async () => {
      const before = await at().open();
      const enquiry = anEnquiry();
      await before.commit(received(enquiry));
      await before.close();
      const store = await at().open();
      expect(await store.enquiry(TEAM, enquiry.id)).toEqual(enquiry);
    });

    it('without NUL and without halves of characters, which no database keeps', async () => {
      const store = await at().open();
      const enquiry = anEnquiry({
        outlet: 'a\0b',
        askedIn: { channel: 'C\0', thread: '1' },
        question: `half \ud83d`,
      });
      await store.commit(received(enquiry));
      expect(await store.enquiry(TEAM, enquiry.id)).toMatchObject({
        outlet: 'ab',
        askedIn: { channel: 'C' },
        question: 'half \ufffd',
      });
    });

    it('but not under a reference that is taken; then nothing of it is kept', async () => {
      const store = await at().open();
      const first = anEnquiry();
      await store.commit(received(first));
      const second = anEnquiry({ reference: first.reference });
      const change = received(second, { key: 'form:1' });
      expect(await store.commit(change)).toEqual({ kind: 'reference-taken' });
      expect([
        await countOf(at(), 'outbox'),
        await countOf(at(), 'trail'),
        await countOf(at(), 'keys'),
      ]).toEqual([2, 1, 0]);
      const other = anEnquiry({ reference: first.reference, team: 'T0002' });
      expect(await store.commit(received(other))).toEqual({ kind: 'done' });
    });

    it('in its next state only where nobody was quicker', async () => {
      const [one, two] = [await at().open(), await at().open()];
      const enquiry = anEnquiry();
      await one.commit(received(enquiry));
      const results = await Promise.all([
        one.commit(taken(enquiry, 'U0FIRST')),
        two.commit(taken(enquiry, 'U0SECOND')),
      ]);
      expect(results.map((result) => result.kind).toSorted()).toEqual(['done', 'stale']);
      const winner = results[0]?.kind === 'done' ? 'U0FIRST' : 'U0SECOND';
      expect(await one.enquiry(TEAM, enquiry.id)).toMatchObject({ owner: winner, version: 2 });
      expect([await countOf(at(), 'outbox'), await countOf(at(), 'trail')]).toEqual([3, 2]);
    });

    it('once for each key, and says by which enquiry the key was used', async () => {
      const [one, two] = [await at().open(), await at().open()];
      const [first, second] = [anEnquiry(), anEnquiry()];
      const results = await Promise.all([
        one.commit(received(first, { key: 'form:V1' })),
        two.commit(received(second, { key: 'form:V1' })),
      ]);
      const kept = results[0]?.kind === 'done' ? first : second;
      expect(results).toContainEqual({ kind: 'done' });
      expect(results).toContainEqual({ kind: 'done-before', enquiryId: kept.id });
      expect((await one.list(TEAM, {})).map((each) => each.id)).toEqual([kept.id]);
      const list = { team: TEAM, key: 'morning-list:2026-11-24', notices: [], trail: [] };
      expect(await one.commit(list)).toEqual({ kind: 'done' });
      expect(await two.commit(list)).toEqual({ kind: 'done-before' });
    });

    it('whole or not at all: a notice that can’t be kept takes everything back', async () => {
      const store = await at().open();
      const enquiry = anEnquiry();
      const twice = aNotice(enquiry);
      await expect(
        store.commit(received(enquiry, { key: 'form:1', notices: [twice, twice] })),
      ).rejects.toThrow();
      for (const table of ['enquiries', 'outbox', 'trail', 'keys', 'people', 'texts']) {
        expect([table, await countOf(at(), table)]).toEqual([table, 0]);
      }
      expect(await store.commit(received(enquiry))).toEqual({ kind: 'done' });
    });
  });

  describe('lists enquiries', () => {
    it('by state, owner, asker and deadline, soonest first', async () => {
      const store = await at().open();
      const late = anEnquiry({ deadline: NOW + 3 * MINUTE, receivedAt: NOW + 2 });
      const soon = anEnquiry({ deadline: NOW + MINUTE, asker: 'U0OTHER', receivedAt: NOW + 1 });
      const mine = anEnquiry({ deadline: NOW + 2 * MINUTE, status: 'taken', owner: OFFICER });
      for (const each of [late, soon, mine]) await store.commit(received(each));
      const ids = async (filter: Parameters<typeof store.list>[1]) =>
        (await store.list(TEAM, filter)).map((each) => each.id);
      expect(await ids({})).toEqual([soon.id, mine.id, late.id]);
      expect(await ids({ order: 'newest' })).toEqual([late.id, soon.id, mine.id]);
      expect(await ids({ statuses: ['open'] })).toEqual([soon.id, late.id]);
      expect(await ids({ statuses: [] })).toEqual([]);
      expect(await ids({ owner: OFFICER })).toEqual([mine.id]);
      expect(await ids({ asker: 'U0OTHER' })).toEqual([soon.id]);
      expect(await ids({ dueBy: NOW + 2 * MINUTE })).toEqual([soon.id, mine.id]);
      expect(await ids({ limit: 1 })).toEqual([soon.id]);
      expect(await ids({ answeredSince: 0 })).toEqual([]);
    });

    it('by all of the words, in any case, never by a pattern', async () => {
      const store = await at().open();
      const enquiry = anEnquiry({ outlet: 'L’ÉQUIPE 100%', question: 'How much a_b, Kent?' });
      await store.commit(received(enquiry));
      const finds = async (words: string) => (await store.list(TEAM, { words })).length;
      expect(await finds('équipe KENT')).toBe(1);
      expect(await finds(enquiry.reference.toLowerCase())).toBe(1);
      expect(await finds('100% a_b')).toBe(1);
      expect(await finds('kent surrey')).toBe(0);
      expect(await finds('axb')).toBe(0);
      expect(await finds('k%t')).toBe(0);
      expect(await finds("'; DROP TABLE enquiries; --")).toBe(0);
    });

    it('that were answered since an instant', async () => {
      const store = await at().open();
      const attribution = { to: 'a spokesperson', terms: 'background' } as const;
      const answers = [{ by: OFFICER, at: NOW, words: 'So.', attribution }];
      const enquiry = anEnquiry({ status: 'answered', owner: OFFICER, answers });
      await store.commit(received(enquiry));
      expect(await store.list(TEAM, { answeredSince: NOW })).toHaveLength(1);
      expect(await store.list(TEAM, { answeredSince: NOW + 1 })).toHaveLength(0);
    });
  });
}
