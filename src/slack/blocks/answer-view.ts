import type { types } from '@slack/bolt';
import type { Attribution } from '../../domain/enquiry.ts';
import type { Office } from '../../domain/office.ts';
import { entryKey } from '../../domain/release.ts';
import type { ReleaseAnswer } from '../../domain/reply.ts';
import { DESK_HINTS, DESK_LABELS, spokesperson } from '../../wording/desk-words.ts';
import { approvedInWords, FORM_WORDS } from '../../wording/form-words.ts';
import type { Message } from '../../wording/message.ts';
import { ANSWER_FIELDS, answerWordsField, CALLBACK_IDS, DESK_ACTION_IDS } from '../action-ids.ts';
import { ATTRIBUTION, INPUT_TEXT, OUTLET, SECTION_TEXT } from '../limits.ts';
import { type OfficerForm, officerFormText } from '../officer-form.ts';
import { button, context, plainText, section, viewLabel } from './elements.ts';
import { option, textField } from './inputs.ts';
import { cutPlain, cutText } from './text.ts';
import { viewBlocks } from './view-blocks.ts';

/** What stands in the fields of the form. */
export interface AnswerFields {
  readonly find: string;
  readonly words: string;
  readonly to: 'spokesperson' | 'named';
  readonly name: string;
  readonly terms: Attribution['terms'];
}

export interface AnswerView {
  readonly office: Office;
  readonly form: OfficerForm;
  readonly fields: AnswerFields;
  /** The enquiry in words; absent where it could not be read in time. */
  readonly about?: Message;
  /** What was found; absent while nothing was looked for. */
  readonly found?: readonly ReleaseAnswer[];
  readonly picked?: ReleaseAnswer;
  /** True where the words that were picked don't fit. */
  readonly tooLong?: boolean;
}

/** The form that answers an enquiry, or corrects its answer. */
export function answerView(view: AnswerView): types.ModalView {
  const { form, about, office, fields } = view;
  return {
    type: 'modal',
    callback_id: CALLBACK_IDS.answer,
    private_metadata: officerFormText(form),
    title: viewLabel(form.correcting ? DESK_LABELS.correctTitle : DESK_LABELS.answerTitle),
    submit: viewLabel(DESK_LABELS.answerSubmit),
    close: viewLabel(DESK_LABELS.cancel),
    blocks: [
      ...(about ? viewBlocks(about.parts) : []),
      ...approved(view),
      wordsField(form.round, fields.words),
      toField(office, fields.to),
      nameField(fields.name),
      termsField(fields.terms),
    ],
  };
}

function approved({ fields, found, picked, tooLong }: AnswerView): types.KnownBlock[] {
  const { find, pick } = DESK_ACTION_IDS;
  const results = (found ?? []).map(
    (answer, index): types.SectionBlock => ({
      ...section(plainText(cutText(approvedInWords(answer), SECTION_TEXT))),
      block_id: `found_${index}`,
      accessory: button(FORM_WORDS.pick, pick, entryKey(answer.entry)),
    }),
  );
  const says = [
    ...(found?.length === 0 ? [FORM_WORDS.nothingFound] : []),
    ...(tooLong ? [FORM_WORDS.tooLong] : []),
    ...(picked
      ? [`${FORM_WORDS.picked} ${approvedInWords(picked)}\n${FORM_WORDS.pickedNote}`]
      : []),
  ];
  return [
    textField({
      ...ANSWER_FIELDS.find,
      label: FORM_WORDS.findApproved,
      hint: FORM_WORDS.findHint,
      initial: fields.find,
      most: OUTLET,
      optional: true,
      tells: 'on-enter',
    }),
    { type: 'actions', block_id: 'find', elements: [button(FORM_WORDS.find, find, 'find')] },
    ...results,
    ...says.map((text) => context(plainText(cutText(text, SECTION_TEXT)))),
  ];
}

function wordsField(round: number, words: string): types.InputBlock {
  return textField({
    ...answerWordsField(round),
    label: DESK_LABELS.answerWords,
    hint: DESK_HINTS.answerWords,
    initial: cutPlain(words, INPUT_TEXT),
    most: INPUT_TEXT,
    multiline: true,
  });
}

function toField(office: Office, to: AnswerFields['to']): types.InputBlock {
  const { block, action } = ANSWER_FIELDS.to;
  const usual = option('spokesperson', spokesperson(office));
  const named = option('named', DESK_LABELS.attributionNamed);
  return {
    type: 'input',
    block_id: block,
    label: plainText(DESK_LABELS.attributionTo),
    element: {
      type: 'static_select',
      action_id: action,
      options: [usual, named],
      initial_option: to === 'named' ? named : usual,
    },
  };
}

function nameField(name: string): types.InputBlock {
  return textField({
    ...ANSWER_FIELDS.name,
    label: DESK_LABELS.attributionName,
    hint: DESK_HINTS.attributionName,
    initial: name,
    most: ATTRIBUTION,
    optional: true,
  });
}

function termsField(terms: Attribution['terms']): types.InputBlock {
  const { block, action } = ANSWER_FIELDS.terms;
  const onTheRecord = option('on-the-record', DESK_LABELS.onTheRecord);
  const background = option('background', DESK_LABELS.background);
  return {
    type: 'input',
    block_id: block,
    label: plainText(DESK_LABELS.terms),
    element: {
      type: 'radio_buttons',
      action_id: action,
      options: [onTheRecord, background],
      initial_option: terms === 'background' ? background : onTheRecord,
    },
  };
}
