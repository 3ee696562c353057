import type { types } from '@slack/bolt';
import { LABELS, reportIntro } from '../../wording/slack-messages.ts';
import { CALLBACK_IDS, REASON } from '../action-ids.ts';
import { buttonValue } from '../button-value.ts';
import { REPORT_REASON, SECTION_TEXT } from '../limits.ts';
import { plainText, section, viewLabel } from './elements.ts';
import { cutText } from './text.ts';

/** Asks what is wrong with an answer; the reason is needed, and at most 500 characters.
 * `desk` is true where it goes to the press desk, and not into the log. */
export function reportView(entryKey: string, title: string, desk = false): types.ModalView {
  return {
    type: 'modal',
    callback_id: CALLBACK_IDS.report,
    private_metadata: buttonValue({ entryKey }),
    title: viewLabel(LABELS.reportTitle),
    submit: viewLabel(LABELS.reportSubmit),
    close: viewLabel(LABELS.close),
    blocks: [
      section(plainText(cutText(reportIntro(title, desk), SECTION_TEXT))),
      {
        type: 'input',
        block_id: REASON.block,
        label: plainText(LABELS.reportInput),
        element: {
          type: 'plain_text_input',
          action_id: REASON.action,
          multiline: true,
          min_length: 1,
          max_length: REPORT_REASON,
        },
      },
    ],
  };
}
