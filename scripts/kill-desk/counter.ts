import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CountedMessage } from './protocol.ts';

/** A message, and when it arrived by `performance.now`. */
export interface ArrivedMessage extends CountedMessage {
  readonly arrivedAt: number;
}

/** Stands for Slack: takes messages, finds them again, and counts. */
export interface Counter {
  readonly url: string;
  /** Every post that arrived, in order. */
  readonly posts: readonly ArrivedMessage[];
  /** The newest state that each enquiry's card shows. */
  readonly cards: ReadonlyMap<string, number>;
  /** Called when a post is in, before whoever sent it hears so. */
  onPost(then: (() => void) | undefined): void;
  close(): void;
}

/** Starts on a port of the system's choice, on the loopback interface. */
export async function startCounter(): Promise<Counter> {
  const posts: ArrivedMessage[] = [];
  const cards = new Map<string, number>();
  let then: (() => void) | undefined;
  const show = (message: CountedMessage): void => {
    if (message.what === 'card') cards.set(message.enquiryId, message.version);
  };
  const answer = (path: string | undefined, message: CountedMessage): string => {
    if (path === '/find') {
      const at = posts.findIndex(({ id }) => id === message.id);
      return at < 0 ? '' : `${at + 1}.0`;
    }
    show(message);
    if (path === '/update') return 'updated';
    posts.push({ ...message, arrivedAt: performance.now() });
    then?.();
    return `${posts.length}.0`;
  };
  const server = createServer(async (request, response) => {
    response.end(answer(request.url, JSON.parse(await text(request)) as CountedMessage));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    cards,
    onPost: (next) => {
      then = next;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
