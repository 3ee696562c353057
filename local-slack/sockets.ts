import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Deferred, deferred, within } from './deferred.ts';
import { isObject, type Json, type JsonObject, parseJson, textAt } from './json.ts';
import { TEAM } from './names.ts';

const PING_EVERY_MS = 5000;

/** What came back for an envelope. */
export interface Ack {
  readonly payload: Json | undefined;
}

/** One Socket Mode connection of the app. */
export interface Connection {
  /** Fulfilled when the app acknowledges; never where it does not. */
  send(envelope: JsonObject): Promise<Ack>;
  /** Any text at all, well-formed or not. */
  sendRaw(text: string): void;
  /** Slack's announcement that this connection is about to be recycled. */
  disconnect(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts the line without a word. */
  drop(): void;
  readonly closed: Promise<void>;
}

export interface Sockets {
  /** A WebSocket address that may be opened once. */
  url(port: number): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Connections that are open now, oldest first. */
  open(): readonly Connection[];
  /** The next connection that comes; `withinMs` defaults to 20,000. */
  next(withinMs?: number): Promise<Connection>;
  close(): void;
}

export function createSockets(): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: Connection[] = [];
  let waiting: Deferred<Connection>[] = [];
  const welcome = (socket: WebSocket): void => {
    const connection = connectionOf(socket);
    open.push(connection);
    void connection.closed.then(() => open.splice(open.indexOf(connection), 1));
    socket.send(JSON.stringify(hello(open.length)));
    for (const each of waiting) each.resolve(connection);
    waiting = [];
  };
  return {
    url(port) {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `ws://127.0.0.1:${port}/link/?ticket=${ticket}&app_id=${TEAM.appId}`;
    },
    upgrade(request, socket, head) {
      const ticket =
        new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    open: () => open,
    next(withinMs = 20_000) {
      const one = deferred<Connection>();
      waiting.push(one);
      return within(one.promise, withinMs, 'a new Socket Mode connection');
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function hello(connections: number): JsonObject {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: TEAM.appId },
    debug_info: { host: 'applink-local', approximate_connection_time: 3600 },
  };
}

function connectionOf(socket: WebSocket): Connection {
  const acks = new Map<string, Deferred<Ack>>();
  const closed = deferred<void>();
  const pings = setInterval(() => socket.ping('Ping from applink-local'), PING_EVERY_MS);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(pings);
    closed.resolve();
  });
  socket.on('message', (data) => {
    const message = parseJson(String(data));
    if (!isObject(message)) return;
    acks.get(textAt(message, 'envelope_id'))?.resolve({ payload: message.payload });
  });
  return {
    send(envelope) {
      const id = randomUUID();
      const ack = deferred<Ack>();
      acks.set(id, ack);
      socket.send(JSON.stringify({ envelope_id: id, ...envelope }));
      return ack.promise;
    },
    sendRaw: (text) => socket.send(text),
    disconnect(reason = 'refresh_requested') {
      socket.send(
        JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-local' } }),
      );
    },
    drop: () => socket.terminate(),
    closed: closed.promise,
  };
}
