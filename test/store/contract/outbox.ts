import { describe, expect, it } from 'vitest';
import type { DeskStore } from '../../../src/application/desk/desk-store.ts';
import type { At } from '../support/place.ts';
import {
  aNotice,
  anEnquiry,
  DAY,
  idsOf,
  leaseAt,
  MINUTE,
  NOW,
  received,
  TEAM,
} from '../support/samples.ts';

export function outboxContract(at: At): void {
  describe('leases what waits', () => {
    it('one row of a lane at a time, in the order of its making', async () => {
      const store = await at().open();
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
      const store = await at().open();
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
      const store = await at().open();
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
      const store = await at().open();
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
      const store = await at().open();
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
      const stores = await Promise.all([at().open(), at().open()]);
      const lanes = 30;
      for (let lane = 0; lane < lanes; lane += 1) {
        await stores[0]?.commit(received(anEnquiry()));
      }
      const leased: string[] = [];
      const drain = async (store: DeskStore, by: string): Promise<void> => {
        while (leased.length < lanes) {
          leased.push(...idsOf(await store.lease(leaseAt(NOW, by, 3))));
        }
      };
      await Promise.all(['a', 'b', 'c', 'd'].map((by, index) => drain(stores[index % 2]!, by)));
      expect(leased).toHaveLength(lanes);
      expect(new Set(leased).size).toBe(lanes);
    });

    it('and where a row is given up, what is said instead waits in its lane', async () => {
      const store = await at().open();
      const enquiry = anEnquiry();
      await store.commit(received(enquiry));
      const [row] = await store.lease(leaseAt(NOW));
      const instead = aNotice(enquiry, {
        notice: { kind: 'desk', note: { kind: 'asker-unreachable', code: 'gone' } },
      });
      await store.giveUp(row!, NOW, 'user_disabled', [instead]);
      expect((await store.waiting(TEAM)).count).toBe(2);
      const [trail] = await at().raw("SELECT * FROM trail WHERE what = 'undeliverable'");
      expect(trail).toMatchObject({ reference: enquiry.reference, knowledge: 'v7' });
      expect(JSON.parse(String(trail?.facts))).toEqual({ notice: 'card', code: 'user_disabled' });
    });
  });

  describe('knows where messages stand', () => {
    it('the card where it was posted last, who asked where first, and what each is about', async () => {
      const store = await at().open();
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
        await store.delivered(row!, { at: NOW + index, post, words: `Words ${index}` });
      }
      expect(await store.postOf(enquiry.id, 'card')).toEqual(posts[3]);
      expect(await store.postOf(enquiry.id, 'asker')).toEqual(posts[1]);
      for (const post of posts) expect(await store.byPost(TEAM, post)).toEqual(enquiry);
      expect(await store.byPost('T0002', posts[0]!)).toBeUndefined();
      expect(await store.byPost(TEAM, { channel: 'C1', ts: '9.9' })).toBeUndefined();
      expect(await store.lease(leaseAt(NOW + MINUTE))).toEqual([]);
      // What was delivered is not kept a second time in the outbox.
      expect(await at().raw("SELECT id FROM outbox WHERE notice <> ''")).toEqual([]);
    });
  });
}
