/**
 * Fields as one JSON text for a button's value. `<`, `>` and `&` are written as JSON escapes, so that
 * no mention or link stands in it, and Slack's own escaping can't change it.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
}

/**
 * The fields of a JSON object that came back from Slack, which anybody may have made up; undefined for
 * all else, and for a text longer than `longest` characters.
 */
export function jsonFields(text: unknown, longest: number): Record<string, unknown> | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  try {
    const fields: unknown = JSON.parse(text);
    return isRecord(fields) ? fields : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
