import { describe, expect, it } from 'vitest';
import type { Enquiry } from '../../../src/domain/enquiry.ts';
import type { Store } from '../../../src/store/open-store.ts';
import type { At } from '../support/place.ts';
import {
  ASKER,
  ASKER_NAME,
  aNotice,
  anEnquiry,
  aRow,
  DAY,
  leaseAt,
  MINUTE,
  NOW,
  OFFICER,
  received,
  TEAM,
  taken,
} from '../support/samples.ts';

const ENTRY = 'cyber/cost-to-uk';
const WORDS = 'This crime costs the UK £1.1 billion each year.';
const QUESTION = 'Why did it take so long, Inspector?';

/** An enquiry that was received, taken and answered, with what was sent delivered. */
async function answered(store: Store): Promise<Enquiry> {
  const enquiry = anEnquiry();
  await store.commit(received(enquiry));
  await store.commit(taken(enquiry));
  const attribution = { to: 'an HMICFRS spokesperson', terms: 'on-the-record' } as const;
  const facts = { enquiryId: enquiry.id, reference: enquiry.reference };
  const next: Enquiry = {
    ...enquiry,
    version: 3,
    status: 'answered',
    owner: OFFICER,
    answers: [{ by: OFFICER, at: NOW, words: WORDS, attribution, entryKey: ENTRY }],
  };
  await store.commit({
    team: TEAM,
    enquiry: { kind: 'next', enquiry: next, from: 2 },
    notices: [
      aNotice(enquiry, {
        notice: { kind: 'asker', note: { kind: 'answer', words: WORDS, attribution } },
      }),
    ],
    trail: [
      aRow({ what: 'answered', by: OFFICER, byName: '', entries: [ENTRY], words: WORDS, ...facts }),
    ],
  });
  for (let row = 0; row < 4; row += 1) await deliverNext(store, row);
  return next;
}

async function deliverNext(store: Store, index: number): Promise<void> {
  const [row] = await store.lease(leaseAt(NOW + index));
  const toAsker = row?.notice.kind === 'asker';
  await store.delivered(row!, {
    at: NOW + index,
    post: { channel: toAsker ? 'D1' : 'C1', ts: toAsker ? `${index}.1` : '1.0' },
    words: toAsker ? `Dear ${ASKER_NAME}, ${WORDS}` : `From ${ASKER_NAME}`,
    ...(toAsker && { to: ASKER }),
  });
}

async function asked(store: Store, at: number, outcome: string, words = QUESTION): Promise<void> {
  const row = aRow({ at, what: 'asked', facts: { outcome, surface: 'command' }, words });
  await store.commit({ team: TEAM, notices: [], trail: [row] });
}

