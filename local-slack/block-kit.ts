import {
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  objectsAt,
  stringsIn,
  textAt,
} from './json.ts';
import { LIMITS } from './limits.ts';

/** What Slack would refuse in the blocks of a message, one sentence each. */
export function faultsOfMessage(blocks: readonly JsonObject[]): string[] {
  return [...tooMany('blocks', blocks.length, LIMITS.blocksInMessage), ...faultsOfBlocks(blocks)];
}

/** What Slack would refuse in a modal or a home tab. */
export function faultsOfView(view: JsonObject): string[] {
  const blocks = objectsAt(view, 'blocks');
  const modal = view.type === 'modal';
  const inputs = blocks.some((block) => block.type === 'input');
  return [
    ...(modal || view.type === 'home' ? [] : [`view type ${String(view.type)} is unknown`]),
    ...(modal ? plainText(view, 'title', LIMITS.viewTitle) : []),
    ...(view.submit === undefined ? [] : plainText(view, 'submit', LIMITS.viewTitle)),
    ...(view.close === undefined ? [] : plainText(view, 'close', LIMITS.viewTitle)),
    ...(inputs && modal && view.submit === undefined ? ['input blocks need a submit button'] : []),
    ...tooLong('private_metadata', textAt(view, 'private_metadata'), LIMITS.privateMetadata),
    ...tooLong('callback_id', textAt(view, 'callback_id'), LIMITS.id),
    ...tooMany('blocks', blocks.length, LIMITS.blocksInView),
    ...faultsOfBlocks(blocks),
  ];
}

/** True where the message as a whole is longer than Slack takes. */
export function isTooLong(blocks: readonly JsonObject[]): boolean {
  return stringsIn([...blocks]).join('').length > LIMITS.charactersOfBlocks;
}

function faultsOfBlocks(blocks: readonly JsonObject[]): string[] {
  const ids = blocks.map((block) => textAt(block, 'block_id')).filter((id) => id !== '');
  return [...twice('block_id', ids), ...blocks.flatMap(faultsOfBlock)];
}

function faultsOfBlock(block: JsonObject): string[] {
  const check = BLOCKS[textAt(block, 'type')];
  if (!check) return [`block type ${String(block.type)} is unknown`];
  const elements = elementsOf(block);
  const actionIds = elements
    .map((element) => textAt(element, 'action_id'))
    .filter((id) => id !== '');
  return [
    ...tooLong('block_id', textAt(block, 'block_id'), LIMITS.id),
    ...twice('action_id', actionIds),
    ...check(block),
    ...elements.flatMap(faultsOfElement),
  ];
}

function elementsOf(block: JsonObject): JsonObject[] {
  return [
    ...objectsAt(block, 'elements'),
    ...[block.accessory, block.element].filter((element) => isObject(element)),
  ];
}

type Check = (thing: JsonObject) => string[];

const BLOCKS: Readonly<Record<string, Check | undefined>> = {
  divider: () => [],
  header: (block) => plainText(block, 'text', LIMITS.header),
  section: faultsOfSection,
  markdown: (block) => words('markdown', textAt(block, 'text'), LIMITS.markdown),
  image: (block) => [
    ...words('image_url', textAt(block, 'image_url'), LIMITS.url),
    ...words('alt_text', textAt(block, 'alt_text'), LIMITS.fieldText),
  ],
  context: (block) => count('context', objectsAt(block, 'elements').length, LIMITS.contextElements),
  actions: (block) => count('actions', objectsAt(block, 'elements').length, LIMITS.actionsElements),
  context_actions: (block) => count('context_actions', objectsAt(block, 'elements').length, 5),
  input: (block) => plainText(block, 'label', LIMITS.inputLabel),
  rich_text: (block) => count('rich_text', objectsAt(block, 'elements').length, 1000),
};

function faultsOfSection(block: JsonObject): string[] {
  const fields = objectsAt(block, 'fields');
  const bare = block.text === undefined && fields.length === 0;
  return [
    ...(bare ? ['a section has neither text nor fields'] : []),
    ...(block.text === undefined ? [] : anyText(objectAt(block, 'text'), LIMITS.sectionText)),
    ...tooMany('fields', fields.length, LIMITS.sectionFields),
    ...fields.flatMap((field) => anyText(field, LIMITS.fieldText)),
  ];
}

function faultsOfElement(element: JsonObject): string[] {
  const id = tooLong('action_id', textAt(element, 'action_id'), LIMITS.id);
  switch (element.type) {
    case 'mrkdwn':
    case 'plain_text':
      return anyText(element, LIMITS.sectionText);
    case 'button':
      return [
        ...id,
        ...plainText(element, 'text', LIMITS.buttonText),
        ...tooLong('value', textAt(element, 'value'), LIMITS.value),
        ...tooLong('url', textAt(element, 'url'), LIMITS.url),
      ];
    case 'plain_text_input':
      return [
        ...id,
        ...(Number(element.max_length ?? 1) > LIMITS.typedText ? ['max_length is over 3000'] : []),
        ...tooLong('initial_value', textAt(element, 'initial_value'), LIMITS.typedText),
      ];
    default:
      return [...id, ...faultsOfOptions(element)];
  }
}

function faultsOfOptions(element: JsonObject): string[] {
  const options = objectsAt(element, 'options');
  return [
    ...tooMany('options', options.length, LIMITS.options),
    ...options.flatMap((option) => [
      ...words('option', textAt(option.text, 'text'), LIMITS.optionText),
      ...tooLong('option value', textAt(option, 'value'), LIMITS.optionValue),
    ]),
  ];
}

function plainText(thing: JsonObject, key: string, most: number): string[] {
  const text = objectAt(thing, key);
  if (text.type !== 'plain_text') return [`${key} is not plain_text`];
  return words(key, textAt(text, 'text'), most);
}

function anyText(text: JsonObject, most: number): string[] {
  const known = text.type === 'plain_text' || text.type === 'mrkdwn';
  return [
    ...(known ? [] : ['text is neither plain_text nor mrkdwn']),
    ...words('text', textAt(text, 'text'), most),
  ];
}

function words(what: string, text: Json, most: number): string[] {
  return text === '' ? [`${what} is empty`] : tooLong(what, String(text), most);
}

function tooLong(what: string, text: string, most: number): string[] {
  return text.length > most ? [`${what} has ${text.length} characters of ${most}`] : [];
}

function tooMany(what: string, found: number, most: number): string[] {
  return found > most ? [`${found} ${what} of ${most}`] : [];
}

function count(what: string, found: number, most: number): string[] {
  return found === 0 ? [`${what} is empty`] : tooMany(`elements in ${what}`, found, most);
}

function twice(what: string, ids: readonly string[]): string[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `${what} ${id} stands twice`);
}
