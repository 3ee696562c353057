import {
  ANY_TEXT,
  all,
  anything,
  byType,
  type Flaw,
  flaw,
  list,
  maybe,
  oneOf,
  type Rule,
  string,
  textObject,
  under,
} from './block-rules.ts';
import { ELEMENT, INPUT_ELEMENT, MENU_OR_BUTTON } from './element-rules.ts';
import { isObject, type JsonObject, objectsAt, stringsIn, textAt } from './json.ts';
import { LIMITS } from './limits.ts';
import { elementsOf } from './make-view.ts';

/** What Slack would refuse in the blocks of a message. */
export function flawsOfMessage(blocks: readonly JsonObject[]): readonly Flaw[] {
  const body = { blocks };
  return [
    ...list('blocks', 0, LIMITS.blocksInMessage, MESSAGE_BLOCK)(body, ''),
    ...twice(body, ''),
  ];
}

/** What Slack would refuse in a modal or a home tab. */
export function flawsOfView(view: JsonObject): readonly Flaw[] {
  const rule = byType({ modal: MODAL, home: VIEW });
  return [...rule(view, '/view'), ...twice(view, '/view')];
}

/** True where the message as a whole is longer than Slack takes. */
export function isTooLong(blocks: readonly JsonObject[]): boolean {
  return stringsIn([...blocks]).join('').length > LIMITS.charactersOfBlocks;
}

const SECTION = all(
  (block, path) =>
    block.text === undefined && block.fields === undefined
      ? [flaw('must define either `fields` or `text`', path)]
      : [],
  maybe('text', textObject('text', LIMITS.sectionText, ANY_TEXT)),
  maybe(
    'fields',
    list('fields', 1, LIMITS.sectionFields, (field, path) =>
      textObject('field', LIMITS.fieldText, ANY_TEXT)({ field }, path).map(withoutField),
    ),
  ),
  under('accessory', MENU_OR_BUTTON),
);

/** A field of a section is a text object itself, not an object with one. */
function withoutField({ says, path }: Flaw): Flaw {
  return { says, path: path.replace(/\/field(?=\/|$)/, '') };
}

const IMAGE = all(
  maybe('image_url', string('image_url', LIMITS.url, 1)),
  string('alt_text', LIMITS.fieldText),
  maybe('title', textObject('title', LIMITS.fieldText)),
);

const COMMON: Readonly<Record<string, Rule>> = {
  divider: anything,
  header: textObject('text', LIMITS.header),
  section: SECTION,
  image: IMAGE,
  context: list(
    'elements',
    1,
    LIMITS.contextElements,
    byType({
      mrkdwn: string('text', LIMITS.sectionText, 1),
      plain_text: string('text', LIMITS.sectionText, 1),
      image: IMAGE,
    }),
  ),
  actions: list('elements', 1, LIMITS.actionsElements, ELEMENT),
  input: all(
    textObject('label', LIMITS.inputLabel),
    maybe('hint', textObject('hint', LIMITS.inputLabel)),
    (block, path) =>
      isObject(block.element) ? [] : [flaw('missing required field: element', `${path}/element`)],
    under('element', INPUT_ELEMENT),
    maybe('dispatch_action', oneOf('dispatch_action', [true, false])),
    maybe('optional', oneOf('optional', [true, false])),
  ),
  rich_text: list('elements', 1, 1000),
  video: all(textObject('title', 200), string('video_url', LIMITS.url, 1)),
};

const BLOCK_ID = maybe('block_id', string('block_id', LIMITS.id, 1));

const MESSAGE_BLOCK = all(
  BLOCK_ID,
  byType({
    ...COMMON,
    markdown: string('text', LIMITS.markdown, 1),
    context_actions: list('elements', 1, LIMITS.contextActions),
    table: list('rows', 1, LIMITS.tableRows),
  }),
);

const VIEW_BLOCK = all(BLOCK_ID, byType({ ...COMMON, alert: textObject('text', 200, ANY_TEXT) }));

/** The cursor can stand in one field alone. */
const FOCUS: Rule = (view, path) => {
  const wanting = objectsAt(view, 'blocks')
    .flatMap(elementsOf)
    .filter(({ focus_on_load }) => focus_on_load === true);
  return wanting.length > 1
    ? [flaw('only one element can have `focus_on_load` set to true', `${path}/blocks`)]
    : [];
};

const VIEW = all(
  FOCUS,
  maybe('private_metadata', string('private_metadata', LIMITS.privateMetadata)),
  maybe('callback_id', string('callback_id', LIMITS.id)),
  list('blocks', 0, LIMITS.blocksInView, VIEW_BLOCK),
);

const MODAL = all(
  textObject('title', LIMITS.viewTitle),
  maybe('submit', textObject('submit', LIMITS.viewTitle)),
  maybe('close', textObject('close', LIMITS.viewTitle)),
  (view, path) =>
    view.submit || !objectsAt(view, 'blocks').some(({ type }) => type === 'input')
      ? []
      : [flaw('`submit` is required when an `input` block is within blocks array', path)],
  VIEW,
);

/** Ids that stand twice: block_id in the whole, action_id in one block. */
function twice(body: JsonObject, path: string): Flaw[] {
  const blocks = objectsAt(body, 'blocks');
  const blockIds = blocks.map((block) => textAt(block, 'block_id'));
  return [
    ...repeated(blockIds).map((id) => flaw(`\`block_id\` ${id} already exists`, `${path}/blocks`)),
    ...blocks.flatMap((block, index) =>
      repeated(objectsAt(block, 'elements').map((element) => textAt(element, 'action_id'))).map(
        (id) => flaw(`\`action_id\` ${id} already exists`, `${path}/blocks/${index}`),
      ),
    ),
  ];
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => id !== '' && ids.indexOf(id) !== index);
}
