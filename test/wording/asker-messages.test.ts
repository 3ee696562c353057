import { describe, expect, it } from 'vitest';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { AskerNote } from '../../src/domain/notice.ts';
import { askerMessage } from '../../src/wording/asker-messages.ts';
import { messageText } from '../../src/wording/plain-text.ts';
import { anEnquiry, anOffice } from '../support/builders.ts';
import { askerNotes, RECORD } from './desk-kinds.ts';

const OFFICE_NUMBER = '020 0000 0001';
const OUT_OF_HOURS = '07000 000002';
const RECEIPT: AskerNote = { kind: 'receipt' };

const FRIDAY = '2026-11-27T16:50:00Z';
const SATURDAY = '2026-11-28T11:00:00Z';

function said(note: AskerNote, at = FRIDAY, over: Partial<Enquiry> = {}, keptDays = 365): string {
  const context = { enquiry: anEnquiry(over), office: anOffice(), at: Date.parse(at), keptDays };
  return messageText(askerMessage(note, context));
}

describe('everything that is said to who asked', () => {
  it.each(askerNotes('Some words.'))('names the reference and a number to ring: $kind', (note) => {
    expect(said(note)).toContain('K7M-4PX');
    expect(said(note)).toContain(OFFICE_NUMBER);
    expect(said(note, SATURDAY)).toContain(OUT_OF_HOURS);
    expect(said(note, SATURDAY)).not.toMatch(/ring now: 020/);
  });
});

describe('a receipt', () => {
  it('repeats the outlet, the deadline in full and the question', () => {
    const text = said(RECEIPT, FRIDAY, { telephone: '020 7946 0000' });
    expect(text).toContain('Outlet: The Widget Times');
    expect(text).toContain('Deadline: Friday 27 November 2026, 6:00pm');
    expect(text).toContain('“Which ten forces were inspected?”');
    expect(text).toContain('020 7946 0000');
    expect(said(RECEIPT)).not.toContain('Telephone');
  });

  it('says what happens next, how to add to it, and what is kept, how long and whom to ask', () => {
    const text = said(RECEIPT);
    expect(text).toContain('What happens next: a press officer takes it on and answers you here');
    expect(text).toContain('To add something, reply in the thread of this message.');
    expect(text).toContain('365 days');
    expect(text).toContain(`ask the press office on ${OFFICE_NUMBER}`);
  });

  it('gives the out-of-hours number already where the office shuts before the deadline', () => {
    const text = said(RECEIPT);
    expect(text).toContain('The office shuts at 5:00pm today, before your deadline');
    expect(text).toContain('opens again at 8:30am on Monday 30 November');
    expect(text).toContain(OUT_OF_HOURS);
    expect(text).toContain(`To ring now: ${OFFICE_NUMBER}`);
  });

  it('gives the office’s number alone where it is open until the deadline itself', () => {
    const text = said(RECEIPT, FRIDAY, { deadline: Date.parse('2026-11-27T17:00:00Z') });
    expect(text).not.toContain(OUT_OF_HOURS);
  });

  it('says honestly on a Saturday that nobody may see it before Monday', () => {
    const text = said(RECEIPT, SATURDAY, { deadline: Date.parse('2026-11-29T18:00:00Z') });
    expect(text).toContain(
      `The office is shut until 8:30am on Monday 30 November: nobody may see this before then. Your deadline is before then. For an urgent deadline ring ${OUT_OF_HOURS}`,
    );
  });

  it('does not say that a deadline after the opening is before it', () => {
    const text = said(RECEIPT, SATURDAY, { deadline: Date.parse('2026-11-30T18:00:00Z') });
    expect(text).toContain('nobody may see this before then. For an urgent deadline');
  });

  it('shows a question of 40,000 characters cut, and says that it is kept whole', () => {
    const text = said(RECEIPT, FRIDAY, { question: 'widget '.repeat(5715) });
    expect(text.length).toBeLessThan(3000);
    expect(text).toContain('the whole question is kept');
  });

  it('says where the answer goes if it was to go into the thread', () => {
    const askedIn = { channel: 'C1', thread: '1.1' };
    expect(said(RECEIPT, FRIDAY, { askedIn, answerHere: true })).toContain('in the thread where');
    expect(said(RECEIPT, FRIDAY, { askedIn, answerHere: false })).toContain('here, privately');
  });
});

describe('an answer', () => {
  const words = 'We inspected *ten* forces.\n\nThey are listed.';

  it('sets the words apart, character for character', () => {
    const { parts } = askerMessage(
      { kind: 'answer', words, attribution: RECORD },
      { enquiry: anEnquiry(), office: anOffice(), at: Date.parse(FRIDAY) },
    );
    expect(parts).toContainEqual({ type: 'words', text: words });
    expect(said({ kind: 'answer', words, attribution: RECORD })).toContain(
      'You asked: “Which ten forces were inspected?”',
    );
  });

  it('says how it may be used', () => {
    expect(said({ kind: 'answer', words, attribution: RECORD })).toContain(
      'You may attribute this to an HMICFRS spokesperson, on the record.',
    );
    const background = said({
      kind: 'answer',
      words,
      attribution: { ...RECORD, terms: 'background' },
    });
    expect(background).toContain('do not quote it');
    expect(background).not.toContain('on the record');
  });

  it('in a channel is addressed to who asked, and shows neither outlet nor telephone', () => {
    const text = said({ kind: 'answer', words, attribution: RECORD }, FRIDAY, {
      askedIn: { channel: 'C1', thread: '1.1' },
      answerHere: true,
      telephone: '020 7946 0000',
    });
    expect(text).toContain('For Robin Reporter');
    expect(text).not.toContain('020 7946 0000');
    expect(text).not.toContain('Widget Times');
    expect(text).not.toContain('Which ten forces');
  });
});

describe('a correction', () => {
  it('gives the old words and the new, each said to be what they are', () => {
    const text = said({
      kind: 'correction',
      oldWords: 'Nine forces.',
      words: 'Ten forces.',
      attribution: RECORD,
    });
    expect(text).toMatch(/The old words:\n“Nine forces\.”\nThe new words:\n“Ten forces\.”/);
    expect(text).toContain('on the record');
  });
});

describe('fifteen minutes before the deadline', () => {
  const WAITING: AskerNote = { kind: 'still-waiting' };
  const AT = '2026-11-27T17:45:00Z';

  it('who asked hears who has it, how long is left, and the number for that minute', () => {
    const over = { status: 'taken', owner: 'U0OFFICER' } as const;
    const text = said(WAITING, AT, over);
    expect(text).toContain('It is with @U0OFFICER');
    expect(text).toContain('15 minutes left');
    expect(text).toContain(`To ring now: ${OUT_OF_HOURS}`);
  });

  it('or that nobody has it yet', () => {
    expect(said(WAITING, AT)).toContain('Nobody at the desk has taken it yet.');
  });

  it('is told the truth where the message comes late: the time is over, or it was answered', () => {
    expect(said(WAITING, '2026-11-27T18:20:00Z')).toContain('passed 20 minutes ago');
    const answered = said(WAITING, AT, { status: 'answered' });
    expect(answered).not.toContain('no answer yet');
    expect(answered).toContain('has dealt with');
  });
});

it('who asked the wrong office hears where to go instead', () => {
  const text = said({ kind: 'not-for-us', goInstead: 'The Home Office press office' });
  expect(text).toContain('Where to go instead:\n“The Home Office press office”');
});
