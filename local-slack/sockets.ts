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
  /**
   * Fulfilled when the app acknowledges; never where it does not. `cut` ends the line as soon as
   * the envelope is out.
   */
  send(envelope: JsonObject, cut?: boolean): Promise<Ack>;
  /** Any text at all, well-formed or not. */
  sendRaw(text: string): void;
  /** Slack's announcement that this connection is about to be recycled. */
  disconnect(reason?: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts the line without a word. */
  drop(): void;
  /** True from Slack's announcement on: nothing is sent here any more. */
  leaving(): boolean;
  readonly closed: Promise<void>;
}

export interface Sockets {
  /** A WebSocket address that may be opened once. */
  url(port: number): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Connections that are open now, oldest first. */
  open(): readonly Connection[];
  /** The one whose turn it is to get the next payload; `undefined` where none is open. */
  turn(): Connection | undefined;
  /** Cuts every line. */
  dropAll(): void;
  /** The next connection that comes; `withinMs` defaults to 20,000. */
  next(withinMs?: number): Promise<Connection>;
  close(): void;
}

export function createSockets(): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: Connection[] = [];
  let waiting: Deferred<Connection>[] = [];
  let turns = 0;
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
    turn() {
      const ready = open.filter((connection) => !connection.leaving());
      turns += 1;
      return ready[turns % Math.max(ready.length, 1)];
    },
    dropAll() {
      for (const connection of [...open]) connection.drop();
    },
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
  let leaving = false;
  const pings = setInterval(() => socket.ping('Ping from applink-local'), PING_EVERY_MS);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(pings);
    closed.resolve();
  });
  socket.on('message', (data) => {
    const message = parseJson(String(data));
    if (!isObject(message)) return;
    const id = textAt(message, 'envelope_id');
    acks.get(id)?.resolve({ payload: message.payload });
    acks.delete(id);
  });
  return {
    send(envelope, cut = false) {
      const id = randomUUID();
      const ack = deferred<Ack>();
      acks.set(id, ack);
      socket.send(JSON.stringify({ envelope_id: id, ...envelope }), () => {
        if (cut) socket.terminate();
      });
      return ack.promise;
    },
    sendRaw: (text) => socket.send(text),
    disconnect(reason = 'refresh_requested') {
      leaving = true;
      socket.send(
        JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-local' } }),
      );
    },
    drop: () => socket.terminate(),
    leaving: () => leaving,
    closed: closed.promise,
  };
}
