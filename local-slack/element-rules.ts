import {
  ANY_TEXT,
  all,
  anything,
  byType,
  flaw,
  list,
  maybe,
  oneOf,
  type Rule,
  string,
  textObject,
  under,
  whole,
} from './block-rules.ts';
import { type Json, listAt } from './json.ts';
import { LIMITS } from './limits.ts';
import { isOffered } from './offered.ts';

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

const option = (texts: readonly string[]): Rule =>
  all(
    textObject('text', LIMITS.optionText, texts),
    maybe('value', string('value', LIMITS.optionValue)),
    maybe('description', textObject('description', LIMITS.optionText, texts)),
  );
/** In menus; radio buttons and checkboxes may be marked up. */
const PLAIN_OPTION = option(['plain_text']);
const OPTION = option(ANY_TEXT);

/** What is chosen at first has to be among what is offered. */
const INITIAL: Rule = (element, path) =>
  ['initial_option', 'initial_options']
    .filter((key) => !isOffered(element, element[key]))
    .map((key) => flaw(`\`${key}\` must match an option in \`options\``, `${path}/${key}`));

const PLACEHOLDER = maybe('placeholder', textObject('placeholder', LIMITS.placeholder));

const BUTTON = all(
  ACTION_ID,
  textObject('text', LIMITS.buttonText),
  maybe('value', string('value', LIMITS.value)),
  maybe('url', string('url', LIMITS.url)),
  maybe('style', oneOf('style', ['primary', 'danger'])),
);

const options = (most: number, each: Rule): Rule =>
  all(ACTION_ID, list('options', 1, most, each), INITIAL);

const GROUP = all(
  textObject('label', LIMITS.optionText),
  list('options', 1, LIMITS.options, PLAIN_OPTION),
);

const SELECT = all(PLACEHOLDER, (element, path) =>
  element.option_groups === undefined
    ? options(LIMITS.options, PLAIN_OPTION)(element, path)
    : all(ACTION_ID, list('option_groups', 1, LIMITS.options, GROUP), INITIAL)(element, path),
);

const TRIGGERS: readonly Json[] = ['on_enter_pressed', 'on_character_entered'];

const TEXT_INPUT = all(
  ACTION_ID,
  PLACEHOLDER,
  maybe('initial_value', string('initial_value', LIMITS.typedText)),
  maybe('min_length', whole('min_length', 0, LIMITS.typedText)),
  maybe('max_length', whole('max_length', 1, LIMITS.typedText)),
  maybe('multiline', oneOf('multiline', [true, false])),
  under(
    'dispatch_action_config',
    maybe('trigger_actions_on', (config, path) => [
      ...list('trigger_actions_on', 1, 2)(config, path),
      ...listAt(config, 'trigger_actions_on').flatMap((on, index) =>
        TRIGGERS.includes(on)
          ? []
          : [flaw(`must be one of: ${TRIGGERS.join(', ')}`, `${path}/trigger_actions_on/${index}`)],
      ),
    ]),
  ),
);

const PICKER = all(ACTION_ID, PLACEHOLDER);

const MENUS: Readonly<Record<string, Rule>> = {
  static_select: SELECT,
  multi_static_select: SELECT,
  external_select: PICKER,
  users_select: PICKER,
  conversations_select: PICKER,
  channels_select: PICKER,
  radio_buttons: options(LIMITS.choices, OPTION),
  checkboxes: options(LIMITS.choices, OPTION),
  datepicker: PICKER,
  timepicker: PICKER,
  datetimepicker: ACTION_ID,
};

/** What may stand in an actions block. */
export const ELEMENT = byType({
  ...MENUS,
  button: BUTTON,
  overflow: options(LIMITS.overflow, PLAIN_OPTION),
});

/** What may stand beside a section. */
export const MENU_OR_BUTTON = byType({
  ...MENUS,
  button: BUTTON,
  overflow: options(LIMITS.overflow, PLAIN_OPTION),
  image: anything,
});

/** What may stand in an input block. */
export const INPUT_ELEMENT = byType({
  ...MENUS,
  plain_text_input: TEXT_INPUT,
  email_text_input: TEXT_INPUT,
  url_text_input: TEXT_INPUT,
  number_input: all(PICKER, oneOf('is_decimal_allowed', [true, false])),
});
