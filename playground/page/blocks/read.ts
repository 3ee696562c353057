import type { Block } from '../../protocol.ts';

/** A text object of Block Kit. */
export interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly verbatim: boolean;
  readonly emoji: boolean;
}

/** An option of a menu or a group. */
export interface Option {
  readonly label: string;
  readonly description: string;
  /** The option as the app sent it, which is what it gets back. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Fields of what an app sent are read one by one: it may have sent anything. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function readText(value: unknown): TextObject | undefined {
  if (!isRecord(value) || typeof value.text !== 'string') return undefined;
  if (value.type !== 'plain_text' && value.type !== 'mrkdwn') return undefined;
  return {
    type: value.type,
    text: value.text,
    verbatim: value.verbatim === true,
    emoji: value.emoji !== false,
  };
}

export function readBlock(value: unknown): Block | undefined {
  return isRecord(value) && typeof value.type === 'string'
    ? { ...value, type: value.type }
    : undefined;
}

export function readBlocks(value: unknown): Block[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => readBlock(item) ?? []);
}

/** The options of an element, those in groups included. */
export function readOptions(element: Block): Option[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const lists = [element.options, ...groups.map((group) => isRecord(group) && group.options)];
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isRecord).map(optionOf) : []));
}

function optionOf(raw: Readonly<Record<string, unknown>>): Option {
  return {
    label: readText(raw.text)?.text ?? '',
    description: readText(raw.description)?.text ?? '',
    raw,
  };
}

/** True where both are the same option: the value tells them apart. */
export function isSameOption(one: unknown, other: unknown): boolean {
  return isRecord(one) && isRecord(other) && one.value === other.value;
}

/** What an element is called where it has no label of its own. */
export function nameOf(element: Block): string {
  const text = readText(element.placeholder) ?? readText(element.text);
  return text?.text ?? readString(element.accessibility_label) ?? element.type.replaceAll('_', ' ');
}
