import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody, signature } from '../../../local-slack/http-body.ts';
import { type JsonObject, objectAt, parseJson, textAt } from '../../../local-slack/json.ts';
import { SECRETS } from '../../../local-slack/names.ts';

/** One delivery as the app received it. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly payload: JsonObject;
  /** "app_mention", "message", "block_actions", "/hmicfrs". */
  readonly what: string;
  readonly signed: boolean;
}

export interface Reply {
  readonly status?: number;
  readonly body?: JsonObject | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An app without a library: whatever comes is kept, and answered as the test says. */
export interface BareApp {
  readonly port: number;
  readonly received: readonly Received[];
  /** What is answered from now on; 200 without a body at first. `undefined` answers nothing. */
  answer(how: (received: Received) => Reply | undefined): void;
  close(): Promise<void>;
}

export async function startBareApp(): Promise<BareApp> {
  const received: Received[] = [];
  let reply: (received: Received) => Reply | undefined = () => ({});
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const one = read(request.headers, text);
      received.push(one);
      const { status = 200, body = '', headers = {} } = reply(one) ?? { status: 0 };
      if (status === 0) return;
      const json = typeof body === 'string' ? {} : { 'Content-Type': 'application/json' };
      response.writeHead(status, { ...json, ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    received,
    answer(how) {
      reply = how;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function read(headers: IncomingHttpHeaders, text: string): Received {
  const payload = payloadOf(headers, text);
  const what =
    textAt(objectAt(payload, 'event'), 'type') ||
    textAt(payload, 'command') ||
    textAt(payload, 'type');
  const seconds = Number(headers['x-slack-request-timestamp']);
  const right = signature(SECRETS.signingSecret, seconds, text);
  return { headers, payload, what, signed: headers['x-slack-signature'] === right };
}

function payloadOf(headers: IncomingHttpHeaders, text: string): JsonObject {
  if (headers['content-type']?.includes('json')) return parseJson(text) as JsonObject;
  const form = Object.fromEntries(new URLSearchParams(text));
  return form.payload === undefined ? form : (parseJson(form.payload) as JsonObject);
}
