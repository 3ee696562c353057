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

/** Any action that isn't one of ours: a button of an older version, say. */
export const UNKNOWN_ACTION: RegExp = new RegExp(
  `^(?!(?:${Object.values(ACTION_IDS).join('|')}|choose_answer_\\d+)$)`,
);

export const CALLBACK_IDS = { copy: 'copy_text_view', report: 'report_answer_view' } as const;

/** The one field of the report's modal. */
export const REASON = { block: 'reason', action: 'reason_text' } as const;
