import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { At } from '../support/place.ts';
import { ASKER, anEnquiry, aRow, OFFICER, received, TEAM, taken } from '../support/samples.ts';

export function trailContract(at: At, dialect: 'sqlite' | 'postgres'): void {
  describe('has a trail', () => {
    it('that names people by pseudonymous ids and holds no text', async () => {
      const store = await at().open();
      const enquiry = anEnquiry();
      await store.commit(received(enquiry));
      await store.commit(taken(enquiry));
      const rows = JSON.stringify(await at().raw('SELECT * FROM trail'));
      expect(rows).toMatch(/P-[2-9A-Z]{4}/);
      for (const secret of [ASKER, OFFICER, 'Rosa', 'Owen', 'forces', '7946']) {
        expect(rows).not.toContain(secret);
      }
      const people = await at().raw('SELECT person, name FROM people');
      expect(people.map((row) => row.name).toSorted()).toEqual(['Owen Officer', 'Rosa Fictional']);
    });

    it.each([
      ["UPDATE trail SET what = 'closed'"],
      ['DELETE FROM trail'],
      [dialect === 'sqlite' ? 'REPLACE INTO trail SELECT * FROM trail' : 'TRUNCATE TABLE trail'],
    ])('that the database itself lets nobody change: %s', async (statement) => {
      const store = await at().open();
      await store.commit(received(anEnquiry()));
      const before = await at().raw('SELECT * FROM trail');
      await expect(at().raw(statement)).rejects.toThrow('The trail is only ever added to');
      expect(await at().raw('SELECT * FROM trail')).toEqual(before);
    });

    it('in the order of what happened, with rows of no enquiry too', async () => {
      const store = await at().open();
      const trail = Array.from({ length: 5 }, (_, index) =>
        aRow({ what: 'asked', knowledge: `v${index}`, words: randomUUID() }),
      );
      await store.commit({ team: TEAM, notices: [], trail });
      const rows = await at().raw('SELECT knowledge FROM trail ORDER BY seq');
      expect(rows.map((row) => row.knowledge)).toEqual(['v0', 'v1', 'v2', 'v3', 'v4']);
    });
  });
}
