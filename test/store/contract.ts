import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Place, PlaceMaker } from './support/place.ts';
import {
  ASKER,
  aNotice,
  anEnquiry,
  aRow,
  DAY,
  idsOf,
  leaseAt,
  MINUTE,
  NOW,
  OFFICER,
  received,
  TEAM,
  taken,
} from './support/samples.ts';

/** What every store of the desk does: run on each of them, over a database that is new each time. */
export function storeContract(maker: PlaceMaker): void {
  describe(`the desk's store on ${maker.name}`, { timeout: 30_000 }, () => {
    let place: Place & { remove(): Promise<void> };
    beforeAll(() => maker.start(), 60_000);
    afterAll(() => maker.stop(), 30_000);
    beforeEach(async () => {
      place = await maker.make();
    });
    afterEach(() => place.remove());
    const count = async (table: string): Promise<number> =>
      Number((await place.raw(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

    describe('keeps an enquiry', () => {
      it('whole, and gives it back by id, by reference and in lists', async () => {
        const store = await place.open();
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
        const before = await place.open();
        const enquiry = anEnquiry();
        await before.commit(received(enquiry));
        await before.close();
        const store = await place.open();
        expect(await store.enquiry(TEAM, enquiry.id)).toEqual(enquiry);
      });

      it('without NUL and without halves of characters, which no database keeps', async () => {
        const store = await place.open();
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
        const store = await place.open();
        const first = anEnquiry();
        await store.commit(received(first));
        const second = anEnquiry({ reference: first.reference });
        const change = received(second, { key: 'form:1' });
        expect(await store.commit(change)).toEqual({ kind: 'reference-taken' });
        expect([await count('outbox'), await count('trail'), await count('keys')]).toEqual([
          2, 1, 0,
        ]);
        const other = anEnquiry({ reference: first.reference, team: 'T0002' });
        expect(await store.commit(received(other))).toEqual({ kind: 'done' });
      });

      it('in its next state only where nobody was quicker', async () => {
        const [one, two] = [await place.open(), await place.open()];
        const enquiry = anEnquiry();
        await one.commit(received(enquiry));
        const results = await Promise.all([
          one.commit(taken(enquiry, 'U0FIRST')),
          two.commit(taken(enquiry, 'U0SECOND')),
        ]);
        expect(results.map((result) => result.kind).toSorted()).toEqual(['done', 'stale']);
        const winner = results[0]?.kind === 'done' ? 'U0FIRST' : 'U0SECOND';
        expect(await one.enquiry(TEAM, enquiry.id)).toMatchObject({ owner: winner, version: 2 });
        expect([await count('outbox'), await count('trail')]).toEqual([3, 2]);
      });

      it('once for each key, and says by which enquiry the key was used', async () => {
        const [one, two] = [await place.open(), await place.open()];
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
        const store = await place.open();
        const enquiry = anEnquiry();
        const twice = aNotice(enquiry);
        await expect(
          store.commit(received(enquiry, { key: 'form:1', notices: [twice, twice] })),
        ).rejects.toThrow();
        for (const table of ['enquiries', 'outbox', 'trail', 'keys', 'people', 'texts']) {
          expect([table, await count(table)]).toEqual([table, 0]);
        }
        expect(await store.commit(received(enquiry))).toEqual({ kind: 'done' });
      });
    });

    describe('lists enquiries', () => {
      it('by state, owner, asker and deadline, soonest first', async () => {
        const store = await place.open();
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
        const store = await place.open();
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
        const store = await place.open();
        const attribution = { to: 'a spokesperson', terms: 'background' } as const;
        const answers = [{ by: OFFICER, at: NOW, words: 'So.', attribution }];
        const enquiry = anEnquiry({ status: 'answered', owner: OFFICER, answers });
        await store.commit(received(enquiry));
        expect(await store.list(TEAM, { answeredSince: NOW })).toHaveLength(1);
        expect(await store.list(TEAM, { answeredSince: NOW + 1 })).toHaveLength(0);
      });
    });

    describe('leases what waits', () => {
      it('one row of a lane at a time, in the order of its making', async () => {
        const store = await place.open();
        const [a, b] = [anEnquiry(), anEnquiry()];
        const [changeA, changeB] = [received(a), received(b)];
        await store.commit(changeA);
        await store.commit(changeB);
        const first = await store.lease(leaseAt(NOW));
        expect(idsOf(first)).toEqual([changeA.notices[0]?.id, changeB.notices[0]?.id]);
        expect(first[0]).toEqual({
          ...changeA.notices[0],
          team: TEAM,
          by: 'one',
          attempt: 1,
          firstTriedAt: NOW,
        });
        expect(await store.lease(leaseAt(NOW + 1, 'two'))).toEqual([]);
        await store.delivered(first[0]!, { at: NOW, words: '' });
        expect(idsOf(await store.lease(leaseAt(NOW + 2, 'two')))).toEqual([changeA.notices[1]?.id]);
        expect(await store.waiting(TEAM)).toEqual({ count: 3, oldestAt: NOW });
        expect(await store.waiting('T0002')).toEqual({ count: 0 });
      });

      it('again once the lease has run out, with the first try remembered', async () => {
        const store = await place.open();
        await store.commit(received(anEnquiry()));
        const [row] = await store.lease(leaseAt(NOW));
        expect(await store.lease(leaseAt(NOW + 4_999, 'two'))).toEqual([]);
        const [again] = await store.lease(leaseAt(NOW + 5_000, 'two'));
        expect(again).toEqual({ ...row, by: 'two', attempt: 2, firstTriedAt: NOW });
        // Who lost the lease can’t put the row off any more; that it was posted still holds.
        await store.putOff(row!, NOW + DAY, 'late');
        await store.giveUp(row!, NOW, 'late', []);
        expect(idsOf(await store.lease(leaseAt(NOW + 10_000, 'three')))).toEqual([row?.id]);
        await store.delivered(row!, { at: NOW, words: 'It is there' });
        expect((await store.waiting(TEAM)).count).toBe(1);
      });

      it('and holds a lane whose first row was put off, but no other', async () => {
        const store = await place.open();
        const [a, b] = [anEnquiry(), anEnquiry()];
        await store.commit(received(a));
        await store.commit(received(b));
        const [rowA, rowB] = await store.lease(leaseAt(NOW));
        await store.putOff(rowA!, NOW + MINUTE, 'ratelimited');
        await store.delivered(rowB!, { at: NOW, words: '' });
        const next = await store.lease(leaseAt(NOW + 10_000));
        expect(next.map((row) => row.lane)).toEqual([b.id]);
        const later = await store.lease(leaseAt(NOW + MINUTE));
        expect(idsOf(later)).toContain(rowA?.id);
        expect(later.find((row) => row.id === rowA?.id)?.attempt).toBe(2);
      });

      it('and longer, where the lease is renewed by who holds it', async () => {
        const store = await place.open();
        await store.commit(received(anEnquiry()));
        const [row] = await store.lease(leaseAt(NOW));
        expect(await store.renew(row!, NOW + 8_000)).toBe(true);
        expect(await store.lease(leaseAt(NOW + 7_999, 'two'))).toEqual([]);
        const [taken] = await store.lease(leaseAt(NOW + 8_000, 'two'));
        expect(taken?.id).toBe(row?.id);
        expect(await store.renew(row!, NOW + DAY)).toBe(false);
        await store.delivered(taken!, { at: NOW, words: '' });
        expect(await store.renew(taken!, NOW + DAY)).toBe(false);
      });

      it('before its time where that is asked for, but not while it is leased', async () => {
        const store = await place.open();
        const [a, b] = [anEnquiry(), anEnquiry()];
        await store.commit(received(a));
        await store.commit(received(b));
        const [rowA] = await store.lease(leaseAt(NOW));
        await store.putOff(rowA!, NOW + DAY, 'ratelimited');
        expect(await store.renew(rowA!, NOW + DAY)).toBe(false);
        expect(await store.lease(leaseAt(NOW, 'two'))).toEqual([]);
        const early = await store.lease({ ...leaseAt(NOW, 'two'), putOffToo: true });
        expect(idsOf(early)).toEqual([rowA?.id]);
      });

      it('to one of many at a time, however they race', async () => {
        const stores = await Promise.all([place.open(), place.open()]);
        const lanes = 30;
        for (let lane = 0; lane < lanes; lane += 1) {
          await stores[0]?.commit(received(anEnquiry()));
        }
        const leased: string[] = [];
        const drain = async (index: number): Promise<void> => {
          const store = stores[index % stores.length]!;
          for (;;) {
            const rows = await store.lease(leaseAt(NOW, `worker ${index}`, 3));
            leased.push(...idsOf(rows));
            if (rows.length > 0) continue;
            // Skipped rows may be another’s for a moment: it ends when all are accounted for.
            if (leased.length >= lanes) return;
            await new Promise((settle) => setImmediate(settle));
          }
        };
        await Promise.all([0, 1, 2, 3].map(drain));
        expect(leased).toHaveLength(lanes);
        expect(new Set(leased).size).toBe(lanes);
      });

      it('and where a row is given up, what is said instead waits in its lane', async () => {
        const store = await place.open();
        const enquiry = anEnquiry();
        await store.commit(received(enquiry));
        const [row] = await store.lease(leaseAt(NOW));
        const instead = aNotice(enquiry, {
          notice: { kind: 'desk', note: { kind: 'asker-unreachable', code: 'gone' } },
        });
        await store.giveUp(row!, NOW, 'user_disabled', [instead]);
        expect((await store.waiting(TEAM)).count).toBe(2);
        const [trail] = await place.raw("SELECT * FROM trail WHERE what = 'undeliverable'");
        expect(trail).toMatchObject({ reference: enquiry.reference, knowledge: 'v7' });
        expect(JSON.parse(String(trail?.facts))).toEqual({ notice: 'card', code: 'user_disabled' });
      });
    });

    describe('knows where messages stand', () => {
      it('the card where it was posted last, who asked where first, and what each is about', async () => {
        const store = await place.open();
        const enquiry = anEnquiry();
        await store.commit(
          received(enquiry, {
            notices: [
              aNotice(enquiry),
              aNotice(enquiry, { notice: { kind: 'asker', note: { kind: 'receipt' } } }),
              aNotice(enquiry),
              aNotice(enquiry),
              aNotice(enquiry, { notice: { kind: 'asker', note: { kind: 'closed' } } }),
            ],
          }),
        );
        expect(await store.postOf(enquiry.id, 'card')).toBeUndefined();
        const posts = [
          { channel: 'C1', ts: '9.1' },
          { channel: 'D1', ts: '1.2' },
          { channel: 'C1', ts: '9.1' },
          { channel: 'C1', ts: '1.4' },
          { channel: 'D1', ts: '1.5' },
        ];
        for (const [index, post] of posts.entries()) {
          const [row] = await store.lease(leaseAt(NOW + index));
          const to = row?.notice.kind === 'asker' ? { to: ASKER } : {};
          await store.delivered(row!, { at: NOW + index, post, words: `Words ${index}`, ...to });
        }
        expect(await store.postOf(enquiry.id, 'card')).toEqual(posts[3]);
        expect(await store.postOf(enquiry.id, 'asker')).toEqual(posts[1]);
        for (const post of posts) expect(await store.byPost(TEAM, post)).toEqual(enquiry);
        expect(await store.byPost('T0002', posts[0]!)).toBeUndefined();
        expect(await store.byPost(TEAM, { channel: 'C1', ts: '9.9' })).toBeUndefined();
        expect(await store.lease(leaseAt(NOW + MINUTE))).toEqual([]);
        // What was delivered is not kept a second time in the outbox.
        expect(await place.raw("SELECT id FROM outbox WHERE notice <> ''")).toEqual([]);
      });
    });

    describe('shares among replicas', () => {
      it('which deliveries were taken up, each once, until a day has passed', async () => {
        const [one, two] = [await place.open(), await place.open()];
        const both = await Promise.all([
          one.takeUp(TEAM, 'Ev1', NOW),
          two.takeUp(TEAM, 'Ev1', NOW),
        ]);
        expect(both.toSorted()).toEqual([false, true]);
        expect(await one.takeUp('T0002', 'Ev1', NOW)).toBe(true);
        await two.forgetDelivery(TEAM, 'Ev1');
        expect(await one.takeUp(TEAM, 'Ev1', NOW)).toBe(true);
        expect(await one.takeUp(TEAM, 'Ev2', NOW + 2 * DAY)).toBe(true);
        expect(await count('deliveries')).toBe(1);
      });

      it('settings, and which replicas told of themselves lately', async () => {
        const [one, two] = [await place.open(), await place.open()];
        expect(await one.setting(TEAM, 'off')).toBeUndefined();
        const off = { value: 'A wrong line', by: OFFICER, at: NOW };
        const change = { team: TEAM, notices: [], trail: [] };
        await one.commit({ ...change, setting: { name: 'off', ...off } });
        expect(await two.setting(TEAM, 'off')).toEqual(off);
        await two.commit({ ...change, setting: { name: 'off', ...off, value: '', at: NOW + 1 } });
        expect(await one.setting(TEAM, 'off')).toEqual({ ...off, value: '', at: NOW + 1 });
        expect(await one.setting('T0002', 'off')).toBeUndefined();

        const [a, b] = ['a', 'b'].map((id) => ({ id, knowledge: 'v1', at: NOW }));
        expect(await one.beat(TEAM, a!)).toEqual([a]);
        expect(await two.beat(TEAM, b!)).toEqual([a, b]);
        const later = { ...a!, knowledge: 'v2', at: NOW + 31_000 };
        expect(await one.beat(TEAM, later)).toEqual([later]);
      });
    });

    describe('has a trail', () => {
      it('that names people by pseudonymous ids and holds no text', async () => {
        const store = await place.open();
        const enquiry = anEnquiry();
        await store.commit(received(enquiry));
        await store.commit(taken(enquiry));
        const rows = JSON.stringify(await place.raw('SELECT * FROM trail'));
        expect(rows).toMatch(/P-[2-9A-Z]{4}/);
        for (const secret of [ASKER, OFFICER, 'Rosa', 'Owen', 'forces', '7946']) {
          expect(rows).not.toContain(secret);
        }
        const people = await place.raw('SELECT person, name FROM people');
        expect(people.map((row) => row.name).toSorted()).toEqual([
          'Owen Officer',
          'Rosa Fictional',
        ]);
      });

      it.each([
        ["UPDATE trail SET what = 'closed'"],
        ['DELETE FROM trail'],
        [
          maker.name === 'SQLite'
            ? 'REPLACE INTO trail SELECT * FROM trail'
            : 'TRUNCATE TABLE trail',
        ],
      ])('that the database itself lets nobody change: %s', async (statement) => {
        const store = await place.open();
        await store.commit(received(anEnquiry()));
        const before = await place.raw('SELECT * FROM trail');
        await expect(place.raw(statement)).rejects.toThrow('The trail is only ever added to');
        expect(await place.raw('SELECT * FROM trail')).toEqual(before);
      });

      it('in the order of what happened, with rows of no enquiry too', async () => {
        const store = await place.open();
        const trail = Array.from({ length: 5 }, (_, index) =>
          aRow({ what: 'asked', knowledge: `v${index}`, words: randomUUID() }),
        );
        await store.commit({ team: TEAM, notices: [], trail });
        const rows = await place.raw('SELECT knowledge FROM trail ORDER BY seq');
        expect(rows.map((row) => row.knowledge)).toEqual(['v0', 'v1', 'v2', 'v3', 'v4']);
      });
    });
  });
}
