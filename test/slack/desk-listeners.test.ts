import { describe, expect, it } from 'vitest';
import type { ActRefusal } from '../../src/domain/refusals.ts';
import { ok, refused } from '../../src/domain/result.ts';
import { CALLBACK_IDS, DESK_ACTION_IDS } from '../../src/slack/action-ids.ts';
import { newForm } from '../../src/slack/ask-form.ts';
import { askValue } from '../../src/slack/ask-value.ts';
import { officerFormText } from '../../src/slack/officer-form.ts';
import { anEnquiry } from '../support/enquiries.ts';
import { fakeDesk } from '../support/fake-desk.ts';
import { fakeDeps, fakePressOffice } from '../support/fake-press-office.ts';
import { bench } from './bench.ts';
import { messageFaults, type Sent, viewFaults } from './block-rules.ts';

const USER = { id: 'U1', name: 'robin' };
const NUMBER = /020 0000 0001/;
const TRIED = { outcome: 'unknown', titles: ['Widgets'], confidence: 0.1 } as const;

function pressed(value: string) {
  const container = { channel_id: 'C1', message_ts: '1.1' };
  return {
    action: { value },
    body: { user: USER, trigger_id: 'T1', channel: { id: 'C1' }, container },
  };
}

function typed(fields: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(fields).map(([block, value]) => [block, { [`${block}_text`]: { value } }]),
  );
}

const ASKED_IN = { channel: 'C1', thread: '1.1' };
function form(over: object = {}) {
  const values = typed({ outlet: 'BBC', deadline: '6pm', question: 'Why?', telephone: '' });
  const here = { answer_where: { answer_here: { selected_options: [{ value: 'here' }] } } };
  const metadata = askValue({ question: '', tried: TRIED, askedIn: ASKED_IN });
  const view = { id: 'V1', private_metadata: metadata, state: { values: { ...values, ...here } } };
  return { body: { user: USER }, view: { ...view, ...over } };
}

describe('the form to a press officer, when it is sent', () => {
  it('is kept with all that was in it, once for each view, before it is acknowledged', async () => {
    const { desk, calls: told } = fakeDesk();
    const { run, calls } = bench({ desk });
    await run('view', CALLBACK_IDS.enquiry, form());
    const kept = {
      by: USER,
      outlet: 'BBC',
      deadline: '6pm',
      question: 'Why?',
      askedIn: ASKED_IN,
      answerHere: true,
      tried: TRIED,
    };
    expect(told).toEqual([['receive', kept, 'V1']]);
    expect(calls).toEqual([['ack', expect.objectContaining({ response_action: 'update' })]]);
    const { view } = calls[0]?.[1] ?? {};
    expect(viewFaults(view as object)).toEqual([]);
    expect(JSON.stringify(view)).toMatch(/K7M-4PX.*Friday 27 November 2026, 6:00pm/);
  });

  it('says at each field what is wrong with it', async () => {
    const fields = { outlet: 'empty', deadline: 'past' } as const;
    const { desk } = fakeDesk({ receive: async () => refused({ kind: 'fields', fields }) });
    const { run, calls } = bench({ desk });
    await run('view', CALLBACK_IDS.enquiry, form());
    expect(calls).toEqual([
      [
        'ack',
        {
          response_action: 'errors',
          errors: {
            outlet: expect.stringMatching(/^Outlet/),
            deadline: expect.stringMatching(/over/),
          },
        },
      ],
    ]);
  });

  it.each([
    { deskAway: false, title: 'The press desk has it' },
    { deskAway: true, title: 'Your enquiry is kept' },
  ])('is headed “$title” where the desk is away: $deskAway', async ({ deskAway, title }) => {
    const receipt = {
      enquiry: anEnquiry(),
      office: fakePressOffice().hours(),
      ringOutOfHours: false,
      deskAway,
    };
    const { desk } = fakeDesk({ receive: async () => ok(receipt) });
    const { run, calls } = bench({ desk });
    await run('view', CALLBACK_IDS.enquiry, form());
    expect(calls).toMatchObject([['ack', { view: { title: { text: title } } }]]);
    expect(viewFaults(calls[0]?.[1].view as object)).toEqual([]);
  });

  it('says that it was not recorded, with the number, where it could not be kept', async () => {
    const { desk } = fakeDesk({ receive: async () => refused({ kind: 'not-recorded' }) });
    const { run, calls } = bench({ desk });
    await run('view', CALLBACK_IDS.enquiry, form());
    const words = JSON.stringify(calls);
    expect(words).toMatch(/not recorded/);
    expect(words).toMatch(NUMBER);
  });
});

