import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postRaw } from '../../local-slack/carriers.ts';

const WITHIN_MS = 60;
let close = (): void => {};
afterEach(() => close());

async function portOf(app: RequestListener): Promise<number> {
  const server = createServer(app);
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Keeps the whole process busy, as an app in the same one may. */
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('a request with a limit', () => {
  it('counts an answer that came while the process was too busy to look', async () => {
    const port = await portOf((_, response) => {
      response.end('ok');
      block(2 * WITHIN_MS);
    });
    expect(await postRaw(port, '/', {}, '', { withinMs: WITHIN_MS })).toMatchObject({ body: 'ok' });
  });

  it('fails where no answer came', async () => {
    const port = await portOf(() => {});
    const answer = postRaw(port, '/', {}, '', { withinMs: WITHIN_MS });
    await expect(answer).rejects.toThrow('no answer in time');
  });
});
