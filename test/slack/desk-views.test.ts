import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK_ACTION_IDS } from '../../src/slack/action-ids.ts';
import { holdsWordsOf } from '../../src/slack/approved-words.ts';
import { answerView } from '../../src/slack/blocks/answer-view.ts';
import { cardButtons } from '../../src/slack/blocks/card-buttons.ts';
import { enquiryFormView } from '../../src/slack/blocks/enquiry-form-view.ts';
import { notForUsView } from '../../src/slack/blocks/not-for-us-view.ts';
import { officerFormText, parseOfficerForm } from '../../src/slack/officer-form.ts';
import { aboutEnquiry } from '../../src/wording/form-words.ts';
import { copyText } from '../../src/wording/other-messages.ts';
import { anOffice } from '../support/builders.ts';
import { anEnquiry } from '../support/enquiries.ts';
import { fakePressOffice } from '../support/fake-press-office.ts';
import { viewFaults } from './block-rules.ts';

const OFFICE = anOffice();
const FIELDS = { outlet: '', deadline: '', question: 'How many?', telephone: '', here: false };
const TRIED = { outcome: 'unknown', titles: [] } as const;
const BASE = {
  office: OFFICE,
  ask: { tried: TRIED },
  fields: FIELDS,
  deadlineRead: 'Nothing yet.',
};
const ANSWER = {
  find: '',
  words: '',
  to: 'spokesperson',
  name: '',
  terms: 'on-the-record',
} as const;

interface Input {
  readonly type: string;
  readonly block_id?: string;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
  readonly label: { readonly text: string };
}

function inputsOf(view: { readonly blocks: readonly object[] }): Input[] {
  return (view.blocks as Input[]).filter(({ type }) => type === 'input');
}

describe('the form to a press officer', () => {
  it('needs outlet, deadline and question, and asks for a telephone number last', () => {
    const inputs = inputsOf(enquiryFormView(BASE));
    expect(inputs.map(({ label, optional = false }) => [label.text, optional])).toEqual([
      ['Outlet', false],
      ['Deadline', false],
      ['Question', false],
      ['Telephone', true],
    ]);
    expect(inputs.filter((each) => each.dispatch_action).map(({ label }) => label.text)).toEqual([
      'Deadline',
    ]);
  });

  it('asks where to answer only where it was asked in a channel', () => {
    const ask = { tried: TRIED, askedIn: { channel: 'C1', thread: '1.1' } };
    const labels = inputsOf(enquiryFormView({ ...BASE, ask })).map(({ label }) => label.text);
    expect(labels).toContain('Where to answer');
  });

  it('says what is kept, for how long, and whom to ask', () => {
    const words = JSON.stringify(enquiryFormView({ ...BASE, keptDays: 30 }));
    expect(words).toMatch(/What is kept: your name.*30 days.*020 0000 0001/);
  });

  it('keeps the ids of its blocks whatever stands in it, so that Slack keeps what is typed', () => {
    const idsOf = (fields: typeof FIELDS, deadlineRead: string) =>
      inputsOf(enquiryFormView({ ...BASE, fields, deadlineRead })).map((each) => each.block_id);
    const typed = { ...FIELDS, outlet: 'A', deadline: '6pm', telephone: '1' };
    expect(idsOf(typed, 'Read.')).toEqual(idsOf(FIELDS, 'Nothing.'));
  });

  it('is a valid modal for whatever is typed', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 4000 });
    fc.assert(
      fc.property(text, text, (question, deadlineRead) => {
        const fields = { ...FIELDS, question, here: true };
        const ask = { tried: TRIED, askedIn: { channel: 'C1', thread: '1.1' } };
        const view = enquiryFormView({ ...BASE, ask, fields, deadlineRead: `x${deadlineRead}` });
        expect(viewFaults(view)).toEqual([]);
      }),
    );
  });
});

