import type { Enquiry } from '../../src/domain/enquiry.ts';
import type { KnowledgeBase } from '../../src/domain/knowledge-base.ts';
import type { Office } from '../../src/domain/office.ts';
import type { DeclinedTopic, Entry, Passage, Release, Speaker } from '../../src/domain/release.ts';

/** Made-up things of the domain, each whole and valid; a test names only what it is about. */

export const A_SPEAKER: Speaker = { id: 'jo', name: 'Jo Example', title: 'Chief Example' };

export function aPassage(over: Partial<Passage> = {}): Passage {
  const text = over.text ?? 'Ten widgets were counted.';
  const start = over.start ?? 0;
  return { text, place: 'paragraph 1', start, end: start + text.length, spoken: false, ...over };
}

export function anEntry(over: Partial<Entry> = {}): Entry {
  return {
    id: 'widgets',
    release: 'made-up',
    title: 'How many widgets there are',
    kind: 'finding',
    passages: [aPassage()],
    questions: ['how many widgets', 'number of widgets'],
    keywords: [],
    gives: ['number'],
    owner: 'press-office',
    reviewBy: '2027-03-31',
    status: 'live',
    use: 'proactive',
    ...over,
  };
}

export function aTopic(over: Partial<DeclinedTopic> = {}): DeclinedTopic {
  return {
    id: 'gadgets',
    release: 'made-up',
    title: 'Gadgets',
    say: 'The release does not speak of gadgets.',
    ask: 'press-office',
    questions: ['how many gadgets', 'number of gadgets'],
    owner: 'press-office',
    reviewBy: '2027-03-31',
    ...over,
  };
}

export function aRelease(over: Partial<Release> = {}): Release {
  return {
    id: 'made-up',
    title: 'A made-up release',
    addresses: { release: { url: 'https://www.example.org/made-up/', checkedOn: '2026-11-24' } },
    date: { value: '2026-11-24', confirmed: true },
    publisher: 'HMICFRS',
    speakers: [A_SPEAKER],
    sic: [],
    boilerplate: [],
    text: 'A made-up release\n\nTen widgets were counted.\n',
    sha256: '0'.repeat(64),
    entries: [anEntry()],
    declined: [aTopic()],
    ...over,
  };
}

export function aBase(...releases: readonly Release[]): KnowledgeBase {
  return {
    releases: releases.length > 0 ? releases : [aRelease()],
    vocabulary: [],
    everyday: { greetings: ['hello'], background: ['what is for lunch'] },
    version: 'made-up',
  };
}

export function anOffice(over: Partial<Office> = {}): Office {
  return {
    organisation: 'HMICFRS',
    command: '/hmicfrs',
    examples: ['cyber recommendations'],
    zone: 'Europe/London',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    opens: 8 * 60 + 30,
    closes: 17 * 60,
    pressOffice: { name: 'press office', number: '020 0000 0001' },
    outOfHours: { name: 'out-of-hours line', number: '07000 000002' },
    shutOnBankHolidays: true,
    bankHolidays: [],
    holidaysCompleteUntil: '2028-12-31',
    questions: {
      hours: ['opening hours', 'when are you open'],
      telephone: ['telephone', 'who can I ring'],
      outOfHours: ['who do I call at night', 'weekend contact'],
    },
    publishedIn: 'the release',
    ...over,
  };
}

/** Received on a Friday at 4:50pm, when the office is open, with a deadline at 6:00pm, when it is shut. */
export function anEnquiry(over: Partial<Enquiry> = {}): Enquiry {
  return {
    id: 'enquiry-1',
    team: 'T0TEAM',
    reference: 'K7M-4PX',
    version: 1,
    status: 'open',
    urgent: false,
    asker: 'U0ASKER',
    askerName: 'Robin Reporter',
    outlet: 'The Widget Times',
    question: 'Which ten forces were inspected?',
    receivedAt: Date.parse('2026-11-27T16:50:00Z'),
    deadline: Date.parse('2026-11-27T18:00:00Z'),
    answerHere: false,
    tried: { outcome: 'choices', titles: ['How many widgets there are'], confidence: 0.62 },
    answers: [],
    warned: [],
    ...over,
  };
}
