const EVERY_MS = 25;

/**
 * Asks again until the answer is neither `undefined` nor `false`, and gives that answer. Fails
 * after `withinMs` (default 60,000) with what was waited for.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 60_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw new Error(`${what}: not within ${withinMs} ms`);
}

/** Fulfilled once the machine's clock has reached an instant. */
export async function reached(instant: number): Promise<void> {
  while (Date.now() < instant) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(1, instant - Date.now())));
  }
}
