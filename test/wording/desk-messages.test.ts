import { describe, expect, it } from 'vitest';
import { type Enquiry, WARNING_KINDS } from '../../src/domain/enquiry.ts';
import type { ChannelNote, DeskNote } from '../../src/domain/notice.ts';
import { channelMessage, mineMessage, overviewMessage } from '../../src/wording/desk-lists.ts';
import { DESK_ONLY, deskMessage } from '../../src/wording/desk-messages.ts';
import { cardMessage, triedInWords } from '../../src/wording/enquiry-card.ts';
import { messageText } from '../../src/wording/plain-text.ts';
import { anEnquiry, anOffice } from '../support/builders.ts';
import { deskNotes, RECORD } from './desk-kinds.ts';

const OFFICE = anOffice();
const FRIDAY = Date.parse('2026-11-27T16:50:00Z');
const MINUTE = 60_000;
const TAKEN = { status: 'taken', owner: 'U0OFFICER' } as const;

function card(over: Partial<Enquiry> = {}, at = FRIDAY): string {
  return messageText(cardMessage({ enquiry: anEnquiry(over), office: OFFICE, at }));
}

function noted(note: DeskNote, over: Partial<Enquiry> = {}, at = FRIDAY): string {
  return messageText(deskMessage(note, { enquiry: anEnquiry(over), office: OFFICE, at }));
}