export function recordsContract(at: At): void {
  describe('tells from the trail', () => {
    it('what somebody was told and when, word for word, by reference', async () => {
      const store = await at().open();
      const enquiry = await answered(store);
      await store.commit(received(anEnquiry()));
      const rows = await store.trail({ reference: enquiry.reference.toLowerCase() });
      expect(rows.map((row) => row.what)).toEqual([
        'received',
        'taken',
        'answered',
        'sent',
        'sent',
        'sent',
        'sent',
      ]);
      expect(rows[0]).toMatchObject({ personName: ASKER_NAME, words: enquiry.question });
      expect(rows.at(-1)).toMatchObject({
        to: rows[0]?.person,
        toName: ASKER_NAME,
        words: `Dear ${ASKER_NAME}, ${WORDS}`,
        knowledge: 'v7',
        entries: [ENTRY],
        facts: { notice: 'asker', note: 'answer' },
      });
    });

    it('who was given a line, by entry, by person, by words, and between two instants', async () => {
      const store = await at().open();
      await answered(store);
      await asked(store, NOW + MINUTE, 'unknown');
      const whats = async (query: Parameters<Store['trail']>[0]) =>
        (await store.trail(query)).map((row) => row.what);
      expect(await whats({ entry: ENTRY })).toEqual(['answered', 'sent']);
      expect(await whats({ entry: 'cyber/cost' })).toEqual([]);
      expect(await whats({ entry: 'cyber/cost_to-uk' })).toEqual([]);
      const [first] = await store.trail({ person: ASKER });
      const theirs = ['received', 'sent', 'sent', 'asked'];
      expect(await whats({ person: ASKER })).toEqual(theirs);
      expect(await whats({ person: first?.person ?? '' })).toEqual(theirs);
      expect(await whats({ person: 'U0NOBODY' })).toEqual([]);
      expect(await whats({ words: 'inspector LONG' })).toEqual(['asked']);
      expect(await whats({ from: NOW + MINUTE })).toEqual(['asked']);
      expect(await whats({ from: NOW, until: NOW + 1 })).toEqual([
        'received',
        'taken',
        'answered',
        'sent',
      ]);
    });

    it('which questions had no answer, newest first', async () => {
      const store = await at().open();
      await asked(store, NOW, 'unknown', 'old');
      await asked(store, NOW + 1, 'unknown', 'one');
      await asked(store, NOW + 2, 'answered', 'two');
      await asked(store, NOW + 3, 'declined', 'three');
      expect(await store.unanswered(NOW + 1)).toEqual([
        { at: NOW + 3, words: 'three', outcome: 'declined' },
        { at: NOW + 1, words: 'one', outcome: 'unknown' },
      ]);
    });
  });

  describe('keeps texts only as long as it may', () => {
    it('each kind for its days, and says in the trail what it emptied', async () => {
      const store = await at().open();
      const enquiry = await answered(store);
      await asked(store, NOW, 'unknown');
      const before = await at().raw('SELECT * FROM trail ORDER BY seq');

      expect(await store.retain(NOW + 9 * DAY, { questions: 10, messages: 10 })).toEqual({
        rows: 0,
      });
      expect(await store.retain(NOW + 11 * DAY, { questions: 10 })).toEqual({ rows: 1 });
      expect(await store.unanswered(0)).toEqual([]);
      expect(await store.retain(NOW + 11 * DAY, { messages: 10 })).toEqual({ rows: 4 });
      expect(await store.trail({ words: 'Dear' })).toEqual([]);
      expect(await store.enquiry(TEAM, enquiry.id)).toEqual(enquiry);
      await store.retain(NOW + 11 * DAY, { enquiries: 10 });
      expect(await store.enquiry(TEAM, enquiry.id)).toMatchObject({
        reference: enquiry.reference,
        status: 'answered',
        asker: '',
        askerName: '',
        outlet: '',
        question: '',
        answers: [{ by: '', words: '', entryKey: ENTRY }],
      });
      await store.retain(NOW + 11 * DAY, { people: 0 });
      expect(await at().raw("SELECT * FROM people WHERE name <> '' OR slack_id <> ''")).toEqual([]);

      const after = await at().raw('SELECT * FROM trail ORDER BY seq');
      expect(after.slice(0, before.length)).toEqual(before);
      const added = (await store.trail({ from: NOW + DAY })).map((row) => [
        row.what,
        row.facts?.kind,
      ]);
      expect(added).toEqual([
        ['emptied', 'questions'],
        ['emptied', 'messages'],
        ['emptied', 'enquiries'],
        ['emptied', 'people'],
      ]);
      expect(await store.retain(NOW + 12 * DAY, { questions: 0, enquiries: 0, people: 0 })).toEqual(
        { rows: 0 },
      );
    });

    it('but never of an enquiry that is still to be answered, nor of who asked it', async () => {
      const store = await at().open();
      const enquiry = anEnquiry();
      await store.commit(received(enquiry));
      const all = { questions: 0, enquiries: 0, messages: 0, people: 0 };
      expect(await store.retain(NOW + 1000 * DAY, all)).toEqual({ rows: 0 });
      expect(await store.enquiry(TEAM, enquiry.id)).toEqual(enquiry);
    });
  });

  describe('forgets a person', () => {
    it('who asked: name, number, id and texts are gone everywhere, and what was done stays', async () => {
      const store = await at().open();
      await answered(store);
      const open = anEnquiry();
      await store.commit(received(open));
      await asked(store, NOW, 'unknown');
      const before = await at().raw('SELECT * FROM trail ORDER BY seq');
      expect(await store.teamsOf(ASKER)).toEqual([TEAM]);
      expect((await store.forget(TEAM, ASKER, NOW + DAY)).rows).toBeGreaterThan(5);

      const kept = ['enquiries', 'people', 'texts', 'outbox', 'posts', 'settings', 'keys', 'trail'];
      const dump = await Promise.all(kept.map((table) => at().raw(`SELECT * FROM ${table}`)));
      const secrets = [ASKER, ASKER_NAME, '7946 0123', 'forces are worst', QUESTION];
      expect(secrets.filter((secret) => JSON.stringify(dump).includes(secret))).toEqual([]);
      const after = await at().raw('SELECT * FROM trail ORDER BY seq');
      expect(after.slice(0, before.length)).toEqual(before);
      const added = await store.trail({ from: NOW + DAY });
      expect(added.map((row) => row.what)).toEqual(['closed', 'forgotten']);
      expect(await store.enquiry(TEAM, open.id)).toMatchObject({ status: 'closed', version: 2 });
      expect(await store.forget(TEAM, ASKER, NOW + DAY)).toEqual({ rows: 0 });
      expect(await store.teamsOf(ASKER)).toEqual([]);
    });

    it('and who comes back is somebody new', async () => {
      const store = await at().open();
      await asked(store, NOW, 'unknown');
      await store.forget(TEAM, ASKER, NOW);
      await asked(store, NOW + MINUTE, 'unknown');
      const [first, , second] = await store.trail({});
      expect(first?.person).toMatch(/^P-/);
      expect(second?.person).toMatch(/^P-/);
      expect(second?.person).not.toBe(first?.person);
    });

    it('who is an officer: what they had is nobody’s again, and answers stay the office’s', async () => {
      const store = await at().open();
      const done = await answered(store);
      const had = anEnquiry();
      await store.commit(received(had));
      await store.commit(taken(had));
      await store.forget(TEAM, OFFICER, NOW + DAY);
      const free = await store.enquiry(TEAM, had.id);
      expect(free).toMatchObject({ status: 'open', question: had.question });
      expect(free).not.toHaveProperty('owner');
      expect((await store.enquiry(TEAM, done.id))?.answers[0]).toMatchObject({
        by: '',
        words: WORDS,
      });
      expect(JSON.stringify(await at().raw('SELECT * FROM enquiries'))).not.toContain(OFFICER);
    });
  });
}
