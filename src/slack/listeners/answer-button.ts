import type { Enquiry } from '../../domain/enquiry.ts';
import type { Office } from '../../domain/office.ts';
import { spokesperson } from '../../wording/desk-words.ts';
import { aboutEnquiry } from '../../wording/form-words.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import { type AnswerFields, answerView } from '../blocks/answer-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onFormButton } from '../on-form-button.ts';

/** Stands for the answer that will be written. */
const ANY_ANSWER = {
  kind: 'answer',
  words: '\u2026',
  attribution: { to: '\u2026', terms: 'on-the-record' },
} as const;

/** "Answer" and "Correct" on a card: the form, with the words that were sent where there are some. */
export function answerButton(deps: SlackDeps): SlackListener {
  const { pressOffice } = deps;
  return onFormButton(deps, DESK_ACTION_IDS.answer, ANY_ANSWER, ({ enquiryId, enquiry, at }) => {
    const office = pressOffice.office();
    const entryKey = enquiry?.answers.at(-1)?.entryKey;
    const correcting = enquiry?.status === 'answered';
    return answerView({
      office,
      form: {
        enquiryId,
        round: 0,
        correcting,
        ...(correcting && entryKey ? { picked: entryKey } : {}),
      },
      fields: fieldsFor(enquiry, office),
      ...(enquiry ? { about: aboutEnquiry(enquiry, office, at) } : {}),
    });
  });
}

/** Empty for an answer; for a correction what was sent last. */
function fieldsFor(enquiry: Enquiry | undefined, office: Office): AnswerFields {
  const last = enquiry?.status === 'answered' ? enquiry.answers.at(-1) : undefined;
  if (!last) return { find: '', words: '', to: 'spokesperson', name: '', terms: 'on-the-record' };
  const { to, terms } = last.attribution;
  const named = to !== spokesperson(office);
  return {
    find: '',
    words: last.words,
    to: named ? 'named' : 'spokesperson',
    name: named ? to : '',
    terms,
  };
}
