import type { types } from '@slack/bolt';
import { DESK_LABELS } from '../../wording/desk-words.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import { type AskValue, askValue } from '../ask-value.ts';
import { button } from './elements.ts';

/** "Ask a press officer": opens the form with the question already there. */
export function askButton(value: AskValue): types.Button {
  return button(DESK_LABELS.ask, DESK_ACTION_IDS.ask, askValue(value));
}
