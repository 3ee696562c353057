import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../application/ports.ts';

/** Whether the bot can answer now, and what a person should look at. */
export interface Readiness {
  readonly ready: boolean;
  /** Why it can't answer; empty where it can. */
  readonly reasons: readonly string[];
  /** What is wrong though it answers: an older base still serves, say. */
  readonly warnings: readonly string[];
}

export interface HealthServer {
  /** The port it listens on; absent where it could not be opened. */
  readonly port: number | undefined;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (200 as long as the process lives) and `/readyz` (200 or 503, with the reasons
 * as JSON), on the loopback interface only: it is for the machine's own supervisor. A port in use
 * is a warning, since the bot can serve people without it. Port 0 lets the system choose.
 */
export function startHealthServer(
  port: number,
  readiness: () => Readiness,
  logger: Logger,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === '/healthz') return send(response, 200, { alive: true });
    if (path !== '/readyz') return send(response, 404, { error: 'not found' });
    const state = readiness();
    return send(response, state.ready ? 200 : 503, state);
  });
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      logger.warn('The health server could not be opened', { port, code: error.code });
      resolve({ port: undefined, close: async () => undefined });
    });
    server.listen(port, '127.0.0.1', () => {
      const chosen = portOf(server);
      logger.info('The health server is listening', { port: chosen });
      resolve({ port: chosen, close: () => close(server) });
    });
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function portOf(server: Server): number | undefined {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // A supervisor that keeps its connection open must not hold up the end.
    server.closeAllConnections();
  });
}
