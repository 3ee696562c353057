import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { ActRequest } from '../protocol.ts';
import type { Refusal } from './guards.ts';

/** Longest body of an act, in bytes. */
export const MOST_BYTES = 1024 * 1024;

const words = z.string();
const block = z.looseObject({ type: words });
const values = z.record(words, z.record(words, block));
const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), channel: words, ts: words }),
  z.strictObject({ kind: z.literal('view'), viewId: words }),
  z.strictObject({ kind: z.literal('home') }),
]);
/** Instants that the calendar can name: up to the year 275760. */
const MOST_MS = 8.64e15;
const instant = z.number().min(-MOST_MS).max(MOST_MS);

const act = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('say'),
    channel: words,
    text: words,
    threadTs: words.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('command'), channel: words, command: words, text: words }),
  z.strictObject({ kind: z.literal('use'), place, action: block, values: values.exactOptional() }),
  z.strictObject({ kind: z.literal('submit'), viewId: words, values }),
  z.strictObject({ kind: z.literal('close'), viewId: words }),
  z.strictObject({ kind: z.literal('open-home') }),
  z.strictObject({ kind: z.literal('shortcut'), callbackId: words, channel: words, ts: words }),
  z.strictObject({ kind: z.literal('set-clock'), at: instant.nullable() }),
  z.strictObject({ kind: z.literal('set-fault'), id: words, on: z.boolean() }),
]);
const actRequest: z.ZodType<ActRequest> = z.strictObject({ as: words, act });

/** Reads what a page asks to be done, or says what is wrong with it. */
export async function readAct(request: IncomingMessage): Promise<ActRequest | Refusal> {
  const body = await bodyOf(request);
  if (body === undefined) {
    return { status: 413, problem: 'That is more than 1 MB: please send less at once.' };
  }
  const parsed = actRequest.safeParse(jsonOf(body));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the body';
  return { status: 400, problem: `This can’t be done: ${where}: ${issue?.message ?? 'no act'}.` };
}

/** Undefined where it is too long; the rest is then read and forgotten, so that an answer arrives. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= MOST_BYTES) pieces.push(piece);
    else pieces.length = 0;
  }
  return bytes > MOST_BYTES ? undefined : Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
