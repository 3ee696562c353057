import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isObject, type Json, type JsonObject, parseJson } from './json.ts';

/** The whole body of a request. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Arguments of a Web API call: JSON, or a form whose structured fields are JSON. Gives Slack's error
 * where the body is neither.
 */
export function parseArguments(
  body: string,
  contentType = '',
): JsonObject | 'invalid_json' | 'json_not_object' | 'invalid_post_type' {
  if (contentType.includes('json')) {
    const value = parseJson(body);
    if (value === undefined) return 'invalid_json';
    return isObject(value) ? value : 'json_not_object';
  }
  if (body !== '' && !contentType.startsWith('application/x-www-form-urlencoded')) {
    return 'invalid_post_type';
  }
  const fields = [...new URLSearchParams(body)].map(([key, value]): [string, Json] => [
    key,
    fieldOf(value),
  ]);
  return Object.fromEntries(fields);
}

function fieldOf(value: string): Json {
  if (!/^[[{]/.test(value)) return value;
  return parseJson(value) ?? value;
}

/** A flat object as a form; Slack sends slash commands so. */
export function formOf(fields: JsonObject): string {
  const pairs = Object.entries(fields).map(([key, value]): [string, string] => [
    key,
    String(value),
  ]);
  return new URLSearchParams(pairs).toString();
}

/** Slack's signature of a body: `v0=` and an HMAC over the time stamp in whole seconds. */
export function signature(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
}
