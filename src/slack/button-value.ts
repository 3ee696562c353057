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
 * The value as a string: `{v:1, e, r?, k?}`, at most 2000 characters. `<`, `>` and `&` are written
 * as JSON escapes, so that no mention or link stands in it, and Slack's own escaping can't change it.
 */
export function buttonValue({ entryKey, question, keep }: ButtonValue): string {
  const bare = { v: 1, e: entryKey, ...(keep ? { k: 1 } : {}) };
  const whole = json(question === undefined ? bare : { ...bare, r: question });
  return whole.length <= BUTTON_VALUE ? whole : json(bare);
}

/** Reads a value that came back; undefined for anything that {@link buttonValue} doesn't write. */
export function parseButtonValue(value: unknown): ButtonValue | undefined {
  const fields = parsed(value);
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

function json(fields: object): string {
  return JSON.stringify(fields)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
}

function parsed(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'string' || value.length > BUTTON_VALUE) return undefined;
  try {
    const fields: unknown = JSON.parse(value);
    return isRecord(fields) ? fields : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
