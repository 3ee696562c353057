/**
 * Work that can be done in pieces: each `next()` does a few milliseconds of it. A server takes them
 * one a turn of its event loop, so that nobody who asks meanwhile waits for the whole.
 */
export type Steps<Result> = Generator<void, Result>;

/** Does all of it now. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}
