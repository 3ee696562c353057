import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line to Slack on which answers can get lost: what was asked is done all the same. */
export interface LossyLine {
  /** For `SLACK_API_URL`, with its last slash. */
  readonly apiUrl: string;
  /** From now on so many answers of this method come as a 500, after Slack has done what was asked. */
  lose(method: string, answers: number): void;
  /** How often an answer was lost. */
  lost(): number;
  /** Calls that have come by, in order. */
  readonly calls: readonly string[];
  close(): Promise<void>;
}

/** Passes everything on to the Slack at `target`, which ends with a slash. */
export async function startLossyLine(target: string): Promise<LossyLine> {
  const toLose = new Map<string, number>();
  const calls: string[] = [];
  let lost = 0;
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    calls.push(method);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      const answer = await fetch(`${target}${method}`, {
        method: 'POST',
        headers: {
          authorization: request.headers.authorization ?? '',
          'content-type': request.headers['content-type'] ?? '',
        },
        body: Buffer.concat(chunks),
      });
      const left = toLose.get(method) ?? 0;
      if (left > 0) {
        toLose.set(method, left - 1);
        lost += 1;
        response.writeHead(500).end();
        return;
      }
      const wait = answer.headers.get('retry-after');
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        ...(wait === null ? {} : { 'retry-after': wait }),
      });
      response.end(await answer.text());
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    lose: (method, answers) => void toLose.set(method, answers),
    lost: () => lost,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
