import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';
import { parseArguments, readBody } from './http-body.ts';
import { type Journal, RESPONSE_URL } from './journal.ts';
import { isObject, type JsonObject, parseJson, textAt } from './json.ts';
import { createSockets, type Sockets } from './sockets.ts';
import type { Tickets } from './tickets.ts';
import { answerCall, faultOfMessage } from './web-api.ts';
import type { Workspace } from './workspace.ts';

interface Parts {
  readonly workspace: Workspace;
  readonly tickets: Tickets;
  readonly journal: Journal;
  readonly faults: Faults;
}

/** The listening side: Web API, response URLs and Socket Mode on one loopback port. */
export interface SlackServer {
  readonly port: number;
  readonly sockets: Sockets;
  close(): Promise<void>;
}

export async function listen(parts: Parts): Promise<SlackServer> {
  const sockets = createSockets();
  const server = createServer((request, response) => {
    const socketUrl = () => sockets.url(portOf(server.address()));
    void answer(request, response, { ...parts, socketUrl });
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    sockets,
    async close() {
      sockets.close();
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

type Everything = Parts & { readonly socketUrl: () => string };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Everything,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await readBody(request);
  if (pathname.startsWith('/response/')) {
    await answerResponseUrl(pathname, body, response, parts);
  } else if (pathname.startsWith('/api/') && request.method === 'POST') {
    await answerMethod(pathname.slice('/api/'.length), request, body, response, parts);
  } else {
    response.writeHead(404).end();
  }
}

async function answerMethod(
  method: string,
  request: IncomingMessage,
  text: string,
  response: ServerResponse,
  parts: Everything,
): Promise<void> {
  const body = parseArguments(text, request.headers['content-type']);
  const fault = await parts.faults.take({ method, body });
  if (failed(response, fault, { method, body }, parts.journal)) return;
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? textAt(body, 'token');
  const { body: answered, refused } = answerCall(method, token, body, parts);
  parts.journal.add({ method, body, ...(refused ? { refused } : {}) });
  sendJson(response, 200, answered);
}

async function answerResponseUrl(
  path: string,
  text: string,
  response: ServerResponse,
  parts: Everything,
): Promise<void> {
  const parsed = parseJson(text);
  const body = isObject(parsed) ? parsed : {};
  const call = { method: RESPONSE_URL, body, url: path };
  const fault = await parts.faults.take(call);
  if (failed(response, fault, call, parts.journal)) return;
  const spent = parts.tickets.useResponsePath(path);
  const refused = spent ?? (body.delete_original === true ? undefined : faultOfMessage(body));
  parts.journal.add({ ...call, ...(refused ? { refused } : {}) });
  if (refused) sendJson(response, spent ? 404 : 400, { ok: false, error: refused });
  else response.writeHead(200).end('ok');
}

type Call = { readonly method: string; readonly body: JsonObject; readonly url?: string };

/** Answers as the fault says; true where there was one, or nobody waits for the answer any more. */
function failed(
  response: ServerResponse,
  fault: Exclude<Fault, { kind: 'slow' }> | undefined,
  call: Call,
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

function sendJson(response: ServerResponse, status: number, body: JsonObject): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
