/** A promise that somebody else fulfils. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

export function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/**
 * Calls back after `ms` milliseconds, and not before what had arrived by then was read: where this
 * process itself was too busy to look, an answer that was in time must not count as late. Returns
 * what calls it off; keeps no process alive.
 */
export function whenOverdue(ms: number, overdue: () => void): () => void {
  let wanted = true;
  const timer = setTimeout(() => setImmediate(() => wanted && overdue()), ms).unref();
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}

/** The promise's value, or a failure with these words after `ms` milliseconds. */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
