import { describe, expect, it } from 'vitest';
import { type At, countOf } from '../support/place.ts';
import { runChild } from '../support/run-child.ts';
import { TEAM } from '../support/samples.ts';

export function openingContract(at: At): void {
  describe('is opened', () => {
    it('by several processes at once, and its schema is made once', async () => {
      const children = await Promise.all([1, 2, 3].map(() => runChild('open', at())));
      expect(children.map(({ code, err }) => ({ code, err }))).toEqual(
        children.map(() => ({ code: 0, err: '' })),
      );
      expect(await countOf(at(), 'enquiries')).toBe(3);
      expect(await countOf(at(), 'schema_versions')).toBe(1);
    });

    it('never by a program that is older than it, and then stays as it is', async () => {
      await (await at().open()).close();
      await at().raw('INSERT INTO schema_versions (version, at) VALUES (99, 0)');
      await expect(at().open()).rejects.toThrow(
        'The desk’s database has schema 99, and this program knows none above 1: start the newer version of the program that made it.',
      );
      expect(await countOf(at(), 'schema_versions')).toBe(2);
    });

    it('after a kill in the middle of writing with all that was acknowledged, each change whole', async () => {
      const stopAfter = 20;
      let seen = 0;
      const { code, lines } = await runChild('write', at(), {
        onLine(_, kill) {
          seen += 1;
          // Between two lines a transaction is always under way.
          if (seen === stopAfter) kill();
        },
      });
      expect(code).toBeNull();
      const store = await at().open();
      for (const line of lines.slice(1)) {
        const [what, id = ''] = line.split(' ');
        const enquiry = await store.enquiry(TEAM, id);
        expect(enquiry?.version).toBeGreaterThanOrEqual(what === 'taken' ? 2 : 1);
      }
      // Two notices and a row of the trail came with each enquiry; one of each with its being taken.
      const rows = await at().raw('SELECT version FROM enquiries');
      const steps = rows.reduce((sum, row) => sum + Number(row.version), 0);
      expect(await countOf(at(), 'trail')).toBe(steps);
      expect(await countOf(at(), 'outbox')).toBe(steps + rows.length);
      expect(rows.length).toBeGreaterThanOrEqual(9);
    });
  });
}
