import { type JsonObject, objectAt, objectsAt, textAt } from '../../../local-slack/json.ts';
import type { Values } from '../../../local-slack/model.ts';

/** A modal as somebody fills it in: the same words in every box, the first of every choice. */
export function fillIn(view: JsonObject, words: string): Values {
  const inputs = objectsAt(view, 'blocks').filter((block) => block.type === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const element = objectAt(block, 'element');
      return [textAt(block, 'block_id'), { [textAt(element, 'action_id')]: typed(element, words) }];
    }),
  );
}

function typed(element: JsonObject, words: string): JsonObject {
  const type = textAt(element, 'type');
  const [first] = objectsAt(element, 'options');
  if (type === 'plain_text_input') return { type, value: words };
  if (type === 'checkboxes') return { type, selected_options: first ? [first] : [] };
  return { type, selected_option: first ?? null };
}
