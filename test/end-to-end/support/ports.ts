import { connect, createServer, type Server } from 'node:net';

/** A listener that keeps a loopback port busy. */
export interface Busy {
  readonly port: number;
  free(): Promise<void>;
}

/** Takes a port that was free, on every address so that nobody else can share it. */
export async function takePort(): Promise<Busy> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return { port: portOf(server), free: () => shut(server) };
}

const given = new Set<number>();

/** A port that was free a moment ago, and that nobody here was given before: a bot needs two. */
export async function freePort(): Promise<number> {
  const busy = await takePort();
  await busy.free();
  if (given.has(busy.port)) return freePort();
  given.add(busy.port);
  return busy.port;
}

/** Whether somebody listens on a loopback port. */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
