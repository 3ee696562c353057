import type { DeskStore } from './desk-store.ts';
import { within } from './within.ts';

/** A database that has not answered in so many milliseconds is as good as away. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * The same store, but that no call hangs: one that has no answer in time rejects with a
 * TookTooLongError. What it was about may still be done; everything that the desk does bears that.
 */
export function boundedStore(store: DeskStore): DeskStore {
  return {
    commit: bounded(store.commit),
    enquiry: bounded(store.enquiry),
    byReference: bounded(store.byReference),
    byPost: bounded(store.byPost),
    list: bounded(store.list),
    postOf: bounded(store.postOf),
    lease: bounded(store.lease),
    renew: bounded(store.renew),
    delivered: bounded(store.delivered),
    putOff: bounded(store.putOff),
    giveUp: bounded(store.giveUp),
    waiting: bounded(store.waiting),
    takeUp: bounded(store.takeUp),
    forgetDelivery: bounded(store.forgetDelivery),
    setting: bounded(store.setting),
    beat: bounded(store.beat),
    close: store.close,
  };
}

function bounded<A extends readonly unknown[], R>(
  call: (...given: A) => Promise<R>,
): (...given: A) => Promise<R> {
  return (...given) => within(ANSWER_WITHIN_MS, () => call(...given));
}
