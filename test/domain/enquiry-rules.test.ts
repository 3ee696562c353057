import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enquiry, EnquiryEvent, OfficerAct } from '../../src/domain/enquiry.ts';
import { ENQUIRY_STATUSES, WARNING_KINDS } from '../../src/domain/enquiry.ts';
import { NOTICES_OF_RECEIPT, type Step, step } from '../../src/domain/enquiry-rules.ts';
import { isWaiting } from '../../src/domain/enquiry-states.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { anEnquiry, DEADLINE, ON_THE_RECORD, RECEIVED_AT } from '../support/enquiries.ts';
import { MINUTE } from './british-calendar.ts';

const AT = RECEIVED_AT + MINUTE;

const ANSWER = { kind: 'answer', words: 'Twelve.', attribution: ON_THE_RECORD } as const;
const ACTS = {
  take: { kind: 'take' },
  'give back': { kind: 'give-back' },
  answer: ANSWER,
  urgent: { kind: 'urgent', on: true },
  'not for us': { kind: 'not-for-us', goInstead: 'Ring the Kennel Club.' },
  close: { kind: 'close' },
  reopen: { kind: 'reopen' },
} as const satisfies Record<string, OfficerAct>;
type ActName = keyof typeof ACTS;

const by = (name: string, act: OfficerAct, at = AT): EnquiryEvent => ({ by: name, at, act });
const asker = (words: string, at = AT): EnquiryEvent => ({ at, act: { kind: 'follow-up', words } });
const left = (at = AT): EnquiryEvent => ({ at, act: { kind: 'owner-left' } });

/** An enquiry after these events, each of which has to be possible. */
function having(...events: readonly EnquiryEvent[]): Enquiry {
  return events.reduce((enquiry, event) => stepOf(enquiry, event).enquiry, anEnquiry());
}

function stepOf(enquiry: Enquiry, event: EnquiryEvent): Step {
  const result = step(enquiry, event);
  if (!result.ok) throw new Error(`The event was refused: ${result.error.kind}.`);
  return result.value;
}

/** The states that an enquiry can be in; where there is an owner, it is Ann. */
const STATES = {
  'open, nobody’s': having(),
  'taken by Ann': having(by('Ann', ACTS.take)),
  'answered by Ann': having(by('Ann', ACTS.answer)),
  'not for us, Ann’s': having(by('Ann', ACTS.take), by('Ann', ACTS['not for us'])),
  'not for us, nobody’s': having(by('Ann', ACTS['not for us'])),
  'closed, Ann’s': having(by('Ann', ACTS.take), by('Ann', ACTS.close)),
  'closed, nobody’s': having(by('Ann', ACTS.close)),
} as const;
type StateName = keyof typeof STATES;

/** The state after an event in a few words, or why nothing changed. */
function outcome(enquiry: Enquiry, event: EnquiryEvent): string {
  const result = step(enquiry, event);
  if (result.ok) {
    const { status, owner, answers } = result.value.enquiry;
    const said = answers.length > 1 ? `, ${answers.length} answers` : '';
    return `${status} (${owner ?? 'nobody'})${said}`;
  }
  const error = result.error;
  if (error.kind === 'taken-by-other') return `refused: ${error.owner} has it`;
  if (error.kind === 'finished') return `refused: finished, ${error.status}`;
  return `refused: ${error.kind}`;
}

const finished = (status: string) => `refused: finished, ${status}`;

/** What comes of each act: when Ann does it, and when Bob does. */
const SPECIFICATION: Record<StateName, Record<ActName, readonly [ann: string, bob: string]>> = {
  'open, nobody’s': {
    take: ['taken (Ann)', 'taken (Bob)'],
    'give back': ['refused: not-yours', 'refused: not-yours'],
    answer: ['answered (Ann)', 'answered (Bob)'],
    urgent: ['open (nobody)', 'open (nobody)'],
    'not for us': ['not-for-us (nobody)', 'not-for-us (nobody)'],
    close: ['closed (nobody)', 'closed (nobody)'],
    reopen: ['refused: not-finished', 'refused: not-finished'],
  },
  'taken by Ann': {
    take: ['refused: yours-already', 'refused: Ann has it'],
    'give back': ['open (nobody)', 'refused: not-yours'],
    answer: ['answered (Ann)', 'refused: Ann has it'],
    urgent: ['taken (Ann)', 'taken (Ann)'],
    'not for us': ['not-for-us (Ann)', 'refused: Ann has it'],
    close: ['closed (Ann)', 'refused: Ann has it'],
    reopen: ['refused: not-finished', 'refused: not-finished'],
  },
  'answered by Ann': {
    take: [finished('answered'), finished('answered')],
    'give back': [finished('answered'), finished('answered')],
    // The same words again are no correction; other words are, by whomever (below).
    answer: ['refused: nothing-to-change', 'refused: nothing-to-change'],
    urgent: [finished('answered'), finished('answered')],
    'not for us': [finished('answered'), finished('answered')],
    close: [finished('answered'), finished('answered')],
    reopen: ['taken (Ann)', 'taken (Ann)'],
  },
  'not for us, Ann’s': finishedFor('not-for-us', 'taken (Ann)'),
  'not for us, nobody’s': finishedFor('not-for-us', 'open (nobody)'),
  'closed, Ann’s': finishedFor('closed', 'taken (Ann)'),
  'closed, nobody’s': finishedFor('closed', 'open (nobody)'),
};

