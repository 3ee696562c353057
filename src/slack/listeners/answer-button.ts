import type { Enquiry } from '../../domain/enquiry.ts';
import type { Office } from '../../domain/office.ts';
import { spokesperson } from '../../wording/desk-words.ts';
import { aboutEnquiry } from '../../wording/form-words.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import { beforeOpening } from '../before-opening.ts';
import { type AnswerFields, answerView } from '../blocks/answer-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onCardButton, tellRefusal } from '../on-card-button.ts';

/** Stands for the answer that will be written, to know whether one may be sent at all. */
const ANY_ANSWER = {
  kind: 'answer',
  words: '\u2026',
  attribution: { to: '\u2026', terms: 'on-the-record' },
} as const;

/** "Answer" and "Correct" on a card: the form, with the words that were sent where there are some. */
export function answerButton(deps: SlackDeps): SlackListener {
  const { pressOffice } = deps;
  return onCardButton(deps, DESK_ACTION_IDS.answer, async (args, { desk, enquiryId, by }) => {
    const at = pressOffice.now();
    const press = { id: enquiryId, by: by.id, at, act: ANY_ANSWER };
    const opening = await beforeOpening(desk, press);
    if (opening.kind === 'refused') {
      await tellRefusal(args, opening.problem);
      return;
    }
    const { enquiry } = opening;
    const office = pressOffice.office();
    const entryKey = enquiry?.answers.at(-1)?.entryKey;
    const correcting = enquiry?.status === 'answered';
    const view = answerView({
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
    await args.client.views.open({ trigger_id: args.body.trigger_id, view });
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
