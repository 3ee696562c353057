import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/store/schema.ts';
import type { At, Place, RemovablePlace } from '../support/place.ts';
import { anEnquiry, aRow, leaseAt, NOW, received, TEAM, taken } from '../support/samples.ts';

async function rowsOf(place: Place): Promise<readonly string[]> {
  const tables = await Promise.all(TABLES.map((table) => place.raw(`SELECT * FROM ${table}`)));
  return tables.flatMap((rows, index) =>
    rows.map((row) => `${TABLES[index]} ${JSON.stringify(Object.entries(row).map(text))}`),
  );
}

/** What waits is restored as if it had been tried once. */
function asTried(row: string): string {
  return row.replace('"attempts=0","first_tried_at=0"', `"attempts=1","first_tried_at=${NOW}"`);
}

/** Numbers of 64 bits come as texts past the store. */
function text([column, value]: readonly [string, unknown]): string {
  return `${column}=${String(value)}`;
}

export function copiesContract(at: At, make: () => Promise<RemovablePlace>): void {
  describe('is copied and restored', () => {
    let folder = '';
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'desk-copy-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('with the same rows, and goes on after the last of them', async () => {
      const store = await at().open();
      const enquiry = anEnquiry({ question: 'A line\nand “another” \u2028 🗞️' });
      await store.commit(received(enquiry, { key: 'form:1' }));
      await store.commit(taken(enquiry));
      // More than are read at once.
      const trail = Array.from({ length: 1_100 }, () => aRow({ what: 'asked', words: 'q' }));
      await store.commit({ team: TEAM, notices: [], trail });
      const [row] = await store.lease(leaseAt(NOW));
      await store.delivered(row!, { at: NOW, post: { channel: 'C', ts: '1' }, words: 'w' });
      await store.takeUp(TEAM, 'Ev1', NOW);
      const file = join(folder, 'copy.jsonl');
      const { rows } = await store.backup(file);
      const before = await rowsOf(at());
      expect(rows).toBe(before.length);
      expect(statSync(file).mode & 0o077).toBe(0);

      const other = await make();
      try {
        const restored = await other.open();
        expect(await restored.restore(file)).toEqual({ rows });
        expect((await rowsOf(other)).toSorted()).toEqual(before.map(asTried).toSorted());
        expect(await restored.enquiry(TEAM, enquiry.id)).toMatchObject({ version: 2 });
        expect(await restored.commit(received(anEnquiry()))).toEqual({ kind: 'done' });
        await expect(restored.restore(file)).rejects.toThrow(/holds rows already/);
      } finally {
        await other.remove();
      }
    });

    it('and looks first for what waited, since it may have been posted after the copy', async () => {
      const store = await at().open();
      await store.commit(received(anEnquiry()));
      const file = join(folder, 'copy.jsonl');
      await store.backup(file);
      const other = await make();
      try {
        const restored = await other.open();
        await restored.restore(file);
        const rows = await restored.lease(leaseAt(NOW + 1_000));
        expect(rows.length).toBeGreaterThan(0);
        for (const { attempt, firstTriedAt, at: since } of rows)
          expect({ attempt, firstTriedAt }).toEqual({ attempt: 2, firstTriedAt: since });
      } finally {
        await other.remove();
      }
    });

    it('never over a file that is there, and never from what is no whole copy', async () => {
      const store = await at().open();
      await store.commit(received(anEnquiry()));
      const file = join(folder, 'copy.jsonl');
      await store.backup(file);
      await expect(store.backup(file)).rejects.toThrow(/is there already/);
      await expect(store.backup(join(folder, 'none', 'x'))).rejects.toThrow(/can’t be written/);

      const whole = readFileSync(file, 'utf8').trimEnd().split('\n');
      const broken: readonly (readonly [string, readonly string[], RegExp])[] = [
        ['cut', whole.slice(0, -1), /is not whole/],
        ['gap', whole.toSpliced(2, 1), /is not whole: it holds \d+ rows of \d+/],
        ['half', [...whole.slice(0, 2), '{"table": "tr'], /half:3 is no JSON/],
        ['other', ['{"a": 1}'], /is no copy of the desk/],
        ['newer', ['{"format": "press-desk-copy", "schema": 99}'], /has schema 99/],
        ['sly', [whole[0]!, '{"table": "keys", "row": {"a; DROP": 1}}'], /sly:2 is no row/],
      ];
      const other = await make();
      try {
        const target = await other.open();
        await expect(target.restore(join(folder, 'none'))).rejects.toThrow(/can’t be read/);
        for (const [name, lines, message] of broken) {
          writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
          await expect(target.restore(join(folder, name))).rejects.toThrow(message);
          expect(await rowsOf(other)).toEqual([]);
        }
      } finally {
        await other.remove();
      }
    });
  });
}
