import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Failure, Faults } from './faults.ts';
import { parseArguments, readBody } from './http-body.ts';
import { type Journal, RESPONSE_URL } from './journal.ts';
import { isObject, type JsonObject, parseJson, textAt } from './json.ts';
import type { Manifest } from './manifest.ts';
import { answerCall } from './methods/answer-call.ts';
import { type Answer, type Call, refuse } from './methods/method.ts';
import { respond } from './respond.ts';
import type { Sockets } from './sockets.ts';

export interface ServerParts extends Omit<Call, 'body' | 'socketUrl'> {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly manifest: Manifest;
  readonly sockets: Sockets;
}

/** The listening side: Web API, response URLs and Socket Mode on one loopback port. */
export interface SlackServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function listen(parts: ServerParts): Promise<SlackServer> {
  const server = createServer((request, response) => {
    answer(request, response, parts, portOf(server.address())).catch(() => {
      // Whoever breaks off in the middle of a request gets no answer, and does no harm.
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => parts.sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    async close() {
      parts.sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
  port: number,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const body = await readBody(request);
  if (path.startsWith('/response/') && request.method === 'POST') {
    await answerResponseUrl(path, body, response, parts);
  } else if (path.startsWith('/api/') && request.method === 'POST') {
    await answerMethod(path.slice('/api/'.length), request, body, response, parts, port);
  } else {
    response.writeHead(404).end();
  }
}

async function answerMethod(
  method: string,
  request: IncomingMessage,
  text: string,
  response: ServerResponse,
  parts: ServerParts,
  port: number,
): Promise<void> {
  const given = parseArguments(text, request.headers['content-type']);
  const body = typeof given === 'string' ? {} : given;
  const fault = await parts.faults.take({ method, body });
  if (failed(response, fault, { method, body }, parts.journal)) return;
  const bearer = /^Bearer (.*)$/i.exec(request.headers.authorization ?? '')?.[1];
  const call: Call = { ...parts, body, socketUrl: () => parts.sockets.url(port) };
  const answered =
    typeof given === 'string'
      ? refuse(given)
      : answerCall(method, bearer ?? textAt(body, 'token'), call, parts.manifest);
  parts.journal.add({
    method,
    body: withoutToken(body),
    ...noted(answered),
    ...because(body, parts),
  });
  sendJson(response, 200, answered.body, { 'X-OAuth-Scopes': parts.manifest.scopes.join(',') });
}

async function answerResponseUrl(
  path: string,
  text: string,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const parsed = parseJson(text);
  const body = isObject(parsed) ? parsed : {};
  const call = { method: RESPONSE_URL, body, url: path };
  const fault = await parts.faults.take(call);
  if (failed(response, fault, call, parts.journal)) return;
  const spent = parts.tickets.useResponsePath(path);
  const answered = spent ? refuse(spent) : respond(body, parts.tickets.causeOf(path), parts);
  parts.journal.add({ ...call, ...noted(answered), ...because({ url: path }, parts) });
  if (answered.refused) sendJson(response, spent ? 404 : 400, answered.body);
  else response.writeHead(200, { 'Content-Type': 'text/plain' }).end('ok');
}

/** What the journal keeps of an answer. */
function noted({ body, refused, message }: Answer) {
  return { answer: body, ...(refused ? { refused } : {}), ...(message ? { message } : {}) };
}

/** The delivery whose trigger or response URL was used. */
function because(used: JsonObject, { journal }: ServerParts): { because?: number } {
  const trigger = textAt(used, 'trigger_id');
  const path = textAt(used, 'url');
  const found = journal
    .deliveries()
    .find(
      ({ payload }) =>
        (trigger !== '' && payload.trigger_id === trigger) ||
        (path !== '' && textAt(payload, 'response_url').endsWith(path)),
    );
  return found ? { because: found.order } : {};
}

function withoutToken({ token: _, ...body }: JsonObject): JsonObject {
  return body;
}

type Noted = { readonly method: string; readonly body: JsonObject; readonly url?: string };

/** Answers as the fault says; true where there was one, or nobody waits for the answer any more. */
function failed(
  response: ServerResponse,
  fault: Failure | undefined,
  call: Noted,
  journal: Journal,
): boolean {
  if (response.destroyed) {
    journal.add({ ...call, failed: 'nobody waited for the answer' });
    return true;
  }
  if (!fault) return false;
  journal.add({ ...call, failed: JSON.stringify(fault) });
  if (fault.kind === 'error') sendJson(response, 200, { ok: false, error: fault.error });
  else if (fault.kind === 'status') response.writeHead(fault.status).end();
  else response.writeHead(429, { 'Retry-After': String(fault.retryAfter) }).end();
  return true;
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
}
