import { describe, expect, it } from 'vitest';
import type { Change } from '../../local-slack/model.ts';
import { SECRETS } from '../../local-slack/names.ts';
import { call } from './support/newsroom.ts';
import { useNewsroom } from './support/use-newsroom.ts';

describe('a fault that is switched on', () => {
  const room = useNewsroom();
  const test = () =>
    fetch(`${room().slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${SECRETS.botToken}` },
    });

  it.each([
    ['rate-limited', 429, '1'],
    ['broken', 500, null],
  ] as const)('harms every other call until it is off: %s', async (id, status, retryAfter) => {
    room().slack.faults.set(id, true);
    const answers = [await test(), await test(), await test(), await test()];
    expect(answers.map((answer) => answer.status)).toEqual([status, 200, status, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe(retryAfter);
    room().slack.faults.set(id, false);
    expect((await test()).status).toBe(200);
  });

  it('makes every answer late: slow', async () => {
    room().slack.faults.set('slow', true);
    const started = performance.now();
    expect((await test()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(1900);
  });

  it('is shown to whoever listens, and gone after a reset', () => {
    const { slack } = room();
    const told: Change[] = [];
    slack.onChange((change) => told.push(change));
    slack.faults.set('duplicate', true);
    slack.reset();
    const on = told.map((change) =>
      change.kind === 'faults' ? change.faults.filter((each) => each.on).map(({ id }) => id) : [],
    );
    expect(on).toEqual([['duplicate'], []]);
  });

  it('befalls one request of a method where it was planned for one', async () => {
    const { slack, client, desk } = room();
    const body = { channel: desk.id, text: 'x' };
    slack.faults.add('chat.postMessage', { kind: 'error', error: 'internal_error' });
    const answers = [
      await call(client, 'auth.test'),
      await call(client, 'chat.postMessage', body),
      await call(client, 'chat.postMessage', body),
    ];
    expect(answers).toMatchObject([{ ok: true }, { error: 'internal_error' }, { ok: true }]);
    expect(slack.workspace.messages.in(desk.id)).toHaveLength(1);
  });
});