describe('a card', () => {
  it('says everything that an officer needs to take an enquiry', () => {
    const text = card({ telephone: '020 7946 0000' });
    for (const line of [
      'Reference: K7M-4PX',
      'Deadline: Friday 27 November 2026, 6:00pm (1 hour 10 minutes left)',
      'Who: Robin Reporter',
      'Outlet: The Widget Times',
      'Status: Open',
      'Owner: Nobody has it yet',
      'Urgent: No',
      'Telephone: 020 7946 0000',
      'Answer goes: Privately, by direct message',
      '“Which ten forces were inspected?”',
      'The bot offered: How many widgets there are (62% sure).',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('says how long ago a deadline passed, and no longer does so once it is answered', () => {
    const late = Date.parse('2026-11-27T18:20:00Z');
    expect(card({}, late)).toContain('(passed 20 minutes ago)');
    const answers = [{ by: 'U0OFFICER', at: FRIDAY, words: 'Ten.', attribution: RECORD }];
    const answered = card({ ...TAKEN, status: 'answered', answers }, late);
    expect(answered).not.toContain('passed');
    expect(answered).toContain('Status: Answered 4:50pm today');
  });

  it('names its owner, that it is urgent, and that the thread is where it is answered', () => {
    const askedIn = { channel: 'C1', thread: '1.1' };
    const text = card({ ...TAKEN, urgent: true, askedIn, answerHere: true });
    expect(text).toContain('Owner: @U0OFFICER');
    expect(text).toMatch(/^Urgent: enquiry K7M-4PX/);
    expect(text).toContain('Into the thread where it was asked');
  });

  it('says that it is cut where it is, and how much is kept', () => {
    const text = card({ question: 'w'.repeat(40_000) });
    expect(text.length).toBeLessThan(2500);
    expect(text).toContain('the question has 40,000 characters, and all of them are kept');
    expect(card()).not.toContain('Shown cut');
  });

  it('names nobody who was forgotten', () => {
    const text = card({ asker: '', askerName: '', question: '', outlet: '' });
    expect(text).toContain('Who: No longer kept');
  });
});

describe('what the bot tried', () => {
  it.each([
    ['not-asked', undefined, 'The bot was not asked.'],
    ['unknown', 0.12, 'The bot found no answer (12% sure of an answer).'],
    ['greeting', undefined, 'The bot said what it can do.'],
    ['answered', 0.999, 'The bot answered (99% sure).'],
  ] as const)('%s with %s: %s', (outcome, confidence, words) => {
    const sure = confidence === undefined ? {} : { confidence };
    expect(triedInWords({ outcome, titles: [], ...sure })).toBe(words);
  });
});

describe('every note under the card', () => {
  it.each(deskNotes('Some words.'))('is marked as the desk’s own: $kind', (note) => {
    expect(noted(note)).toMatch(new RegExp(`${DESK_ONLY}$`));
  });

  it.each(deskNotes('Some words.').filter((note) => 'by' in note))(
    'says who did it: $kind',
    (note) => {
      expect(noted(note)).toMatch(/^@U0OFFICER /);
    },
  );

  it('gives both the old words and the new after a correction', () => {
    const text = noted({
      kind: 'corrected',
      by: 'U0OFFICER',
      oldWords: 'Nine.',
      words: 'Ten.',
      attribution: RECORD,
    });
    expect(text).toContain('The old words:\n“Nine.”\nThe new words:\n“Ten.”');
  });

  it('gives the telephone where who asked can’t be reached, or says that there is none', () => {
    const note: DeskNote = { kind: 'asker-unreachable', code: 'account_inactive' };
    expect(noted(note, { telephone: '020 7946 0000' })).toContain('020 7946 0000');
    expect(noted(note)).toContain('They gave no telephone number');
  });
});

describe('a warning', () => {
  const early = Date.parse('2026-11-27T14:00:00Z');
  const late = Date.parse('2026-11-27T17:45:00Z');

  it.each(WARNING_KINDS)('says the deadline and who has it: %s', (warning) => {
    const note: DeskNote = { kind: 'warning', warning, wholeDesk: false };
    expect(noted(note, TAKEN, early)).toContain('Deadline: Friday 27 November 2026, 6:00pm');
    expect(noted(note, TAKEN, early)).toContain('@U0OFFICER, you have it.');
    expect(noted(note, {}, early)).toContain('To the whole desk: nobody has it yet.');
  });

  it('goes to the whole desk and its owner where time is short', () => {
    const text = noted({ kind: 'warning', warning: 'quarter-hour', wholeDesk: true }, TAKEN, early);
    expect(text).toContain('To the whole desk: @U0OFFICER has it.');
  });

  it('says outside hours, and only then, whom to ring', () => {
    const note: DeskNote = { kind: 'warning', warning: 'quarter-hour', wholeDesk: true };
    expect(noted(note, TAKEN, late)).toContain(
      'The office is shut until 8:30am on Monday 30 November. Ring 07000 000002',
    );
    expect(noted(note, TAKEN, early)).not.toContain('Ring 0');
  });

  it('does not say that there is no answer where one was given meanwhile', () => {
    const note: DeskNote = { kind: 'warning', warning: 'passed', wholeDesk: true };
    const text = noted(note, { status: 'answered', owner: 'U0OFFICER' }, late);
    expect(text).not.toContain('no answer');
    expect(text).toContain('Status by now: Answered');
  });
});

describe('a list', () => {
  const enquiries = Array.from({ length: 30 }, (_, index) =>
    anEnquiry({ reference: `REF-${index}`, deadline: FRIDAY + (index - 1) * MINUTE }),
  );
  const none = { at: FRIDAY, open: [], mine: [], overdue: [], answeredToday: [] };
  const references = (text: string) => [...text.matchAll(/^REF-(\d+)/gm)].map(([, at]) => at);

  it('of the morning keeps the order it is given, counts all, and says what it leaves out', () => {
    const note: ChannelNote = { kind: 'morning-list', day: '2026-11-27' };
    const text = messageText(channelMessage(note, OFFICE, FRIDAY, enquiries));
    expect(references(text)).toEqual(enquiries.slice(0, 20).map((_, index) => String(index)));
    expect(text).toContain('Open this morning: 30');
    expect(text).toContain('There are 10 more');
    expect(text).toContain('passed 1 minute ago');
  });

  it('of the desk has what is overdue, one’s own, open and answered today', () => {
    const text = messageText(overviewMessage({ ...none, open: enquiries }, OFFICE));
    expect(text).toMatch(/Overdue\nNothing.*\nYours\nYou have none.*\nOpen: 30\n/);
    expect(text).toContain('Nothing was answered today yet.');
  });

  it('of what was found has nothing else', () => {
    const found = [anEnquiry()];
    const text = messageText(overviewMessage({ ...none, open: enquiries, found }, OFFICE));
    expect(text).toContain('Found: 1');
    expect(text).not.toContain('REF-');
    expect(messageText(overviewMessage({ ...none, found: [] }, OFFICE))).toContain(
      'Nothing was found.',
    );
  });

  it('of a reporter’s own says of each how it stands and whose it is', () => {
    const text = messageText(mineMessage([anEnquiry(TAKEN)], OFFICE, FRIDAY));
    expect(text).toContain('K7M-4PX · The Widget Times');
    expect(text).toContain('Taken · Owner: @U0OFFICER');
    expect(messageText(mineMessage([], OFFICE, FRIDAY))).toContain('nothing yet');
  });
});

it('the channel hears who switched answers off, and why', () => {
  const note = { kind: 'switched', by: 'U0OFFICER', on: false, reason: 'wrong figure' } as const;
  const text = messageText(channelMessage(note, OFFICE, FRIDAY));
  expect(text).toContain('@U0OFFICER switched answers off');
  expect(text).toContain('“wrong figure”');
  const on = messageText(channelMessage({ ...note, on: true, reason: '' }, OFFICE, FRIDAY));
  expect(on).toBe('@U0OFFICER switched answers on again.');
});
