import type { types } from '@slack/bolt';
import { LABELS } from '../../wording/slack-messages.ts';
import { CALLBACK_IDS } from '../action-ids.ts';
import { INPUT_TEXT, SECTION_TEXT } from '../limits.ts';
import { plainText, section, viewLabel } from './elements.ts';
import { sentLength, splitText } from './text.ts';
import { withinView } from './view-blocks.ts';

/**
 * The published words alone, to select and copy: in a field, which Slack hands out character for
 * character, or as plain text where they are too long for one.
 */
export function copyView(words: string): types.ModalView {
  const shape = {
    type: 'modal',
    callback_id: CALLBACK_IDS.copy,
    title: viewLabel(LABELS.copyTitle),
    close: viewLabel(LABELS.close),
  } as const;
  if (sentLength(words) > INPUT_TEXT) {
    const pieces = splitText(words, SECTION_TEXT).map((piece) => section(plainText(piece)));
    return { ...shape, blocks: withinView(pieces) };
  }
  // Slack refuses a modal that has an input and no submit; what is submitted is thrown away.
  return { ...shape, submit: viewLabel(LABELS.done), blocks: [field(words)] };
}

function field(words: string): types.InputBlock {
  return {
    type: 'input',
    block_id: 'words',
    optional: true,
    label: plainText(LABELS.copyInput),
    // Not escaped: Slack shows a field's value as it is.
    element: {
      type: 'plain_text_input',
      action_id: 'words_text',
      multiline: true,
      initial_value: words,
    },
  };
}
