import { request } from 'node:http';
import type { Changes } from './changes.ts';
import { whenOverdue } from './deferred.ts';
import { formOf, signature } from './http-body.ts';
import { type JsonObject, parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Kind, Receipt, Retry } from './model.ts';
import { SECRETS } from './names.ts';
import type { Connection, Sockets } from './sockets.ts';

export type Transport = 'http' | 'socket';

/** Where the app takes what Slack sends: a port of the loopback, or its own Socket Mode connection. */
export type AppAddress =
  | { readonly transport: 'http'; readonly port: number; readonly path?: string }
  | { readonly transport: 'socket' };

export interface CarryOptions {
  /** Which retry it is; none for the first delivery. */
  readonly retry?: Retry;
  /** Cuts the line as soon as the payload is out, so that no acknowledgement can come back. */
  readonly cut?: boolean;
}

/** Takes a payload to the app, over whichever transport. Never fails: the receipt says it all. */
export type Carrier = (kind: Kind, payload: JsonObject, how?: CarryOptions) => Promise<Receipt>;

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface RawOptions {
  readonly method?: string;
  readonly withinMs?: number;
  readonly cut?: boolean;
}

/** One POST on a connection of its own; fails where no answer has come after `withinMs`. */
export function postRaw(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { method = 'POST', withinMs = 10_000, cut = false }: RawOptions = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, agent: false, headers };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        callOff();
        const { statusCode, headers: answered } = response;
        resolve({ status: statusCode ?? 0, body: text, headers: answered });
      });
      response.on('error', reject);
    });
    const callOff = whenOverdue(withinMs, () => sent.destroy(new Error(TIMEOUT)));
    sent.on('error', (error) => {
      callOff();
      reject(error);
    });
    sent.end(body, () => {
      // The bytes are with the kernel now, and go out before the end of the connection does.
      if (cut) setImmediate(() => sent.destroy(new Error('cut')));
    });
  });
}

const TIMEOUT = 'no answer in time';

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
export function createHttpCarrier(
  port: number,
  changes: Pick<Changes, 'stamp'>,
  path = EVENTS_PATH,
): Carrier {
  return async (kind, payload, { retry, cut = false } = {}) => {
    const [body, type] = encode(kind, payload);
    const retried: Record<string, string> = retry
      ? { 'X-Slack-Retry-Num': String(retry.number), 'X-Slack-Retry-Reason': retry.reason }
      : {};
    const headers = { ...signedHeaders(body, type), ...retried };
    const started = performance.now();
    const options = { withinMs: LIMITS.ackMs, cut };
    const answer = await postRaw(port, path, headers, body, options).catch((error: unknown) =>
      String(error).includes(TIMEOUT) ? 'http_timeout' : 'connection_failed',
    );
    const ended = { afterMs: performance.now() - started, order: changes.stamp() };
    if (typeof answer === 'string') {
      return { acked: false, failure: answer, payload: undefined, ...ended };
    }
    const acked = answer.status === 200;
    return {
      acked,
      status: answer.status,
      payload: parseJson(answer.body) ?? (answer.body === '' ? undefined : answer.body),
      ...(acked ? {} : { failure: 'http_error' }),
      ...(answer.headers['x-slack-no-retry'] === '1' ? { noRetry: true } : {}),
      ...ended,
    };
  };
}

function encode(kind: Kind, payload: JsonObject): [body: string, contentType: string] {
  if (kind === 'events_api') return [JSON.stringify(payload), 'application/json'];
  if (kind === 'slash_commands') return [formOf(payload), FORM];
  return [formOf({ payload: JSON.stringify(payload) }), FORM];
}

/** Envelopes over the app's connections by turns: each payload goes to one of them. */
export function createSocketCarrier(sockets: Sockets, changes: Pick<Changes, 'stamp'>): Carrier {
  return async (kind, payload, how) => {
    const connection = sockets.turn();
    if (connection) return sendOver(connection, changes, kind, payload, how);
    const order = changes.stamp();
    return { acked: false, failure: 'connection_failed', payload: undefined, afterMs: 0, order };
  };
}

/** One envelope over one connection. */
export async function sendOver(
  connection: Connection,
  changes: Pick<Changes, 'stamp'>,
  kind: Kind,
  payload: JsonObject,
  { retry, cut = false }: CarryOptions = {},
): Promise<Receipt> {
  const started = performance.now();
  const ended = await Promise.race([
    connection.send(
      {
        type: kind,
        payload,
        accepts_response_payload: kind !== 'events_api',
        retry_attempt: retry?.number ?? 0,
        retry_reason: retry?.reason ?? '',
      },
      cut,
    ),
    connection.closed.then(() => 'connection_failed'),
    new Promise<string>((resolve) => whenOverdue(LIMITS.ackMs, () => resolve('timeout'))),
  ]);
  const common = { afterMs: performance.now() - started, order: changes.stamp() };
  if (typeof ended !== 'string') return { acked: true, payload: ended.payload, ...common };
  return { acked: false, failure: ended, payload: undefined, ...common };
}
