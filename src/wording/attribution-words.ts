import type { Attribution } from '../domain/enquiry.ts';
import { shownInLine } from './enquiry-words.ts';

const NAMED = 200;

/** To who asked: how the words may be used, as the officer chose. */
export function attributionToAsker({ to, terms }: Attribution): string {
  return terms === 'on-the-record'
    ? `You may attribute this to ${shownInLine(to, NAMED)}, on the record.`
    : 'This is background: use it to understand the matter, but do not quote it and do not attribute it to anybody.';
}

/** To the desk: the same in short. */
export function attributionToDesk({ to, terms }: Attribution): string {
  return terms === 'on-the-record'
    ? `On the record, to be attributed to ${shownInLine(to, NAMED)}.`
    : `As background, not to be quoted or attributed (from ${shownInLine(to, NAMED)}).`;
}
