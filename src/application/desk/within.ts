/** Something did not end in the time that it was given. It may still end, and well. */
export class TookTooLongError extends Error {
  override readonly name = 'TookTooLongError';
}

/**
 * Gives `work` so many milliseconds. After that it rejects with a TookTooLongError, though what was
 * begun can't be called back: `expired` tells the work to begin nothing more.
 */
export async function within<T>(
  ms: number,
  work: (expired: () => boolean) => Promise<T>,
): Promise<T> {
  let expired = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      expired = true;
      reject(new TookTooLongError(`Not within ${ms} ms.`));
    }, ms);
  });
  try {
    return await Promise.race([work(() => expired), late]);
  } finally {
    clearTimeout(timer);
  }
}
