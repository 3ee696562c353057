import {
  ANY_TEXT,
  all,
  anything,
  byType,
  flaw,
  list,
  maybe,
  type Rule,
  string,
  textObject,
  under,
} from './block-rules.ts';
import { LIMITS } from './limits.ts';

const CONFIRM = all(
  textObject('title', LIMITS.confirmTitle),
  textObject('text', LIMITS.confirmText, ANY_TEXT),
  textObject('confirm', LIMITS.confirmButton),
  textObject('deny', LIMITS.confirmButton),
);

const ACTION_ID = all(
  maybe('action_id', string('action_id', LIMITS.id, 1)),
  under('confirm', CONFIRM),
);

const OPTION = all(
  textObject('text', LIMITS.optionText, ANY_TEXT),
  maybe('value', string('value', LIMITS.optionValue)),
  maybe('description', textObject('description', LIMITS.optionText, ANY_TEXT)),
);

const PLACEHOLDER = maybe('placeholder', textObject('placeholder', LIMITS.placeholder));

const BUTTON = all(
  ACTION_ID,
  textObject('text', LIMITS.buttonText),
  maybe('value', string('value', LIMITS.value)),
  maybe('url', string('url', LIMITS.url)),
  (button, path) =>
    ['primary', 'danger', undefined].includes(button.style as string | undefined)
      ? []
      : [flaw('must be one of: primary, danger', `${path}/style`)],
);

const options = (most: number): Rule => all(ACTION_ID, list('options', 1, most, OPTION));

const SELECT = all(PLACEHOLDER, (element, path) =>
  element.option_groups === undefined
    ? options(LIMITS.options)(element, path)
    : list(
        'option_groups',
        1,
        LIMITS.options,
        list('options', 1, LIMITS.options, OPTION),
      )(element, path),
);

const TEXT_INPUT = all(
  ACTION_ID,
  PLACEHOLDER,
  maybe('initial_value', string('initial_value', LIMITS.typedText)),
  (input, path) =>
    Number(input.max_length ?? 1) > LIMITS.typedText
      ? [flaw(`must be less than ${LIMITS.typedText + 1}`, `${path}/max_length`)]
      : [],
);

const PICKER = all(ACTION_ID, PLACEHOLDER);

const MENUS: Readonly<Record<string, Rule>> = {
  static_select: SELECT,
  multi_static_select: SELECT,
  external_select: PICKER,
  users_select: PICKER,
  conversations_select: PICKER,
  channels_select: PICKER,
  radio_buttons: options(LIMITS.choices),
  checkboxes: options(LIMITS.choices),
  datepicker: PICKER,
  timepicker: PICKER,
  datetimepicker: ACTION_ID,
};

/** What may stand in an actions block. */
export const ELEMENT = byType({
  ...MENUS,
  button: BUTTON,
  overflow: options(LIMITS.overflow),
});

/** What may stand beside a section. */
export const MENU_OR_BUTTON = byType({
  ...MENUS,
  button: BUTTON,
  overflow: options(LIMITS.overflow),
  image: anything,
});

/** What may stand in an input block. */
export const INPUT_ELEMENT = byType({
  ...MENUS,
  plain_text_input: TEXT_INPUT,
  email_text_input: TEXT_INPUT,
  url_text_input: TEXT_INPUT,
  number_input: PICKER,
});
