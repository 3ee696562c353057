import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import type { Logger } from '../application/ports.ts';
import { errorCode, SlackStartError } from './slack-error.ts';

/** Bolt gives up on a listener after three seconds; what is open for longer, it has lost. */
const UNANSWERED_MS = 3500;

/** Slack's requests over HTTP. */
export interface HttpConnection {
  open(app: App): Promise<void>;
  close(app: App): Promise<void>;
  notReady(): string | undefined;
  /** The port that is listened on; undefined where none is. */
  port(): number | undefined;
}

/** Port 0 lets the system choose. */
interface HttpAddress {
  readonly port: number;
  readonly host?: string;
}

/**
 * Listens on every interface unless told which, as a host behind a proxy needs it; path `/slack/events` for events,
 * commands and interactions alike. Every request is checked against the signing secret by Bolt.
 */
export function openHttp({ port, host }: HttpAddress, logger: Logger): HttpConnection {
  let listening: number | undefined;
  return {
    async open(app) {
      try {
        const server = await app.start({ port, ...(host ? { host } : {}) });
        server.on('request', endUnanswered);
        listening = portOf(server.address()) ?? port;
        logger.info('Listening for Slack over HTTP', { port: listening });
      } catch (error) {
        throw portError(port, error);
      }
    },
    async close(app) {
      if (listening === undefined) return;
      listening = undefined;
      await app.stop();
    },
    notReady: () => (listening === undefined ? 'The HTTP port is not open.' : undefined),
    port: () => listening,
  };
}

/** Ends a request that Bolt fails on without a word, such as a signed body of `null`. */
function endUnanswered(_: IncomingMessage, response: ServerResponse): void {
  const timer = setTimeout(() => {
    if (!response.headersSent) response.writeHead(400).end();
  }, UNANSWERED_MS);
  response.once('close', () => clearTimeout(timer));
}

function portOf(address: AddressInfo | string | null): number | undefined {
  return typeof address === 'object' ? address?.port : undefined;
}

function portError(port: number, error: unknown): SlackStartError {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} is in use by another program: stop that one, or set PORT to another port.`;
    return new SlackStartError('PORT_IN_USE', message, error);
  }
  const message = `Port ${port} can’t be opened (${code ?? 'unknown reason'}): set PORT to another port.`;
  return new SlackStartError('PORT_UNUSABLE', message, error);
}