describe('a deadline that is typed', () => {
  const field = (shown: object, deadline: string) => ({
    action: { value: deadline },
    body: { view: { ...shown, id: 'V1', hash: 'H1', state: { values: typed({ outlet: 'BBC' }) } } },
  });
  const view = newForm(fakeDeps(), { question: 'Why?', tried: TRIED });

  it('is read back in the same view, and only where it reads differently', async () => {
    const { desk } = fakeDesk();
    const { run, sent } = bench({ desk });
    await run('action', DESK_ACTION_IDS.deadline, field(view, '6pm'));
    const [name, payload] = sent()[0] ?? [];
    expect([name, payload]).toMatchObject(['update', { view_id: 'V1', hash: 'H1' }]);
    expect(JSON.stringify(payload)).toMatch(/read as Friday 27 November 2026, 6:00pm/);
    expect(JSON.stringify(payload)).toContain('"initial_value":"BBC"');
    await run('action', DESK_ACTION_IDS.deadline, field(payload?.view as object, '18:00'));
    expect(sent()).toHaveLength(1);
  });

  it('troubles nobody where Slack has another view by now', async () => {
    const { desk } = fakeDesk();
    const { run, sent, fail, lines } = bench({ desk });
    fail('update');
    await run('action', DESK_ACTION_IDS.deadline, field(view, '6pm'));
    expect(sent()).toHaveLength(1);
    expect(lines.map(({ level }) => level)).toEqual(['debug']);
  });
});

describe('a question', () => {
  it.each`
    kind         | name             | args
    ${'command'} | ${'/hmicfrs'}    | ${{ command: { text: 'how many?', user_id: 'U1', user_name: 'robin' } }}
    ${'event'}   | ${'app_mention'} | ${{ event: { channel: 'C1', ts: '1.1', user: 'U1', text: 'how many?' } }}
    ${'event'}   | ${'message.im'}  | ${{ event: { channel: 'D1', channel_type: 'im', ts: '1.1', user: 'U1', text: 'how many?' } }}
  `(
    'by $name is recorded, and its reply says so where that failed',
    async ({ kind, name, args }) => {
      const asked: unknown[] = [];
      const records = {
        asked: async (question: unknown) => asked.push(question) < 0,
        off: () => undefined,
      };
      const { run, sent } = bench({ records, desk: fakeDesk().desk });
      await run(kind, name, args);
      expect(asked).toMatchObject([{ by: { id: 'U1' }, reply: { question: 'how many?' } }]);
      expect(JSON.stringify(sent())).toMatch(/This question was not recorded\..*ask_press_officer/);
      expect(messageFaults(sent()[0]?.[1] as unknown as Sent)).toEqual([]);
    },
  );

  it('has no button to a press officer where there is no desk', async () => {
    const { run, sent } = bench();
    await run('command', '/hmicfrs', { command: { text: 'how many?' } });
    expect(JSON.stringify(sent())).not.toContain('ask_press_officer');
  });

  it('is none where it is a follow-up that could not be recorded: that is said, with the number', async () => {
    const { desk } = fakeDesk({ followUp: async () => 'not-recorded' });
    const { run, sent } = bench({ desk });
    const event = {
      channel: 'D1',
      channel_type: 'im',
      ts: '2.2',
      thread_ts: '1.1',
      user: 'U1',
      text: 'and why?',
    };
    await run('event', 'message.im', { event });
    expect(sent()).toHaveLength(1);
    expect(JSON.stringify(sent())).toMatch(/not recorded/);
    expect(JSON.stringify(sent())).toMatch(NUMBER);
  });
});

describe('while answers are off', () => {
  const records = { asked: async () => true, off: () => ({ reason: 'x', by: 'U2', at: 1 }) };

  it.each(['share_answer', 'show_place', 'copy_text', 'choose_answer_0'])(
    '%s gives the number and the form, and no word of a release',
    async (id) => {
      const { run, sent } = bench({ records, desk: fakeDesk().desk });
      await run('action', id, pressed('{"v":1,"e":"made-up/widgets"}'));
      expect(sent().map(([name]) => name)).toEqual(['respond']);
      expect(JSON.stringify(sent())).toMatch(/switched off.*ask_press_officer/);
      expect(JSON.stringify(sent())).not.toContain('widgets');
    },
  );

  it('the home tab says so, with the number and the form, and offers no topics', async () => {
    const { desk } = fakeDesk({ isOfficer: async () => false, mine: async () => [] });
    const { run, sent } = bench({ records, desk });
    await run('event', 'app_home_opened', { event: { user: 'U1', tab: 'home' } });
    const drawn = JSON.stringify(sent());
    expect(drawn).toMatch(/switched off/);
    expect(drawn).toMatch(/ask_press_officer/);
    expect(drawn).toMatch(NUMBER);
    expect(drawn).not.toMatch(/widgets|word for word/);
  });
});

