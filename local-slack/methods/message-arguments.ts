import { withBlockIds } from '../block-ids.ts';
import { flawsOfMessage, isTooLong } from '../block-kit.ts';
import { inSlacksWords } from '../block-rules.ts';
import { isObject, type Json, type JsonObject, objectsAt, textAt } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { type Answer, refuse } from './method.ts';

/** What of a call becomes a message. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly metadata?: JsonObject;
}

/**
 * The message that was sent, with block ids, or Slack's refusal.
 * @param longest of its text, in UTF-16 code units; 40,000 by default.
 */
export function contentOf(
  body: JsonObject,
  longest: number = LIMITS.messageText,
): Content | Answer {
  const blocks = objectsAt(body, 'blocks');
  const text = textAt(body, 'text');
  const refused = refusalOf(body, text, blocks, longest) ?? refusalOfMetadata(body);
  if (refused) return refused;
  const metadata = isThere(body.metadata) ? { metadata: body.metadata } : {};
  return { text, blocks: withBlockIds(blocks), ...metadata };
}

/** Slack takes blocks without a text, and warns: nobody would read them in a notification. */
export function warningsAbout(body: JsonObject): JsonObject {
  if (textAt(body, 'text') !== '') return {};
  const warning = 'missing_text_in_message';
  return { warning, response_metadata: { warnings: [warning] } };
}

function refusalOf(
  body: JsonObject,
  text: string,
  blocks: readonly JsonObject[],
  longest: number,
): Answer | undefined {
  if (body.blocks !== undefined && body.blocks !== null && !Array.isArray(body.blocks)) {
    return refuse('invalid_blocks_format');
  }
  if (text === '' && blocks.length === 0) return refuse('no_text');
  if (text.length > longest) return refuse('msg_too_long');
  const flaws = flawsOfMessage(blocks);
  if (flaws.length > 0) return refuse('invalid_blocks', flaws.map(inSlacksWords));
  return isTooLong(blocks) ? refuse('msg_blocks_too_long') : undefined;
}

/** An empty object takes the metadata of a message away. */
function refusalOfMetadata({ metadata }: JsonObject): Answer | undefined {
  if (metadata === undefined || metadata === null) return undefined;
  if (!isObject(metadata)) return refuse('invalid_metadata_format');
  if (!isThere(metadata)) return undefined;
  const complete =
    EVENT_TYPE.test(textAt(metadata, 'event_type')) && isObject(metadata.event_payload);
  return complete ? undefined : refuse('invalid_metadata_schema');
}

/** Letters, digits, underscores and hyphens; no full stop. */
const EVENT_TYPE = /^[\w-]+$/;

function isThere(metadata: Json | undefined): metadata is JsonObject {
  return isObject(metadata) && Object.keys(metadata).length > 0;
}
