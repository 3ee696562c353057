/** Work that is done again and again. */
export interface Repeated {
  /** Fulfilled once nothing of it is at work any more. */
  stop(): Promise<void>;
}

/**
 * Does `work` at once, and again so many milliseconds after it has ended, so that it never overlaps
 * itself. `work` must not reject.
 */
export function repeat(everyMs: number, work: () => Promise<void>): Repeated {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = work().then(() => {
      if (!stopped) timer = setTimeout(run, everyMs);
    });
  };
  run();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
