import { request } from 'node:http';
import { formOf, signature } from './http-body.ts';
import type { Journal } from './journal.ts';
import { type Json, type JsonObject, parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Connection, Sockets } from './sockets.ts';
import { SECRETS } from './workspace.ts';

export type Transport = 'http' | 'socket';

/** What Slack calls the kinds of things that it sends. */
export type Kind = 'slash_commands' | 'events_api' | 'interactive';

export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/** How one delivery ended, as Slack sees it. */
export interface Receipt {
  /** Acknowledged, and within three seconds. */
  readonly acked: boolean;
  readonly status?: number;
  /** What the acknowledgement carried: `response_action` and the like. */
  readonly payload: Json | undefined;
  readonly afterMs: number;
  /** Place in the order of everything that happened. */
  readonly order: number;
}

/** Takes a payload to the app, over whichever transport. */
export type Carrier = (kind: Kind, payload: JsonObject, retry?: Retry) => Promise<Receipt>;

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** One POST on a connection of its own. */
export function postRaw(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  method = 'POST',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method,
      agent: false,
      headers,
      timeout: 10_000,
    };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer to ${path} within 10 s`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Headers that make a body Slack's own; `seconds` is the time stamp, now by default. */
export function signedHeaders(
  body: string,
  contentType: string,
  seconds: number = Math.floor(Date.now() / 1000),
  secret: string = SECRETS.signingSecret,
): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Slack-Request-Timestamp': String(seconds),
    'X-Slack-Signature': signature(secret, seconds, body),
  };
}

export const FORM = 'application/x-www-form-urlencoded';
export const EVENTS_PATH = '/slack/events';

/** Signed POSTs to the app's port. */
export function createHttpCarrier(port: number, journal: Journal): Carrier {
  return async (kind, payload, retry) => {
    const [body, type] = encode(kind, payload);
    const retried: Record<string, string> = retry
      ? { 'X-Slack-Retry-Num': String(retry.number), 'X-Slack-Retry-Reason': retry.reason }
      : {};
    const started = performance.now();
    const answer = await postRaw(
      port,
      EVENTS_PATH,
      { ...signedHeaders(body, type), ...retried },
      body,
    );
    const afterMs = performance.now() - started;
    return {
      acked: answer.status === 200 && afterMs <= LIMITS.ackMs,
      status: answer.status,
      payload: parseJson(answer.body),
      afterMs,
      order: journal.stamp(),
    };
  };
}

function encode(kind: Kind, payload: JsonObject): [body: string, contentType: string] {
  if (kind === 'events_api') return [JSON.stringify(payload), 'application/json'];
  if (kind === 'slash_commands') return [formOf(payload), FORM];
  return [formOf({ payload: JSON.stringify(payload) }), FORM];
}

/** Envelopes over the newest connection, as long as it is open. */
export function createSocketCarrier(sockets: Sockets, journal: Journal): Carrier {
  return (kind, payload, retry) => {
    const connection = sockets.open().at(-1);
    if (!connection) throw new Error('the app has no Socket Mode connection open');
    return sendOver(connection, journal, kind, payload, retry);
  };
}

/** One envelope over one connection. */
export async function sendOver(
  connection: Connection,
  journal: Journal,
  kind: Kind,
  payload: JsonObject,
  retry?: Retry,
): Promise<Receipt> {
  const started = performance.now();
  const ack = await Promise.race([
    connection.send({
      type: kind,
      payload,
      accepts_response_payload: kind !== 'events_api',
      retry_attempt: retry?.number ?? 0,
      retry_reason: retry?.reason ?? '',
    }),
    connection.closed.then(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), LIMITS.ackMs).unref()),
  ]);
  const afterMs = performance.now() - started;
  return { acked: ack !== undefined, payload: ack?.payload, afterMs, order: journal.stamp() };
}