describe('the buttons of a card', () => {
  it.each`
    status          | labels
    ${'open'}       | ${['Take it', 'Answer', 'Urgent', 'Not for us', 'Close']}
    ${'taken'}      | ${['Give it back', 'Answer', 'Urgent', 'Not for us', 'Close']}
    ${'answered'}   | ${['Correct', 'Reopen']}
    ${'not-for-us'} | ${['Reopen']}
    ${'closed'}     | ${['Reopen']}
  `('of an enquiry that is $status are $labels', ({ status, labels }) => {
    const [block] = cardButtons({ id: 'e1', status, urgent: false });
    const buttons = (block?.elements ?? []) as { text: { text: string }; value: string }[];
    expect(buttons.map(({ text }) => text.text)).toEqual(labels);
    expect(new Set(buttons.map(({ value }) => value))).toEqual(new Set(['e1']));
    expect(viewFaults({ blocks: [block] })).toEqual([]);
  });

  it('say “Not urgent” of what is urgent', () => {
    const words = JSON.stringify(cardButtons({ id: 'e1', status: 'open', urgent: true }));
    expect(words).toContain(DESK_ACTION_IDS.notUrgent);
    expect(words).not.toContain(`"${DESK_ACTION_IDS.urgent}"`);
  });
});

describe('an officer’s forms', () => {
  const pressOffice = fakePressOffice();
  const approved = pressOffice.answer('made-up/widgets');
  if (!approved) throw new Error('the made-up entry is gone');
  const enquiry = anEnquiry({ question: 'Who <!channel>?' });
  const about = aboutEnquiry(enquiry, OFFICE, enquiry.receivedAt);
  const form = { enquiryId: 'e1', round: 2, correcting: false, picked: 'made-up/widgets' };

  it('are valid modals that say what they are about', () => {
    const found = [approved];
    const view = answerView({
      office: OFFICE,
      form,
      fields: ANSWER,
      about,
      found,
      picked: approved,
    });
    for (const each of [view, notForUsView('e1', about)]) {
      expect(viewFaults(each)).toEqual([]);
      expect(JSON.stringify(each)).toContain('Who &lt;!channel&gt;?');
    }
  });

  it('show the whole of a question that its card shows cut', () => {
    const question = `${'&'.repeat(2_990)} and Wales`;
    const whole = aboutEnquiry(anEnquiry({ question }), OFFICE, enquiry.receivedAt);
    const view = answerView({ office: OFFICE, form, fields: ANSWER, about: whole });
    for (const each of [view, notForUsView('e1', whole)]) {
      expect(viewFaults(each)).toEqual([]);
      const drawn = JSON.stringify(each);
      expect(drawn.split('&amp;').length - 1).toBe(2_990);
      expect(drawn).toContain('and Wales');
    }
  });

  it('have one field labelled Answer', () => {
    const labels = inputsOf(answerView({ office: OFFICE, form, fields: ANSWER })).map(
      ({ label }) => label.text,
    );
    expect(labels.filter((label) => label === 'Answer')).toHaveLength(1);
  });

  it('give the words a new block where the bot has put them there, or Slack would show the old ones', () => {
    const ids = [0, 1].map((round) => {
      const view = answerView({ office: OFFICE, form: { ...form, round }, fields: ANSWER });
      return inputsOf(view).find(({ label }) => label.text === 'Answer')?.block_id;
    });
    expect(new Set(ids).size).toBe(2);
  });

  it('carry unseen what they are about, and nothing that was forged', () => {
    expect(parseOfficerForm(officerFormText(form))).toEqual(form);
    for (const text of [
      '',
      'null',
      '{}',
      '{"v":1}',
      '{"v":1,"id":"","n":0}',
      '{"v":1,"id":"e","n":"x"}',
    ])
      expect(parseOfficerForm(text)).toBeUndefined();
  });

  it('name a source for as long as its words stand in the answer', () => {
    const words = copyText(approved);
    expect(holdsWordsOf(`Before.\n\n${words.replaceAll(' ', '\n ')}`, approved)).toBe(true);
    expect(holdsWordsOf(words.replace('widgets', 'gadgets'), approved)).toBe(false);
    expect(holdsWordsOf('', approved)).toBe(false);
  });
});
