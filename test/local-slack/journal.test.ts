import { describe, expect, it } from 'vitest';
import type { Carrier } from '../../local-slack/carriers.ts';
import { createChanges } from '../../local-slack/changes.ts';
import { createJournal } from '../../local-slack/journal.ts';
import { createSentBox, MOST_KEPT } from '../../local-slack/sent-box.ts';

const MORE = 25;
const RECEIPT = { acked: true, status: 200, payload: undefined, afterMs: 1, order: 0 };

function make() {
  const changes = createChanges();
  return createJournal(changes, createSentBox(changes));
}

describe('a journal that is kept for long', () => {
  it('has the last requests, and the newest can still be waited for', async () => {
    const journal = make();
    for (let number = 0; number < MOST_KEPT + MORE; number += 1) {
      journal.add({ method: 'chat.postMessage', body: { number } });
    }
    const kept = journal.all().map(({ body }) => body.number);
    expect(kept).toHaveLength(MOST_KEPT);
    expect([kept[0], kept.at(-1)]).toEqual([MORE, MOST_KEPT + MORE - 1]);
    expect((await journal.next('chat.postMessage')).body).toEqual({ number: MORE });
  });

  it('has the last deliveries, each with its receipt, in order', async () => {
    const journal = make();
    const carrier: Carrier = async () => RECEIPT;
    const carry = journal.watch(carrier);
    for (let number = 0; number < MOST_KEPT + MORE; number += 1) {
      await carry('events_api', { number });
    }
    const kept = journal.deliveries();
    expect(kept).toHaveLength(MOST_KEPT);
    expect(kept.every(({ receipt }) => receipt === RECEIPT)).toBe(true);
    expect([kept[0]?.payload, kept.at(-1)?.payload]).toEqual([
      { number: MORE },
      { number: MOST_KEPT + MORE - 1 },
    ]);
  });
});
