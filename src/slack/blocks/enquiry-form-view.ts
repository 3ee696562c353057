import type { types } from '@slack/bolt';
import type { Office } from '../../domain/office.ts';
import { DESK_HINTS, DESK_LABELS, privacyLine } from '../../wording/desk-words.ts';
import { CALLBACK_IDS, ENQUIRY_FIELDS } from '../action-ids.ts';
import { type AskValue, askValue } from '../ask-value.ts';
import { INPUT_TEXT, OUTLET, SECTION_TEXT, TELEPHONE } from '../limits.ts';
import { context, plainText, viewLabel } from './elements.ts';
import { option, textField } from './inputs.ts';
import { cutPlain, cutText } from './text.ts';

/** What stands in the form's fields. */
export interface FormFields {
  readonly outlet: string;
  readonly deadline: string;
  readonly question: string;
  readonly telephone: string;
  readonly here: boolean;
}

export interface EnquiryForm {
  readonly office: Office;
  /** Days that an enquiry is kept; absent where it is kept until somebody asks for its removal. */
  readonly keptDays?: number;
  /** What goes along unseen: what was tried, and where it was asked. */
  readonly ask: Omit<AskValue, 'question'>;
  readonly fields: FormFields;
  /** How the deadline is read, or what is wrong with it, in words. */
  readonly deadlineRead: string;
}

/** The block under Deadline that reads it back; it is always there, so that nothing jumps. */
export const DEADLINE_READ = 'deadline_read';

/** The form that hands a question to a press officer. All its fields keep their ids whatever is typed. */
export function enquiryFormView(form: EnquiryForm): types.ModalView {
  const { office, keptDays, ask, fields, deadlineRead } = form;
  const read = plainText(cutText(deadlineRead, SECTION_TEXT));
  return {
    type: 'modal',
    callback_id: CALLBACK_IDS.enquiry,
    private_metadata: askValue({ ...ask, question: '' }),
    title: viewLabel(DESK_LABELS.askTitle),
    submit: viewLabel(DESK_LABELS.askSubmit),
    close: viewLabel(DESK_LABELS.cancel),
    blocks: [
      outletField(fields),
      deadlineField(fields),
      { ...context(read), block_id: DEADLINE_READ },
      questionField(fields),
      ...(ask.askedIn ? [whereField(fields)] : []),
      telephoneField(fields),
      context(plainText(cutText(privacyLine(office, keptDays), SECTION_TEXT))),
    ],
  };
}

function outletField({ outlet }: FormFields): types.InputBlock {
  const { outlet: label } = DESK_LABELS;
  const hint = DESK_HINTS.outlet;
  return textField({ ...ENQUIRY_FIELDS.outlet, label, hint, initial: outlet, most: OUTLET });
}

function deadlineField({ deadline }: FormFields): types.InputBlock {
  return textField({
    ...ENQUIRY_FIELDS.deadline,
    label: DESK_LABELS.deadline,
    hint: DESK_HINTS.deadline,
    initial: deadline,
    most: OUTLET,
    tells: 'while-typed',
  });
}

function questionField({ question }: FormFields): types.InputBlock {
  return textField({
    ...ENQUIRY_FIELDS.question,
    label: DESK_LABELS.question,
    hint: DESK_HINTS.question,
    initial: cutPlain(question, INPUT_TEXT),
    most: INPUT_TEXT,
    multiline: true,
  });
}

function telephoneField({ telephone }: FormFields): types.InputBlock {
  return textField({
    ...ENQUIRY_FIELDS.telephone,
    label: DESK_LABELS.telephone,
    hint: DESK_HINTS.telephone,
    initial: telephone,
    most: TELEPHONE,
    optional: true,
  });
}

/** Answers are private unless who asked in a channel ticks this. */
function whereField({ here }: FormFields): types.InputBlock {
  const { block, action } = ENQUIRY_FIELDS.here;
  const answerHere = option('here', DESK_LABELS.answerHere);
  return {
    type: 'input',
    block_id: block,
    optional: true,
    label: plainText(DESK_LABELS.answerWhere),
    element: {
      type: 'checkboxes',
      action_id: action,
      options: [answerHere],
      ...(here ? { initial_options: [answerHere] } : {}),
    },
  };
}
