import type { types } from '@slack/bolt';
import { OPTION_TEXT } from '../limits.ts';
import { plainText } from './elements.ts';
import { cutText } from './text.ts';

export interface TextField {
  readonly block: string;
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands in it at first; shown as it is, so it is not escaped. */
  readonly initial?: string;
  /** In characters, at most 3000. */
  readonly most: number;
  readonly multiline?: boolean;
  readonly optional?: boolean;
  /** Tells the bot on Enter and while it is typed, before anything is sent. */
  readonly tells?: 'on-enter' | 'while-typed';
}

/** A field to type in. */
export function textField(field: TextField): types.InputBlock {
  const { block, action, label, hint, initial = '', most, multiline, optional, tells } = field;
  const on = ['on_enter_pressed', ...(tells === 'while-typed' ? ['on_character_entered'] : [])];
  return {
    type: 'input',
    block_id: block,
    label: plainText(label),
    ...(hint ? { hint: plainText(hint) } : {}),
    ...(optional ? { optional } : {}),
    ...(tells ? { dispatch_action: true } : {}),
    element: {
      type: 'plain_text_input',
      action_id: action,
      max_length: most,
      ...(multiline ? { multiline } : {}),
      ...(initial === '' ? {} : { initial_value: initial }),
      ...(tells
        ? {
            dispatch_action_config: {
              trigger_actions_on: on as ('on_enter_pressed' | 'on_character_entered')[],
            },
          }
        : {}),
    },
  };
}

/** One of several to choose from. */
export function option(value: string, label: string, description?: string): types.PlainTextOption {
  return {
    text: plainText(cutText(label, OPTION_TEXT)),
    value,
    ...(description ? { description: plainText(cutText(description, OPTION_TEXT)) } : {}),
  };
}
