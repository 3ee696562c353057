import type { Attribution } from '../../domain/enquiry.ts';
import type { Office } from '../../domain/office.ts';
import { spokesperson } from '../../wording/desk-words.ts';
import { ANSWER_FIELDS, answerWordsField, CALLBACK_IDS } from '../action-ids.ts';
import { answerFieldsIn } from '../answer-fields.ts';
import { holdsWordsOf } from '../approved-words.ts';
import type { AnswerFields } from '../blocks/answer-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { sendOfficerView } from '../officer-view.ts';
import { onOfficerView } from '../on-officer-view.ts';

/** An answer, or a correction, is sent: kept by the desk, which brings it to who asked. */
export function answerViewSent(deps: SlackDeps): SlackListener {
  return onOfficerView(deps, CALLBACK_IDS.answer, async (args, { desk, form }) => {
    const fields = answerFieldsIn(args.view.state.values, form.round);
    const source = sourceOf(deps, form.picked, fields.words);
    await sendOfficerView(desk, args, {
      enquiryId: form.enquiryId,
      act: {
        kind: 'answer',
        words: fields.words,
        attribution: attributionOf(fields, deps.pressOffice.office()),
        ...(source ? { entryKey: source } : {}),
      },
      written: fields.words,
      blocks: {
        text: answerWordsField(form.round).block,
        attribution: ANSWER_FIELDS.name.block,
      },
    });
  });
}

function attributionOf({ to, name, terms }: AnswerFields, office: Office): Attribution {
  return { to: to === 'named' ? name : spokesperson(office), terms };
}

/** The entry's key, as long as its words still stand in what is sent. */
function sourceOf(
  { pressOffice }: SlackDeps,
  picked: string | undefined,
  words: string,
): string | undefined {
  const answer = picked === undefined ? undefined : pressOffice.answer(picked);
  return answer && holdsWordsOf(words, answer) ? picked : undefined;
}
