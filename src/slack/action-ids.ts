/** Every action_id and callback_id that the bot hands to Slack and gets back. */
export const ACTION_IDS = {
  share: 'share_answer',
  place: 'show_place',
  copy: 'copy_text',
  report: 'report_answer',
} as const;

/**
 * A choice's button; the number keeps the ids of one block apart, as Slack demands
 * (docs.slack.dev/reference/block-kit/block-elements/button-element).
 */
export function choiceActionId(index: number): string {
  return `choose_answer_${index}`;
}
export const CHOICE_ACTION: RegExp = /^choose_answer_\d+$/;

/** The desk's buttons and fields that send by themselves. */
export const DESK_ACTION_IDS = {
  ask: 'ask_press_officer',
  take: 'desk_take',
  giveBack: 'desk_give_back',
  answer: 'desk_answer',
  urgent: 'desk_urgent',
  notUrgent: 'desk_not_urgent',
  notForUs: 'desk_not_for_us',
  close: 'desk_close',
  reopen: 'desk_reopen',
  deadline: 'deadline_text',
  find: 'find_approved',
  findTyped: 'approved_text',
  pick: 'pick_approved',
} as const;

/** Any action that isn't one of ours: a button of an older version, say. */
export const UNKNOWN_ACTION: RegExp = new RegExp(
  `^(?!(?:${[...Object.values(ACTION_IDS), ...Object.values(DESK_ACTION_IDS)].join('|')}|choose_answer_\\d+)$)`,
);

export const CALLBACK_IDS = {
  copy: 'copy_text_view',
  report: 'report_answer_view',
  enquiry: 'enquiry_view',
  answer: 'answer_enquiry_view',
  notForUs: 'not_for_us_view',
  /** The shortcut on a message. */
  askAboutMessage: 'ask_press_officer',
} as const;

/** The one field of the report's modal. */
export const REASON = { block: 'reason', action: 'reason_text' } as const;

/** The fields of the form that hands a question over. */
export const ENQUIRY_FIELDS = {
  outlet: { block: 'outlet', action: 'outlet_text' },
  deadline: { block: 'deadline', action: DESK_ACTION_IDS.deadline },
  question: { block: 'question', action: 'question_text' },
  here: { block: 'answer_where', action: 'answer_here' },
  telephone: { block: 'telephone', action: 'telephone_text' },
} as const;

/** The fields of the form that answers an enquiry. */
export const ANSWER_FIELDS = {
  find: { block: 'approved', action: DESK_ACTION_IDS.findTyped },
  to: { block: 'attribution', action: 'attribution_to' },
  name: { block: 'attribution_name', action: 'attribution_name_text' },
  terms: { block: 'terms', action: 'terms_choice' },
} as const;

/**
 * The field for the answer's words. Slack keeps what is typed for as long as a block keeps its id, so
 * words that are put there by the bot need a new one.
 */
export function answerWordsField(round: number): { block: string; action: string } {
  return { block: `answer_${round}`, action: 'answer_text' };
}

/** The one field of the form that says where to go instead. */
export const GO_INSTEAD = { block: 'go_instead', action: 'go_instead_text' } as const;
