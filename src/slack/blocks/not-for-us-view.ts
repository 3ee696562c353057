import type { types } from '@slack/bolt';
import { DESK_HINTS, DESK_LABELS } from '../../wording/desk-words.ts';
import type { Message } from '../../wording/message.ts';
import { CALLBACK_IDS, GO_INSTEAD } from '../action-ids.ts';
import { INPUT_TEXT } from '../limits.ts';
import { officerFormText } from '../officer-form.ts';
import { viewLabel } from './elements.ts';
import { textField } from './inputs.ts';
import { viewBlocks } from './view-blocks.ts';

/** Asks an officer where who asked has to go instead. */
export function notForUsView(enquiryId: string, about: Message | undefined): types.ModalView {
  return {
    type: 'modal',
    callback_id: CALLBACK_IDS.notForUs,
    private_metadata: officerFormText({ enquiryId, round: 0, correcting: false }),
    title: viewLabel(DESK_LABELS.notForUsTitle),
    submit: viewLabel(DESK_LABELS.notForUsSubmit),
    close: viewLabel(DESK_LABELS.cancel),
    blocks: [
      ...(about ? viewBlocks(about.parts) : []),
      textField({
        ...GO_INSTEAD,
        label: DESK_LABELS.goInstead,
        hint: DESK_HINTS.goInstead,
        most: INPUT_TEXT,
        multiline: true,
      }),
    ],
  };
}
