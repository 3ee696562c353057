import type { Attribution } from '../../src/domain/enquiry.ts';
import type { AskerNote, ChannelNote, DeskNote } from '../../src/domain/notice.ts';

/** One note of every kind, with `words` wherever somebody's own words stand. */
export const RECORD: Attribution = { to: 'an HMICFRS spokesperson', terms: 'on-the-record' };

/** A table by kind, so that a kind that is added later does not compile until it is here. */
type ByKind<Note extends { readonly kind: string }> = {
  readonly [Kind in Note['kind']]: Extract<Note, { readonly kind: Kind }>;
};

export function askerNotes(words: string): readonly AskerNote[] {
  const attribution = { ...RECORD, to: words };
  const notes: ByKind<AskerNote> = {
    receipt: { kind: 'receipt' },
    answer: { kind: 'answer', words, attribution },
    correction: { kind: 'correction', oldWords: `old ${words}`, words, attribution },
    'not-for-us': { kind: 'not-for-us', goInstead: words },
    'still-waiting': { kind: 'still-waiting' },
    'follow-up-kept': { kind: 'follow-up-kept' },
    closed: { kind: 'closed' },
    reopened: { kind: 'reopened' },
  };
  return Object.values(notes);
}

export function deskNotes(words: string): readonly DeskNote[] {
  const by = 'U0OFFICER';
  const attribution = { ...RECORD, to: words };
  const notes: Readonly<Record<DeskNote['kind'], DeskNote>> = {
    warning: { kind: 'warning', warning: 'quarter-hour', wholeDesk: true },
    taken: { kind: 'taken', by },
    'given-back': { kind: 'given-back', by },
    closed: { kind: 'closed', by },
    reopened: { kind: 'reopened', by },
    urgent: { kind: 'urgent', by, on: true },
    answered: { kind: 'answered', by, words, attribution },
    corrected: { kind: 'corrected', by, oldWords: `old ${words}`, words, attribution },
    'not-for-us': { kind: 'not-for-us', by, goInstead: words },
    'follow-up': { kind: 'follow-up', words },
    'owner-left': { kind: 'owner-left', owner: by },
    'asker-unreachable': { kind: 'asker-unreachable', code: 'account_inactive' },
  };
  return Object.values(notes);
}

export function channelNotes(words: string): readonly ChannelNote[] {
  const by = 'U0OFFICER';
  const notes: ByKind<ChannelNote> = {
    'morning-list': { kind: 'morning-list', day: '2026-11-30' },
    switched: { kind: 'switched', on: false, by, reason: words },
    report: { kind: 'report', by, words, at: 0, entryKey: 'made-up/widgets' },
    'public-channel': { kind: 'public-channel' },
  };
  return Object.values(notes);
}
