import { describe, expect, it } from 'vitest';
import { EVENTS_PATH, FORM, postRaw, signedHeaders } from '../../../local-slack/carriers.ts';
import { within } from '../../../local-slack/deferred.ts';
import { formOf } from '../../../local-slack/http-body.ts';
import { RESPONSE_URL } from '../../../local-slack/journal.ts';
import { slashCommand } from '../../../local-slack/payloads.ts';
import type { Bot } from '../support/bot.ts';
import { A_NUMBER, blockWords, COST, COST_QUESTION } from '../support/reading.ts';

const JSON_TYPE = 'application/json';
type Headers = Readonly<Record<string, string>>;
const now = (): number => Math.floor(Date.now() / 1000);

const GARBAGE: readonly (readonly [body: string, contentType: string])[] = [
  ['', JSON_TYPE],
  ['{"type":', JSON_TYPE],
  ['[]', JSON_TYPE],
  ['null', JSON_TYPE],
  ['{"type":"who_knows"}', JSON_TYPE],
  ['{"type":"event_callback","event_id":"Ev1"}', JSON_TYPE],
  ['{"type":"event_callback","event":{},"event_id":"Ev2"}', JSON_TYPE],
  ['payload=%7Bbroken', FORM],
  ['payload=%7B%7D', FORM],
  ['&&&===', FORM],
  ['\u0000\u0001\u0002', 'application/octet-stream'],
];

/** What Slack, and whoever pretends to be Slack, may send to the open port. */
export function httpWire(bot: () => Bot): void {
  describe('what comes over HTTP', () => {
    /** A command's body, and the path on which an answer to it would come. */
    function command(): { readonly body: string; readonly path: string } {
      const path = bot().slack.tickets.responsePath();
      const handles = { triggerId: 't', responseUrl: `${bot().slack.origin}${path}` };
      const by = bot().slack.workspace.visitor();
      return { body: formOf(slashCommand(by, '/hmicfrs', COST_QUESTION, handles)), path };
    }

    async function answers(): Promise<void> {
      const asked = bot().people.slash(bot().slack.workspace.visitor(), COST_QUESTION);
      expect(blockWords((await asked.nextResponse()).body)).toContain(COST);
    }

    const REFUSED: readonly (readonly [how: string, headers: (body: string) => Headers])[] = [
      ['signed with another secret', (body) => signedHeaders(body, FORM, now(), 'f'.repeat(32))],
      ['signed six minutes ago', (body) => signedHeaders(body, FORM, now() - 360)],
      ['signed for another body', (body) => signedHeaders(`${body}&text=other`, FORM)],
      ['not signed', () => ({ 'Content-Type': FORM })],
      [
        'signed with garbage',
        (body) => ({ ...signedHeaders(body, FORM), 'X-Slack-Signature': 'v0=zz' }),
      ],
      [
        'dated with garbage',
        (body) => ({ ...signedHeaders(body, FORM), 'X-Slack-Request-Timestamp': 'noon' }),
      ],
    ];

    it.each(REFUSED)('is refused where it is %s', async (_, headers) => {
      const { body, path } = command();
      const { 'Content-Length': __, ...sent } = headers(body);
      expect((await postRaw(bot().port, EVENTS_PATH, sent, body)).status).toBe(401);
      await answers();
      expect(
        bot()
          .slack.journal.all(RESPONSE_URL)
          .filter(({ url }) => url === path),
      ).toEqual([]);
    });

    it('is taken where it was signed a minute ago', async () => {
      const { body, path } = command();
      const headers = signedHeaders(body, FORM, now() - 60);
      expect((await postRaw(bot().port, EVENTS_PATH, headers, body)).status).toBe(200);
      await bot().slack.journal.next(RESPONSE_URL, ({ url }) => url === path);
    });

    it('does no harm where it is garbage, though it is signed', async () => {
      const replies = await Promise.all(
        GARBAGE.map(([body, type]) => {
          const sent = postRaw(bot().port, EVENTS_PATH, signedHeaders(body, type), body);
          return within(sent, 9000, `an answer to ${body}`);
        }),
      );
      for (const { body } of replies) expect(body).not.toMatch(/ at .*:\d+:\d+/);
      await answers();
    });

    it('is refused where it is longer than anything Slack sends', async () => {
      const body = `text=${'a'.repeat(5_000_000)}`;
      const refused = await postRaw(bot().port, EVENTS_PATH, signedHeaders(body, FORM), body).then(
        ({ status }) => status >= 400,
        () => true,
      );
      expect(refused).toBe(true);
      await answers();
    });

    it.each(['/', '/slack', '/slack/event', '/admin', '/healthz', '/../etc/passwd'])(
      'finds nothing at %s',
      async (path) => {
        const { body } = command();
        expect((await postRaw(bot().port, path, signedHeaders(body, FORM), body)).status).toBe(404);
      },
    );

    it('is not read with GET', async () => {
      expect(
        (await postRaw(bot().port, EVENTS_PATH, {}, '', { method: 'GET' })).status,
      ).toBeGreaterThanOrEqual(400);
    });

    it('answers Slack’s question whether the address is ours', async () => {
      const body = JSON.stringify({ type: 'url_verification', token: 't', challenge: 'abc123' });
      const answer = await postRaw(bot().port, EVENTS_PATH, signedHeaders(body, JSON_TYPE), body);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('abc123');
    });

    it('is healthy and ready, and says so on the health port alone', async () => {
      expect(await bot().app.readyz()).toMatchObject({ status: 200 });
      const asked = bot().people.slash(bot().slack.workspace.visitor(), 'hours');
      expect(blockWords((await asked.nextResponse()).body)).toMatch(A_NUMBER);
    });
  });
}