/** Finished without an answer, an enquiry can be reopened and nothing else, by anybody. */
function finishedFor(status: string, reopened: string) {
  const no = [finished(status), finished(status)] as const;
  return {
    take: no,
    'give back': no,
    answer: no,
    urgent: no,
    'not for us': no,
    close: no,
    reopen: [reopened, reopened] as const,
  };
}

const ROWS = (Object.keys(STATES) as StateName[]).flatMap((state) =>
  (Object.keys(ACTS) as ActName[]).flatMap((act) =>
    ['Ann', 'Bob'].map((who, index) => ({
      state,
      act,
      who,
      comes: SPECIFICATION[state][act][index] ?? '',
    })),
  ),
);

describe('an enquiry', () => {
  it.each(ROWS)('that is $state: $act, by $who, gives $comes', ({ state, act, who, comes }) => {
    expect(outcome(STATES[state], by(who, ACTS[act]))).toBe(comes);
  });

  it('is in every status somewhere in that table', () => {
    const statuses = new Set(Object.values(STATES).map((enquiry) => enquiry.status));
    expect([...statuses].toSorted()).toEqual([...ENQUIRY_STATUSES].toSorted());
  });

  it.each([
    ['open, nobody’s', 'open (nobody)', 'refused: nothing-to-change'],
    ['taken by Ann', 'taken (Ann)', 'open (nobody)'],
    ['answered by Ann', 'taken (Ann)', 'answered (nobody)'],
    ['not for us, Ann’s', 'taken (Ann)', 'not-for-us (nobody)'],
    ['not for us, nobody’s', 'open (nobody)', 'refused: nothing-to-change'],
    ['closed, Ann’s', 'taken (Ann)', 'closed (nobody)'],
    ['closed, nobody’s', 'open (nobody)', 'refused: nothing-to-change'],
  ] as const)(
    'that is %s: the asker writes on gives %s, the owner leaves %s',
    (state, on, gone) => {
      expect(outcome(STATES[state], asker('And cats?'))).toBe(on);
      expect(outcome(STATES[state], left())).toBe(gone);
    },
  );

  it('begins open, in its first version, with nothing said or done', () => {
    expect(anEnquiry()).toMatchObject({ version: 1, status: 'open', urgent: false });
    expect(anEnquiry()).toMatchObject({ answers: [], warned: [] });
    expect(anEnquiry().owner).toBeUndefined();
    expect(said(NOTICES_OF_RECEIPT)).toBe('card, asker receipt');
  });
});

/** "card, asker answer, desk answered": what is to be said, in its order. */
function said(notices: readonly Notice[]): string {
  return notices
    .map((notice) => (notice.kind === 'card' ? 'card' : `${notice.kind} ${notice.note.kind}`))
    .join(', ');
}

const CORRECTION = { ...ANSWER, words: 'Thirteen.' };

