import { jsonFields, jsonText } from './json-text.ts';
import { BUTTON_VALUE, RESTATED_QUESTION } from './limits.ts';

/** What a button brings back when it is pressed. */
export interface ButtonValue {
  /** `cyber/cost-to-uk`. */
  readonly entryKey: string;
  /** The question to restate above the answer; only on private answers. At most 150 characters. */
  readonly question?: string;
  /** True where the message holds other answers too, so that it must not be replaced. */
  readonly keep?: true;
}

/** No key of ours is as long as this. */
const LONGEST_KEY = 255;

/**
 * The value as a string: `{v:1, e, r?, k?}`, at most 2000 characters. Written by {@link jsonText}.
 */
export function buttonValue({ entryKey, question, keep }: ButtonValue): string {
  const bare = { v: 1, e: entryKey, ...(keep ? { k: 1 } : {}) };
  const whole = jsonText(question === undefined ? bare : { ...bare, r: question });
  return whole.length <= BUTTON_VALUE ? whole : jsonText(bare);
}

/** Reads a value that came back; undefined for anything that {@link buttonValue} doesn't write. */
export function parseButtonValue(value: unknown): ButtonValue | undefined {
  const fields = jsonFields(value, BUTTON_VALUE);
  if (fields?.v !== 1) return undefined;
  const { e: entryKey, r: question, k: keep } = fields;
  if (typeof entryKey !== 'string' || entryKey === '' || entryKey.length > LONGEST_KEY) {
    return undefined;
  }
  return {
    entryKey,
    ...(typeof question === 'string' && question.length <= RESTATED_QUESTION ? { question } : {}),
    ...(keep === 1 ? { keep: true } : {}),
  };
}
