import { afterEach, beforeEach, describe } from 'vitest';
import { copiesContract } from './contract/copies.ts';
import { enquiriesContract } from './contract/enquiries.ts';
import { openingContract } from './contract/opening.ts';
import { outboxContract } from './contract/outbox.ts';
import { recordsContract } from './contract/records.ts';
import { sharedContract } from './contract/shared.ts';
import { trailContract } from './contract/trail.ts';
import type { PlaceMaker, RemovablePlace } from './support/place.ts';

/** What every store of the desk does: run on each of them, over a database that is new each time. */
export function storeContract(maker: PlaceMaker): void {
  describe(`the desk’s store on ${maker.name}`, { timeout: 30_000 }, () => {
    let place: RemovablePlace | undefined;
    beforeEach(async () => {
      place = await maker.make();
    });
    afterEach(() => place?.remove());
    const at = () => {
      if (!place) throw new Error('There is no database outside of a test');
      return place;
    };
    enquiriesContract(at);
    outboxContract(at);
    sharedContract(at);
    trailContract(at, maker.dialect);
    recordsContract(at);
    copiesContract(at, maker.make);
    openingContract(at);
  });
}
