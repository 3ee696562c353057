import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BuiltPage, buildPage } from '../../../playground/page/build.ts';
import type {
  Act,
  ActAnswer,
  ActRequest,
  Happening,
  KnowledgePage,
  Snapshot,
  Why,
} from '../../../playground/protocol.ts';
import { aKnowledgePage, aSnapshot, aWhy } from './fixtures.ts';

/** A server of made-up answers, for what the page does with anything an app may send. */
export interface StandIn {
  readonly address: string;
  /** What each new connection gets first. */
  world: Snapshot;
  why: Why;
  knowledge: KnowledgePage;
  /** What the page did, in order. */
  readonly acts: Act[];
  /** How an act is answered; "ok" unless set. */
  answer: (act: Act) => ActAnswer;
  /** Tells every open page. */
  tell(happening: Happening): void;
  stop(): Promise<void>;
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
let built: Promise<BuiltPage> | undefined;

export async function startStandIn(port = 0): Promise<StandIn> {
  built ??= buildPage();
  const page = await built;
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', POLICY);
    void handle(standIn, page, streams, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const standIn: StandIn = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world: aSnapshot(),
    why: aWhy(),
    knowledge: aKnowledgePage(),
    acts: [],
    answer: () => ({ ok: true }),
    tell: (happening) => {
      for (const stream of streams) stream.write(eventOf(happening));
    },
    stop: () => stopServer(server),
  };
  return standIn;
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(
  standIn: StandIn,
  page: BuiltPage,
  streams: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const send = (type: string, body: string): void => {
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  };
  if (pathname === '/page.js') send('text/javascript', page.js);
  else if (pathname === '/page.css') send('text/css', page.css);
  else if (pathname === '/why') send('application/json', JSON.stringify(standIn.why));
  else if (pathname === '/knowledge.json') {
    send('application/json', JSON.stringify(standIn.knowledge));
  } else if (pathname === '/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`retry: 100\n\n${eventOf({ kind: 'snapshot', snapshot: standIn.world })}`);
    streams.add(response);
    response.on('close', () => streams.delete(response));
  } else if (pathname === '/act') {
    const { act } = JSON.parse(await bodyOf(request)) as ActRequest;
    standIn.acts.push(act);
    send('application/json', JSON.stringify(standIn.answer(act)));
  } else send('text/html', page.html);
}

function eventOf(happening: Happening): string {
  return `event: ${happening.kind}\ndata: ${JSON.stringify(happening)}\n\n`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
