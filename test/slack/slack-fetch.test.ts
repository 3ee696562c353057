import { describe, expect, it } from 'vitest';
import { createSlackFetch } from '../../src/slack/slack-fetch.ts';

type Step = Response | Error;

const MESSAGE = { method: 'POST', body: '{}' };

/** A fetch that goes through these steps, and what was waited between them. */
function stepping(...steps: Step[]) {
  const waits: number[] = [];
  let calls = 0;
  const fetch = createSlackFetch(
    async () => {
      const step = steps[calls];
      calls += 1;
      if (!step || step instanceof Error) throw step ?? new Error('one call too many');
      return step;
    },
    async (ms) => {
      waits.push(ms);
    },
  );
  return { fetch, waits, calls: () => calls };
}

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

describe('an answer by response_url', () => {
  it.each`
    steps                                                 | status | waits          | why
    ${[answer(200)]}                                      | ${200} | ${[]}          | ${'taken at once'}
    ${[answer(404)]}                                      | ${404} | ${[]}          | ${'expired: trying again is no use'}
    ${[answer(500), answer(200)]}                         | ${200} | ${[500]}       | ${'a passing trouble'}
    ${[answer(503), answer(503), answer(503)]}            | ${503} | ${[500, 1000]} | ${'no more than three times'}
    ${[answer(429, { 'retry-after': '2' }), answer(200)]} | ${200} | ${[2000]}      | ${'as long as Slack asks'}
    ${[answer(429, { 'retry-after': '600' })]}            | ${429} | ${[]}          | ${'too long for somebody who waits'}
    ${[new TypeError('fetch failed'), answer(200)]}       | ${200} | ${[500]}       | ${'a broken connection'}
  `('$why', async ({ steps, status, waits }) => {
    const slack = stepping(...steps);
    const response = await slack.fetch('https://hooks.slack.com/x', MESSAGE);
    expect([response.status, slack.waits, slack.calls()]).toEqual([status, waits, steps.length]);
  });

  it('that took too long is not sent again: it may have arrived', async () => {
    const slack = stepping(Object.assign(new Error('late'), { name: 'TimeoutError' }), answer(200));
    await expect(slack.fetch('https://hooks.slack.com/x', MESSAGE)).rejects.toThrow('late');
    expect(slack.calls()).toBe(1);
  });
});

describe('a call of the Web API', () => {
  const call = { ...MESSAGE, signal: new AbortController().signal };

  it.each`
    asked    | left    | why
    ${'3'}   | ${'3'}  | ${'a wait that is worth it stays'}
    ${'600'} | ${null} | ${'a long one is taken away, so that the client gives up'}
  `('$why', async ({ asked, left }) => {
    const slack = stepping(answer(429, { 'retry-after': asked }));
    const response = await slack.fetch('https://slack.com/api/chat.postMessage', call);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, left]);
  });

  it('is left to the client to try again', async () => {
    const slack = stepping(answer(500));
    const response = await slack.fetch('https://slack.com/api/chat.postMessage', call);
    expect([response.status, slack.calls()]).toEqual([500, 1]);
  });
});
