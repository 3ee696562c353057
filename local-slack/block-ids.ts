import { randomBytes } from 'node:crypto';
import { isObject, type Json, type JsonObject, objectsAt, textAt } from './json.ts';

/** The blocks with the ids that Slack gives to whatever has none. */
export function withBlockIds(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.map((block) => {
    const id = textAt(block, 'block_id') || shortId();
    return { ...block, block_id: id, ...withActionIds(block) };
  });
}

function withActionIds(block: JsonObject): JsonObject {
  return {
    ...(Array.isArray(block.elements) ? { elements: objectsAt(block, 'elements').map(named) } : {}),
    ...(isObject(block.element) ? { element: named(block.element) } : {}),
    ...(isObject(block.accessory) ? { accessory: named(block.accessory) } : {}),
  };
}

/** Texts and images are no elements that anybody could use. */
const MUTE: readonly (Json | undefined)[] = ['mrkdwn', 'plain_text', 'image', 'rich_text_section'];

function named(element: JsonObject): JsonObject {
  const type = textAt(element, 'type');
  if (MUTE.includes(type) || type.startsWith('rich_text') || textAt(element, 'action_id') !== '') {
    return element;
  }
  return { ...element, action_id: shortId() };
}

function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
