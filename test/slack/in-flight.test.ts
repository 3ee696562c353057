import { describe, expect, it } from 'vitest';
import { createInFlight } from '../../src/slack/in-flight.ts';

function work() {
  let finish: (() => void) | undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { run: () => done, finish: () => finish?.() };
}

describe('listeners at work', () => {
  it('is idle at once where there are none', async () => {
    await expect(createInFlight().idle()).resolves.toBeUndefined();
  });

  it('is idle when the last one is done, and not before', async () => {
    const inFlight = createInFlight();
    const [one, other] = [work(), work()];
    const running = [inFlight.run(one.run), inFlight.run(other.run)];
    let idle = false;
    const waiting = inFlight.idle().then(() => {
      idle = true;
    });
    one.finish();
    await running[0];
    expect([idle, inFlight.count()]).toEqual([false, 1]);
    other.finish();
    await waiting;
    expect([idle, inFlight.count()]).toEqual([true, 0]);
  });

  it('counts one that fails as done, and passes its error on', async () => {
    const inFlight = createInFlight();
    await expect(inFlight.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(inFlight.count()).toBe(0);
  });
});
