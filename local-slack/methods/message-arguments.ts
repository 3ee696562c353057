import { withBlockIds } from '../block-ids.ts';
import { flawsOfMessage, isTooLong } from '../block-kit.ts';
import { inSlacksWords } from '../block-rules.ts';
import { isObject, type JsonObject, objectsAt, textAt } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { type Answer, refuse } from './method.ts';

/** What of a call becomes a message. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly metadata?: JsonObject;
}

/** The message that was sent, with block ids, or Slack's refusal. */
export function contentOf(body: JsonObject): Content | Answer {
  const blocks = objectsAt(body, 'blocks');
  const text = textAt(body, 'text');
  const refused = refusalOf(body, text, blocks) ?? refusalOfMetadata(body);
  if (refused) return refused;
  const metadata = isObject(body.metadata) ? { metadata: body.metadata } : {};
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
): Answer | undefined {
  if (body.blocks !== undefined && body.blocks !== null && !Array.isArray(body.blocks)) {
    return refuse('invalid_blocks_format');
  }
  if (text === '' && blocks.length === 0) return refuse('no_text');
  if (text.length > LIMITS.messageText) return refuse('msg_too_long');
  const flaws = flawsOfMessage(blocks);
  if (flaws.length > 0) return refuse('invalid_blocks', flaws.map(inSlacksWords));
  return isTooLong(blocks) ? refuse('msg_blocks_too_long') : undefined;
}

function refusalOfMetadata({ metadata }: JsonObject): Answer | undefined {
  if (metadata === undefined || metadata === null) return undefined;
  if (!isObject(metadata)) return refuse('invalid_metadata_format');
  const complete = textAt(metadata, 'event_type') !== '' && isObject(metadata.event_payload);
  return complete ? undefined : refuse('invalid_metadata_schema');
}
