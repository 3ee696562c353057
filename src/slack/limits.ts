/**
 * Slack's own limits, and the tighter ones we keep. Lengths are in UTF-16 code units of the text as
 * it is sent (escaped), which is never less than what Slack counts.
 */

/** Blocks in one message. Source: docs.slack.dev/reference/block-kit/blocks. */
export const MESSAGE_BLOCKS = 50;
/** Blocks in a modal or a home tab. Source: docs.slack.dev/reference/views. */
export const VIEW_BLOCKS = 100;
/** `text` of a section, and of any text object. Source: docs.slack.dev/reference/block-kit/blocks/section-block. */
export const SECTION_TEXT = 3000;
/** Fields of a section, and the text of each. Source: as above. */
export const SECTION_FIELDS = 10;
export const FIELD_TEXT = 2000;
/** `text` of a header. Source: docs.slack.dev/reference/block-kit/blocks/header-block. */
export const HEADER_TEXT = 150;
/** `text` of a button. Source: docs.slack.dev/reference/block-kit/block-elements/button-element. */
export const BUTTON_TEXT = 75;
/** `value` of a button. Source: as above. */
export const BUTTON_VALUE = 2000;
/** `initial_value` of a plain_text_input. Source: docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element. */
export const INPUT_TEXT = 3000;
/** `text` and `description` of an option. Source: docs.slack.dev/reference/block-kit/composition-objects/option-object. */
export const OPTION_TEXT = 75;
/** `title`, `submit` and `close` of a modal. Source: docs.slack.dev/reference/views/modal-views. */
export const VIEW_TITLE = 24;
/** `private_metadata` of a view. Source: as above. */
export const VIEW_METADATA = 3000;

/**
 * All blocks of one message, as JSON. Slack refuses at about 13,000 characters with
 * `msg_blocks_too_long`, which its pages don't mention. Source: slackapi/bolt-js issue 2509.
 */
export const MESSAGE_JSON = 10_000;
/**
 * Top-level `text`. Slack cuts at 40,000 characters (docs.slack.dev/reference/methods/chat.postMessage)
 * and recommends 4,000; it is what a notification and a screen reader get, so ours is shorter still.
 */
export const FALLBACK_TEXT = 3500;
/**
 * Messages for one answer. A `response_url` may be used five times
 * (docs.slack.dev/interactivity/handling-user-interaction); one is kept for saying sorry.
 */
export const MESSAGES_PER_ANSWER = 4;

/** A question as it is shown again above its answer; ours. */
export const RESTATED_QUESTION = 150;
/** A reader's reason in "Something wrong?"; ours. */
export const REPORT_REASON = 500;
/** An outlet and a deadline as they are typed; the desk's own. */
export const OUTLET = 200;
/** A telephone number as it is typed; the desk's own. */
export const TELEPHONE = 60;
/** Longest answer, and name and title of whom it is attributed to; the desk's own. */
export const ATTRIBUTION = 200;
/**
 * Longest wait, in milliseconds, for what a modal shows. Slack's trigger lives for three seconds, and the
 * call that opens the modal may itself take two.
 */
export const BEFORE_OPENING_MS = 700;