describe('what is said and written down', () => {
  it.each<[string, StateName, EnquiryEvent, string, string]>([
    ['take', 'open, nobody’s', by('Ann', ACTS.take), 'card, desk taken', 'taken'],
    [
      'give back',
      'taken by Ann',
      by('Ann', ACTS['give back']),
      'card, desk given-back',
      'given-back',
    ],
    ['answer', 'taken by Ann', by('Ann', ANSWER), 'card, asker answer, desk answered', 'answered'],
    [
      'correct',
      'answered by Ann',
      by('Bob', CORRECTION),
      'card, asker correction, desk corrected',
      'corrected',
    ],
    ['urgent', 'taken by Ann', by('Bob', ACTS.urgent), 'card, desk urgent', 'urgent'],
    [
      'not for us',
      'open, nobody’s',
      by('Bob', ACTS['not for us']),
      'card, asker not-for-us, desk not-for-us',
      'not-for-us',
    ],
    ['close', 'taken by Ann', by('Ann', ACTS.close), 'card, asker closed, desk closed', 'closed'],
    [
      'reopen',
      'closed, Ann’s',
      by('Bob', ACTS.reopen),
      'card, asker reopened, desk reopened',
      'reopened',
    ],
    [
      'follow up',
      'answered by Ann',
      asker('And cats?'),
      'card, asker follow-up-kept, desk follow-up',
      'follow-up',
    ],
    ['owner leaves', 'taken by Ann', left(), 'card, desk owner-left', 'owner-left'],
  ])('on %s of an enquiry that is %s', (_, state, event, notices, trail) => {
    const made = stepOf(STATES[state], event);
    expect([said(made.notices), made.trail]).toEqual([notices, trail]);
  });

  it('keeps the old and the new words of a correction, for the asker and for the desk', () => {
    const { enquiry, notices } = stepOf(STATES['answered by Ann'], by('Bob', CORRECTION, AT + 1));
    expect(enquiry.answers.map(({ by, words }) => [by, words])).toEqual([
      ['Ann', 'Twelve.'],
      ['Bob', 'Thirteen.'],
    ]);
    expect(enquiry.owner).toBe('Ann');
    for (const notice of notices.slice(1)) {
      expect(notice).toMatchObject({ note: { oldWords: 'Twelve.', words: 'Thirteen.' } });
    }
  });

  it('takes other attribution for the same words as a correction', () => {
    const background = {
      ...ANSWER,
      attribution: { ...ON_THE_RECORD, terms: 'background' },
    } as const;
    expect(stepOf(STATES['answered by Ann'], by('Ann', background)).trail).toBe('corrected');
  });

  it('gives a second answer after a follow-up, and no correction', () => {
    const asked = having(by('Ann', ANSWER), asker('And cats?'));
    const { enquiry, trail } = stepOf(asked, by('Ann', { ...ANSWER, words: 'No cats.' }));
    expect([trail, enquiry.answers.length]).toEqual(['answered', 2]);
  });

  it('remembers from which approved entry an answer was taken', () => {
    const { enquiry } = stepOf(anEnquiry(), by('Ann', { ...ANSWER, entryKey: 'dogs/count' }));
    expect(enquiry.answers).toEqual([
      { by: 'Ann', at: AT, words: 'Twelve.', attribution: ON_THE_RECORD, entryKey: 'dogs/count' },
    ]);
  });

  it('forgets where the asker was sent once the enquiry is awaited again', () => {
    const sent = STATES['not for us, nobody’s'];
    expect(sent.goInstead).toBe('Ring the Kennel Club.');
    expect('goInstead' in stepOf(sent, by('Bob', ACTS.reopen)).enquiry).toBe(false);
  });

  it('marks and unmarks as urgent, each once', () => {
    const marked = having(by('Bob', ACTS.urgent));
    expect(marked.urgent).toBe(true);
    expect(outcome(marked, by('Ann', ACTS.urgent))).toBe('refused: nothing-to-change');
    expect(stepOf(marked, by('Ann', { kind: 'urgent', on: false })).enquiry.urgent).toBe(false);
  });
});

describe('warnings after reopening', () => {
  const closed = STATES['closed, nobody’s'];

  it('leave out the half-way mark that has passed, and keep the last call', () => {
    const late = stepOf(closed, by('Bob', ACTS.reopen, DEADLINE - 10 * MINUTE)).enquiry;
    expect(late.warned).toEqual(['half-way']);
  });

  it('are all left out after the deadline', () => {
    const late = stepOf(closed, asker('Well?', DEADLINE)).enquiry;
    expect(late.warned).toEqual(['half-way', 'quarter-hour', 'passed']);
  });

  it('stay as they were while none was due', () => {
    expect(stepOf(closed, by('Bob', ACTS.reopen)).enquiry.warned).toEqual([]);
  });
});

