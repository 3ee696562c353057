import type { webApi } from '@slack/bolt';

/** How long one call may take, in milliseconds. */
export const CALL_TIMEOUT_MS = 10_000;
/** How often a call that Slack refused for the moment, or couldn't take, is tried again. */
export const CALL_RETRIES = 2;
/** The longest wait that Slack may ask of us; beyond it the call fails, and the person is told. */
export const LONGEST_WAIT_S = 30;

type Fetch = webApi.FetchFunction;
type Response = Awaited<ReturnType<Fetch>>;

/**
 * `fetch` for everything the App sends. Web API calls bring their own timeout and retries, and are
 * only kept from waiting for longer than {@link LONGEST_WAIT_S}. Bolt's `respond()` brings neither:
 * it gets ten seconds, and two more tries after 429, 5xx or a broken connection.
 */
export function createSlackFetch(
  fetch: Fetch = globalThis.fetch,
  wait: (ms: number) => Promise<void> = sleep,
): Fetch {
  return async (url, init) => {
    if (init?.signal) return boundedWait(await fetch(url, init));
    let answer = await respondOnce(fetch, url, init);
    for (let tries = 0; tries < CALL_RETRIES && mayRetry(answer); tries += 1) {
      await wait(waitMs(answer, tries));
      answer = await respondOnce(fetch, url, init);
    }
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

async function respondOnce(
  fetch: Fetch,
  url: Parameters<Fetch>[0],
  init: Parameters<Fetch>[1],
): Promise<Response | Error> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(CALL_TIMEOUT_MS) });
  } catch (error) {
    return error instanceof Error ? error : new Error('fetch failed', { cause: error });
  }
}

function mayRetry(answer: Response | Error): boolean {
  // A call that took too long may have arrived: trying again could say everything twice.
  if (answer instanceof Error)
    return answer.name !== 'TimeoutError' && answer.name !== 'AbortError';
  const { status, headers } = answer;
  if (status === 429) return Number(headers.get('retry-after') ?? 1) <= LONGEST_WAIT_S;
  return status >= 500;
}

function waitMs(answer: Response | Error, tries: number): number {
  const asked = answer instanceof Error ? null : answer.headers.get('retry-after');
  const seconds = asked === null ? Number.NaN : Number(asked);
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 500 * 2 ** tries;
}

/**
 * The Web API client waits as long as Retry-After says, and holds back every other call meanwhile.
 * Without the header it gives up at once, which is what a person who waits needs.
 */
function boundedWait(response: Response): Response {
  if (response.status !== 429) return response;
  const seconds = Number(response.headers.get('retry-after'));
  if (seconds <= LONGEST_WAIT_S) return response;
  return new globalThis.Response(null, { status: 429, statusText: response.statusText });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
