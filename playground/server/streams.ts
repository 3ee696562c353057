import type { ServerResponse } from 'node:http';
import type { Happening } from '../protocol.ts';

/** The pages that listen, each as one person; several may be the same one. */
export interface Streams {
  add(as: string, response: ServerResponse, first: Happening): void;
  /** Tells each page what `happening` gives for its person; nothing where that is undefined. */
  tell(happening: (as: string) => Happening | undefined): void;
  close(): void;
}

/** A page that came back finds its server again after so long, in milliseconds. */
const RETRY_MS = 500;
/** So often a line that says nothing, in milliseconds: a dead connection shows itself. */
const BEAT_MS = 15_000;
/** A page that has not read so much, in bytes, never will; it may connect again. */
const MOST_UNREAD = 8 * 1024 * 1024;

export function createStreams(): Streams {
  const pages = new Map<ServerResponse, string>();
  const write = (response: ServerResponse, text: string): void => {
    response.write(text);
    if (response.writableLength > MOST_UNREAD) response.destroy();
  };
  const beat = setInterval(() => {
    for (const response of pages.keys()) write(response, ': still here\n\n');
  }, BEAT_MS);
  beat.unref();
  return {
    add(as, response, first) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.once('close', () => pages.delete(response));
      pages.set(response, as);
      write(response, `retry: ${RETRY_MS}\n\n${eventOf(first)}`);
    },
    tell(happening) {
      for (const [response, as] of pages) {
        const told = happening(as);
        if (told) write(response, eventOf(told));
      }
    },
    close() {
      clearInterval(beat);
      for (const response of pages.keys()) response.end();
      pages.clear();
    },
  };
}

function eventOf(happening: Happening): string {
  return `event: ${happening.kind}\ndata: ${JSON.stringify(happening)}\n\n`;
}