const officerAct = fc.oneof(
  fc.constantFrom<OfficerAct>(...Object.values(ACTS)),
  fc.boolean().map((on): OfficerAct => ({ kind: 'urgent', on })),
  fc.string().map((words): OfficerAct => ({ ...ANSWER, words })),
);
const anyEvent = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ by: fc.constantFrom('Ann', 'Bob', 'Cat'), act: officerAct }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant({ kind: 'owner-left' } as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.record({ kind: fc.constant('follow-up' as const), words: fc.string() }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.record({
        kind: fc.constant('warn' as const),
        warning: fc.constantFrom(...WARNING_KINDS),
      }),
    }),
  },
);
const events = fc
  .array(fc.tuple(anyEvent, fc.nat({ max: 120 })), { maxLength: 40 })
  .map((list): readonly EnquiryEvent[] => {
    let at = RECEIVED_AT;
    return list.map(([event, minutes]) => {
      at += minutes * MINUTE;
      return { ...event, at };
    });
  });

/** Runs the events and shows each step that was made, with the state before. */
function eachStep(
  list: readonly EnquiryEvent[],
  look: (before: Enquiry, made: Step, event: EnquiryEvent) => void,
) {
  let enquiry = anEnquiry();
  for (const event of list) {
    const result = step(enquiry, event);
    if (!result.ok) continue;
    look(enquiry, result.value, event);
    enquiry = result.value.enquiry;
  }
}

describe('whatever happens', () => {
  it('an enquiry stays the same enquiry, one version on', () => {
    fc.assert(
      fc.property(events, (list) =>
        eachStep(list, (before, { enquiry }) => {
          expect(enquiry.version).toBe(before.version + 1);
          const { version, status, urgent, owner, answers, goInstead, warned, ...facts } = enquiry;
          expect({ ...before, ...facts }).toEqual(before);
        }),
      ),
    );
  });

  it('there is one owner where it is taken, and none where it is open', () => {
    fc.assert(
      fc.property(events, (list) =>
        eachStep(list, (_, { enquiry }) => {
          if (enquiry.status === 'taken') expect(enquiry.owner).toMatch(/^(?:Ann|Bob|Cat)$/);
          if (enquiry.status === 'open') expect('owner' in enquiry).toBe(false);
        }),
      ),
    );
  });

  it('nobody loses an enquiry to another: it is given back, or its owner leaves, first', () => {
    fc.assert(
      fc.property(events, (list) =>
        eachStep(list, (before, { enquiry, trail }) => {
          if (before.owner === undefined || before.owner === enquiry.owner) return;
          expect(['given-back', 'owner-left']).toContain(trail);
          expect(enquiry.owner).toBeUndefined();
        }),
      ),
    );
  });

  it('nobody but its owner finishes an enquiry that has one', () => {
    fc.assert(
      fc.property(events, (list) =>
        eachStep(list, (before, { enquiry }, event) => {
          if (before.owner === undefined || !isWaiting(before) || isWaiting(enquiry)) return;
          expect(event).toMatchObject({ by: before.owner });
        }),
      ),
    );
  });

  it('answers are only ever added to, and no warning is given twice', () => {
    fc.assert(
      fc.property(events, (list) =>
        eachStep(list, (before, { enquiry }) => {
          expect(enquiry.answers.slice(0, before.answers.length)).toEqual(before.answers);
          expect(enquiry.warned.slice(0, before.warned.length)).toEqual(before.warned);
          expect(new Set(enquiry.warned).size).toBe(enquiry.warned.length);
        }),
      ),
    );
  });

  it('the asker hears of every answer and every end, and the card is brought up to date', () => {
    fc.assert(
      fc.property(events, (list) =>
        eachStep(list, (before, { enquiry, notices }) => {
          expect(notices.filter((notice) => notice.kind === 'card')).toHaveLength(1);
          expect(notices.filter((notice) => notice.kind === 'desk')).toHaveLength(1);
          const news =
            enquiry.answers.length > before.answers.length ||
            isWaiting(before) !== isWaiting(enquiry);
          if (news) expect(notices.filter((notice) => notice.kind === 'asker')).toHaveLength(1);
        }),
      ),
    );
  });

  it('what is finished can be awaited again, by anybody at the desk', () => {
    fc.assert(
      fc.property(events, fc.constantFrom('Ann', 'Dan'), (list, who) => {
        let enquiry = anEnquiry();
        eachStep(list, (_, made) => {
          enquiry = made.enquiry;
        });
        const again = step(enquiry, by(who, ACTS.reopen));
        expect(again.ok).toBe(!isWaiting(enquiry));
      }),
    );
  });
});
