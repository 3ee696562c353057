/**
 * Slack's rules for what the bot sends, written out anew from Slack's pages: the blocks of `src`
 * are held against these, and not against their own constants.
 */
export interface Sent {
  readonly blocks: readonly object[];
  readonly text?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Every rule that a message breaks, in words; none for a good one. */
export function messageFaults({ blocks, text = '' }: Sent): string[] {
  const json = JSON.stringify(blocks).length;
  return [
    ...when(blocks.length < 1 || blocks.length > 50, `${blocks.length} blocks`),
    ...when(json > 13_000, `${json} characters of blocks`),
    ...when(text.trim() === '' || text.length > 4000, `a text of ${text.length}`),
    ...liveIn(text, 'text'),
    ...blocks.flatMap((block) => blockFaults(block as Json)),
  ];
}

/** Every rule that a modal or a home tab breaks. */
export function viewFaults(view: object): string[] {
  const { blocks, title, submit, close, private_metadata: metadata } = view as Json;
  const list = blocks as readonly Json[];
  const inputs = list.some((block) => block.type === 'input');
  return [
    ...when(list.length < 1 || list.length > 100, `${list.length} blocks`),
    ...[title, submit, close].flatMap((label) => (label ? textFaults(label as Json, 24) : [])),
    ...when(inputs && submit === undefined, 'an input without a submit'),
    ...when(String(metadata ?? '').length > 3000, 'long metadata'),
    ...list.flatMap(blockFaults),
  ];
}

function blockFaults(block: Json): string[] {
  switch (block.type) {
    case 'header':
      return textFaults(block.text as Json, 150);
    case 'section': {
      const fields = (block.fields ?? []) as Json[];
      return [
        ...when(!block.text && fields.length === 0, 'a section of nothing'),
        ...when(fields.length > 10, `${fields.length} fields`),
        ...(block.text ? textFaults(block.text as Json, 3000) : []),
        ...fields.flatMap((field) => textFaults(field, 2000)),
        ...(block.accessory ? buttonFaults(block.accessory as Json) : []),
      ];
    }
    case 'divider':
      return [];
    case 'context': {
      const elements = block.elements as Json[];
      return [
        ...when(elements.length < 1 || elements.length > 10, 'elements of a context'),
        ...elements.flatMap((element) => textFaults(element, 3000)),
      ];
    }
    case 'actions': {
      const elements = block.elements as Json[];
      const ids = elements.map((element) => element.action_id);
      return [
        ...when(elements.length < 1 || elements.length > 25, 'elements of actions'),
        ...when(new Set(ids).size < ids.length, 'an action_id twice'),
        ...elements.flatMap(buttonFaults),
      ];
    }
    case 'input': {
      const element = block.element as Json;
      const value = String(element.initial_value ?? '');
      return [
        ...textFaults(block.label as Json, 2000),
        ...when(value.length > 3000, 'a long initial_value'),
      ];
    }
    default:
      return [`a block of type ${String(block.type)}`];
  }
}

function buttonFaults(button: Json): string[] {
  const value = String(button.value ?? '');
  return [
    ...textFaults(button.text as Json, 75),
    ...when(value.length > 2000, 'a long value'),
    ...when(/[<>]/.test(value), `something live in the value ${value}`),
  ];
}

function textFaults(object: Json, most: number): string[] {
  const { type, text } = object as { type: unknown; text: string };
  return [
    ...when(text.trim() === '', 'an empty text'),
    ...when(text.length > most, `a text of ${text.length} where ${most} fit`),
    ...when(type !== 'plain_text' && type !== 'mrkdwn', `a text of type ${String(type)}`),
    ...liveIn(text, String(type)),
  ];
}

/**
 * A "<" lives in every text unless it is the start of a link that is ours, or a mention of a sharer.
 * The text beside the blocks may mention whom the tests call U0SOMEBODY, whom nobody else writes of.
 */
function liveIn(text: string, where: string): string[] {
  const ours = /<https:\/\/www\.example\.org\/[^<>|]*\|[^<>]*>|<@U\w+>/g;
  const rest = where === 'mrkdwn' ? text.replace(ours, '') : text.replace(/<@U0[A-Z]+>/g, '');
  const ampersand = /&(?!(?:amp|lt|gt);)/.exec(rest);
  // A ">" begins a quoted line, and nothing else.
  const angles = /<|[^\n]>/.exec(rest.replace(/^> /gm, ''));
  return [
    ...when(angles !== null, `something live in ${where}: ${rest}`),
    ...when(ampersand !== null, `an unescaped “&” in ${where}: ${rest}`),
  ];
}

function when(broken: boolean, fault: string): string[] {
  return broken ? [fault] : [];
}
