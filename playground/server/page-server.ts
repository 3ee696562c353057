import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deferred } from '../../local-slack/deferred.ts';
import { refusalOf, SAFE_HEADERS } from './guards.ts';
import { type Answer, answerTo, type Play, problemAnswer } from './routes.ts';
import { createStreams, type Streams } from './streams.ts';

export interface PageServer {
  readonly port: number;
  readonly streams: Streams;
  /** From now on requests are answered; until then they wait. */
  serve(play: Play): void;
  close(): Promise<void>;
}

/** A port that can't be had; the message says how to choose another one. */
export class PortError extends Error {
  override readonly name = 'PortError';
  readonly code = 'PAGE_PORT';
}

/**
 * Takes the page's port on the loopback interface, before anything slower is done. Port 0 lets the
 * system choose.
 *
 * @throws {PortError} where the port can't be had.
 */
export async function openPageServer(
  port: number,
  report: (error: unknown) => void,
): Promise<PageServer> {
  const streams = createStreams();
  const opening = deferred<Play>();
  const server = createServer((request, response) => {
    const answered = opening.promise.then((play) =>
      answer({ play, streams, port: portOf(server) }, request, response),
    );
    answered.catch((error: unknown) => {
      report(error);
      if (response.headersSent) response.destroy();
      else sendAnswer(response, BROKEN);
    });
  });
  await listen(server, port);
  return {
    port: portOf(server),
    streams,
    serve: opening.resolve,
    close: () =>
      new Promise((resolve) => {
        streams.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Surroundings {
  readonly play: Play;
  readonly streams: Streams;
  readonly port: number;
}

async function answer(
  { play, streams, port }: Surroundings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
  const refusal = refusalOf(request, port);
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!refusal && request.method === 'GET' && url.pathname === '/live') {
    const as = play.viewer(url.searchParams.get('as'));
    streams.add(as, response, play.snapshot(as));
    return;
  }
  const given = refusal ? problemAnswer(refusal) : await answerTo(play, url, request);
  sendAnswer(response, given);
}

const BROKEN = problemAnswer({ status: 500, problem: 'Something went wrong on our side.' });

function sendAnswer(response: ServerResponse, { status, type, text }: Answer): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  response.end(text);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(port, error)));
    server.listen(port, '127.0.0.1', resolve);
  });
}

function portError(port: number, { code }: NodeJS.ErrnoException): PortError {
  const why =
    code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program`
      : `Port ${port} can’t be opened (${code ?? 'unknown reason'})`;
  const example = `PORT=${port === 4000 ? 4001 : 4000} npm run playground`;
  return new PortError(`${why}: set PORT to another one, or leave it out. For example: ${example}`);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
