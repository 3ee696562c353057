import { describe, expect, it } from 'vitest';
import { EVENTS_PATH, FORM, postRaw, signedHeaders } from '../../support/local-slack/carriers.ts';
import { within } from '../../support/local-slack/deferred.ts';
import { formOf } from '../../support/local-slack/http-body.ts';
import { RESPONSE_URL } from '../../support/local-slack/journal.ts';
import { slashCommand } from '../../support/local-slack/payloads.ts';
import type { Bot } from '../support/bot.ts';
import { A_NUMBER, blockWords, COST, COST_QUESTION } from '../support/reading.ts';

const JSON_TYPE = 'application/json';
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
    function command(): string {
      const handles = {
        triggerId: 't',
        responseUrl: `${bot().slack.origin}${bot().slack.tickets.responsePath()}`,
      };
      return formOf(
        slashCommand(bot().slack.workspace.person(), '/hmicfrs', COST_QUESTION, handles),
      );
    }

    /** Shows that the bot still answers, and that nothing but this was answered. */
    async function answersOnlyThis(): Promise<void> {
      const asked = bot().people.slash(bot().slack.workspace.person(), COST_QUESTION);
      expect(blockWords((await asked.nextResponse()).body)).toContain(COST);
      expect(bot().slack.journal.all(RESPONSE_URL)).toHaveLength(1);
    }

    it.each([
      ['signed with another secret', () => signedHeaders(command(), FORM, now(), 'f'.repeat(32))],
      ['signed six minutes ago', () => signedHeaders(command(), FORM, now() - 360)],
      [
        'signed in milliseconds',
        () => signedHeaders(command(), FORM, now() * 1000, 'f'.repeat(32)),
      ],
      ['not signed', () => ({ 'Content-Type': FORM })],
      [
        'with a signature of garbage',
        () => ({ ...signedHeaders(command(), FORM), 'X-Slack-Signature': 'v0=zz' }),
      ],
      [
        'with a time stamp of garbage',
        () => ({ ...signedHeaders(command(), FORM), 'X-Slack-Request-Timestamp': 'noon' }),
      ],
    ])('is refused where it is %s', async (_, headers) => {
      const body = command();
      const signed: Record<string, string> = headers();
      const { 'Content-Length': __, ...rest } = signed;
      expect((await postRaw(bot().port, EVENTS_PATH, rest, body)).status).toBe(401);
      await answersOnlyThis();
    });

    it('is refused where the body is another than the signed one', async () => {
      const { 'Content-Length': _, ...headers } = signedHeaders(command(), FORM);
      const answer = await postRaw(bot().port, EVENTS_PATH, headers, `${command()}&text=other`);
      expect(answer.status).toBe(401);
      await answersOnlyThis();
    });

    it('does no harm where it is garbage, though it is signed', async () => {
      const answers = await Promise.all(
        GARBAGE.map(([body, type]) => {
          const sent = postRaw(bot().port, EVENTS_PATH, signedHeaders(body, type), body);
          return within(sent, 9000, `an answer to ${body}`);
        }),
      );
      for (const { body } of answers) expect(body).not.toMatch(/ at .*:\d+:\d+/);
      await answersOnlyThis();
    });

    it('is refused where it is longer than anything Slack sends', async () => {
      const body = `text=${'a'.repeat(5_000_000)}`;
      const refused = await postRaw(bot().port, EVENTS_PATH, signedHeaders(body, FORM), body).then(
        ({ status }) => status >= 400,
        () => true,
      );
      expect(refused).toBe(true);
      await answersOnlyThis();
    });

    it.each(['/', '/slack', '/slack/event', '/admin', '/healthz', '/../etc/passwd'])(
      'finds nothing at %s',
      async (path) => {
        const body = command();
        expect((await postRaw(bot().port, path, signedHeaders(body, FORM), body)).status).toBe(404);
      },
    );

    it('is not read with GET', async () => {
      expect((await postRaw(bot().port, EVENTS_PATH, {}, '', 'GET')).status).toBeGreaterThanOrEqual(
        400,
      );
    });

    it('answers Slack’s question whether the address is ours', async () => {
      const body = JSON.stringify({ type: 'url_verification', token: 't', challenge: 'abc123' });
      const answer = await postRaw(bot().port, EVENTS_PATH, signedHeaders(body, JSON_TYPE), body);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('abc123');
    });

    it('is healthy and ready, and says so on the health port alone', async () => {
      expect(await bot().app.readyz()).toMatchObject({ status: 200 });
      const asked = bot().people.slash(bot().slack.workspace.person(), 'hours');
      expect(blockWords((await asked.nextResponse()).body)).toMatch(A_NUMBER);
    });
  });
}
