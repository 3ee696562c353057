import { ANSWER_FIELDS, answerWordsField } from './action-ids.ts';
import type { AnswerFields } from './blocks/answer-view.ts';
import { chosenIn, typedIn, type ViewValues } from './view-values.ts';

/** What stands in the form that answers; `round` names the field that the words are in. */
export function answerFieldsIn(values: ViewValues, round: number): AnswerFields {
  return {
    find: typedIn(values, ANSWER_FIELDS.find),
    words: typedIn(values, answerWordsField(round)),
    to: chosenIn(values, ANSWER_FIELDS.to) === 'named' ? 'named' : 'spokesperson',
    name: typedIn(values, ANSWER_FIELDS.name),
    terms: chosenIn(values, ANSWER_FIELDS.terms) === 'background' ? 'background' : 'on-the-record',
  };
}
