/** How many listeners are at work, so that the end can wait for them: Bolt's own stop doesn't. */
export interface InFlight {
  /** Runs the work and counts it as long as it runs. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves at once where nothing is at work, and otherwise when the last one is done. */
  idle(): Promise<void>;
  count(): number;
}

export function createInFlight(): InFlight {
  let running = 0;
  let waiting: (() => void)[] = [];
  return {
    async run(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running === 0) {
          for (const wake of waiting) wake();
          waiting = [];
        }
      }
    },
    idle() {
      if (running === 0) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
    count: () => running,
  };
}
