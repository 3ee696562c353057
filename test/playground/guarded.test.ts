import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActAnswer } from '../../playground/protocol.ts';
import { copyMadeUp, type KnowledgeCopy } from '../end-to-end/support/knowledge-copy.ts';
import { type PlaygroundProcess, startPlaygroundProcess } from './support/playground-process.ts';

const MINUTE = 60_000;
const JSON_TYPE = 'application/json';

let knowledge: KnowledgeCopy;
let playground: PlaygroundProcess;

beforeAll(async () => {
  knowledge = copyMadeUp();
  playground = await startPlaygroundProcess({ env: { KNOWLEDGE_DIR: knowledge.folder } });
}, MINUTE);

afterAll(async () => {
  await playground?.end();
  knowledge?.remove();
}, MINUTE);

interface Got {
  readonly status: number | undefined;
  readonly body: string;
}

/** Unlike `fetch` this sends whatever Host it is told. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<Got> {
  return new Promise((settle, fail) => {
    const options = { host: '127.0.0.1', port: playground.port, path, method, headers };
    const sent = request({ ...options, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => settle({ status: response.statusCode, body: text }));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const own = () => `127.0.0.1:${playground.port}`;
const POST_BODY = JSON.stringify({ as: 'U0REPORTER', act: { kind: 'set-clock', at: 0 } });
const post = (headers: Record<string, string>, body = POST_BODY) =>
  raw(
    '/act',
    { host: own(), origin: `http://${own()}`, 'content-type': JSON_TYPE, ...headers },
    'POST',
    body,
  );
const problemIn = ({ body }: Got): string => {
  const answer = JSON.parse(body) as ActAnswer;
  return answer.ok ? '' : answer.problem;
};

describe('the page’s server', () => {
  it.each(['', 'knowledge', '?as=U0OFFICERA'])('serves the page at /%s', async (path) => {
    const response = await playground.ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('src="/page.js"');
  });

  it.each([
    ['page.js', 'text/javascript; charset=utf-8'],
    ['page.css', 'text/css; charset=utf-8'],
  ])('serves /%s as what it is', async (path, type) => {
    const response = await playground.ask(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  it.each(['', 'knowledge', 'page.js', 'knowledge.json', 'nowhere'])(
    'lets nothing from elsewhere into /%s, and /%s into nothing elsewhere',
    async (path) => {
      const { headers } = await playground.ask(path);
      expect(headers.get('content-security-policy')?.split('; ').sort()).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
      ]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it.each(['/', '/live', '/knowledge.json', '/why'])(
    'tells nobody anything at %s under another name than its own',
    async (path) => {
      for (const host of ['evil.example', `evil.example:${playground.port}`, '127.0.0.1']) {
        expect(await raw(path, { host })).toMatchObject({ status: 403 });
      }
    },
  );

  it('is also found as localhost', async () => {
    expect(await raw('/', { host: `localhost:${playground.port}` })).toMatchObject({ status: 200 });
  });

  it.each([
    ['of another page', { origin: 'https://evil.example' }, 403, 'own page'],
    ['of a page of nowhere', { origin: 'null' }, 403, 'own page'],
    ['of no page', { origin: '' }, 403, 'own page'],
    ['of a page on another port', { origin: 'http://127.0.0.1:1' }, 403, 'own page'],
    ['of a form', { 'content-type': 'text/plain' }, 415, 'application/json'],
    ['of no type', { 'content-type': '' }, 415, 'application/json'],
  ])('does nothing at the wish %s', async (_, headers, status, words) => {
    const got = await post(headers);
    expect(got.status).toBe(status);
    expect(problemIn(got)).toContain(words);
    const live = await playground.listen();
    expect(live.snapshot.clock.setTo).toBeNull();
    live.close();
  });

  it('takes more than a megabyte from nobody, says so, and goes on', async () => {
    const text = 'x'.repeat(1024 * 1024);
    const act = { kind: 'say', channel: 'C0NEWSROOM', text };
    const got = await post({}, JSON.stringify({ as: 'U0REPORTER', act }));
    expect(got.status).toBe(413);
    expect(problemIn(got)).toContain('more than 1 MB');
    expect((await playground.ask('')).status).toBe(200);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['no act', '{"as":"U0REPORTER"}'],
    ['an act that there is not', '{"as":"U0REPORTER","act":{"kind":"fly"}}'],
    ['an act without its words', '{"as":"U0REPORTER","act":{"kind":"say","channel":"C0NEWSROOM"}}'],
    [
      'an instant that no calendar has',
      '{"as":"U0REPORTER","act":{"kind":"set-clock","at":1e300}}',
    ],
    ['something more', '{"as":"U0REPORTER","act":{"kind":"open-home"},"admin":true}'],
  ])('says what is wrong with %s', async (_, body) => {
    const got = await post({}, body);
    expect(got.status).toBe(400);
    expect(problemIn(got)).toMatch(/^This can’t be done: .+/);
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/act', 404],
    ['GET', '/../package.json', 404],
    ['GET', '/why?channel=C0NEWSROOM&ts=1', 404],
    ['PUT', '/', 405],
    ['OPTIONS', '/act', 405],
  ])('has nothing for %s %s', async (method, path, status) => {
    expect((await raw(path, { host: own() }, method)).status).toBe(status);
  });

  it('shows an unknown person as the first one', async () => {
    const live = await playground.listen('U0NOBODY');
    expect(live.snapshot.me).toBe(live.snapshot.people[0]?.id);
    live.close();
  });
});