describe('an order of an officer', () => {
  it('is refused aloud where Slack does not say who is an officer, and is no question then', async () => {
    const isOfficer = async () => {
      throw new Error('slack is down');
    };
    const switchOff = async () => refused({ kind: 'not-now' } as const);
    const { run, sent } = bench({ desk: fakeDesk({ isOfficer, switchOff }).desk });
    const command = { text: 'off "a wrong figure"', user_id: 'U1', user_name: 'robin' };
    await run('command', '/hmicfrs', { command });
    expect(sent()).toHaveLength(1);
    expect(JSON.stringify(sent())).toContain('can’t be done at the moment');
  });
});

describe('a card’s button', () => {
  it('tells only who pressed it why nothing was changed', async () => {
    const refusal: ActRefusal = { kind: 'taken-by-other', owner: 'U0OTHER' };
    const { desk } = fakeDesk({ act: async () => refused(refusal) });
    const { run, sent } = bench({ desk });
    await run('action', DESK_ACTION_IDS.take, pressed('e1'));
    expect(sent()).toMatchObject([
      ['respond', { response_type: 'ephemeral', replace_original: false }],
    ]);
    expect(JSON.stringify(sent())).toContain('<@U0OTHER>');
  });

  it.each([DESK_ACTION_IDS.answer, DESK_ACTION_IDS.notForUs])(
    '%s opens no form for who is no officer, nor over somebody else’s enquiry',
    async (id) => {
      const taken = { ...anEnquiry(), status: 'taken', owner: 'U0OTHER' } as const;
      for (const { desk } of [fakeDesk({ isOfficer: async () => false }), fakeDesk({}, taken)]) {
        const { run, sent } = bench({ desk });
        await run('action', id, pressed('e1'));
        expect(sent().map(([name]) => name)).toEqual(['respond']);
      }
    },
  );

  it('opens the form in the time that Slack leaves, where Slack or the store does not answer', async () => {
    const { desk } = fakeDesk({ isOfficer: () => new Promise(() => {}) });
    const { run, sent } = bench({ desk });
    await run('action', DESK_ACTION_IDS.answer, pressed('e1'));
    expect(sent()).toMatchObject([['open', { trigger_id: 'T1' }]]);
    expect(viewFaults(sent()[0]?.[1].view as object)).toEqual([]);
  });
});

describe('an answer that is sent', () => {
  const picked = 'made-up/widgets';
  const sentView = (words: string) => ({
    body: { user: USER },
    view: {
      id: 'V1',
      private_metadata: officerFormText({ enquiryId: 'e1', round: 1, correcting: false, picked }),
      state: { values: { answer_1: { answer_text: { value: words } } } },
    },
  });
  const widgets = fakeDeps().pressOffice.answer(picked)?.entry.passages[0]?.text ?? '';

  it.each`
    words                 | entryKey
    ${`${widgets} More.`} | ${picked}
    ${'Our own words.'}   | ${undefined}
  `(
    'names its source where the source’s words are in it: $entryKey',
    async ({ words, entryKey }) => {
      const { desk, calls: told } = fakeDesk();
      const { run, calls } = bench({ desk });
      await run('view', CALLBACK_IDS.answer, sentView(words));
      expect(told[0]).toMatchObject(['act', 'e1', { kind: 'answer', words }, USER, 'V1']);
      const [, , act] = told[0] ?? [];
      expect((act as { entryKey?: string } | undefined)?.entryKey).toBe(entryKey);
      expect(calls).toEqual([['ack', {}]]);
    },
  );

  it.each`
    refusal                                         | action
    ${{ kind: 'not-now' }}                          | ${'errors'}
    ${{ kind: 'empty', field: 'answer' }}           | ${'errors'}
    ${{ kind: 'no-officer' }}                       | ${'update'}
    ${{ kind: 'taken-by-other', owner: 'U0OTHER' }} | ${'update'}
  `('is not lost where it is refused: $refusal.kind', async ({ refusal, action }) => {
    const { desk } = fakeDesk({ act: async () => refused(refusal) });
    const { run, calls } = bench({ desk });
    await run('view', CALLBACK_IDS.answer, sentView('My <own> words.'));
    expect(calls[0]).toMatchObject(['ack', { response_action: action }]);
    if (action === 'update') expect(JSON.stringify(calls)).toContain('My &lt;own&gt; words.');
  });
});

describe('the home tab', () => {
  it('says that enquiries can’t be shown, rather than that there are none', async () => {
    const mine = async () => {
      throw new Error('the store is down');
    };
    const { desk } = fakeDesk({ mine, isOfficer: async () => false });
    const { run, sent } = bench({ desk });
    await run('event', 'app_home_opened', { event: { user: 'U1', tab: 'home' } });
    expect(JSON.stringify(sent())).toContain('can’t be shown at the moment');
    expect(viewFaults(sent()[0]?.[1].view as object)).toEqual([]);
  });
});
