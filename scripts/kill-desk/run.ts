import { advance, type Case, type Move, newCase, nextMove } from './cases.ts';
import { type Counts, checkDesk, FAULTS } from './check.ts';
import type { DeskProcess } from './desk-process.ts';
import { makePlace, type Place, type PlaceOptions } from './place.ts';
import { TEAM } from './protocol.ts';

/** The moments at which a desk is killed, one after the other; `post` is after Slack has a message. */
const MOMENTS = ['hand-over', 'claim', 'answer', 'close', 'post'] as const;
/** A move takes some milliseconds; the kill comes at any of them. */
const LATEST_KILL_MS = 20;
/** Longest wait, in milliseconds, until nothing waits any more. */
const DRAINED_WITHIN_MS = 120_000;

/** What is posted because an enquiry was taken in. */
const FIRST = new Set(['card', 'asker receipt']);

export interface KillOptions extends PlaceOptions {
  readonly kills: number;
  readonly random?: () => number;
}

export interface Outcome {
  readonly counts: Counts;
  /** Milliseconds from the last start, or kill, until nothing waited any more. */
  readonly drainedAfterMs: number;
  /**
   * Of two replicas: from the kill until card and receipt of all that had been acknowledged before it
   * were posted, in milliseconds.
   */
  readonly takenOverAfterMs?: number;
}

/** True where nothing was lost, doubled or left. */
export function isClean({ counts }: Outcome): boolean {
  return FAULTS.every((fault) => counts[fault] === 0);
}

/** Kills one desk after the other, lets a last one finish, and counts. */
export async function killDesk(options: KillOptions): Promise<Outcome> {
  const place = await makePlace(options);
  const { random = Math.random } = options;
  const cases: Case[] = [];
  try {
    for (let kill = 0; kill < options.kills; kill += 1) {
      const desk = await place.startDesk();
      if (!options.transaction) desk.onHalfKept(() => random() < 0.2 && desk.kill());
      await someWork(cases, desk);
      const moment = MOMENTS[kill % MOMENTS.length] ?? 'post';
      if (moment === 'post') await killAtPost(place, cases, desk);
      else await killAtMove(moment, cases, desk, random() * LATEST_KILL_MS);
      await desk.ended;
    }
    return await finish(place, cases, await place.startDesk());
  } finally {
    await place.remove();
  }
}

/** Takes in `enquiries` through two desks, kills one half-way, and counts. */
export async function killReplica(options: PlaceOptions, enquiries: number): Promise<Outcome> {
  const place = await makePlace(options);
  const cases = Array.from({ length: enquiries }, (_, n) => newCase(n));
  try {
    const [doomed, staying] = await Promise.all([place.startDesk(), place.startDesk()]);
    const half = cases.length / 2;
    let killed: { readonly at: number; readonly known: ReadonlySet<string> } | undefined;
    const work = async (desk: DeskProcess, mine: readonly Case[]): Promise<void> => {
      for (const each of mine) {
        while (nextMove(each) !== undefined && desk.alive()) await advance(each, desk);
        const known = cases.flatMap(({ id }) => (id === '' ? [] : [id]));
        if (known.length < half || killed) continue;
        doomed.kill();
        killed = { at: performance.now(), known: new Set(known) };
      }
    };
    // Two at a time on each desk, as people come.
    const quarter = (n: number): Case[] => cases.filter((_, index) => index % 4 === n);
    await Promise.all([
      work(doomed, quarter(0)),
      work(doomed, quarter(1)),
      work(staying, quarter(2)),
      work(staying, quarter(3)),
    ]);
    const outcome = await finish(place, cases, staying);
    const takenOver = place.counter.posts
      .filter(({ enquiryId, what }) => killed?.known.has(enquiryId) && FIRST.has(what))
      .map(({ arrivedAt }) => arrivedAt - (killed?.at ?? 0));
    return { ...outcome, takenOverAfterMs: Math.round(Math.max(0, ...takenOver)) };
  } finally {
    await place.remove();
  }
}

/** Two new enquiries, and each older one that is not through a move on, side by side. */
async function someWork(cases: Case[], desk: DeskProcess): Promise<void> {
  cases.push(newCase(cases.length), newCase(cases.length + 1));
  const waiting = cases.filter((each) => nextMove(each) !== undefined).slice(-4);
  await Promise.all(waiting.map((each) => advance(each, desk)));
}

/** Kills while one enquiry makes that move and others make theirs. */
async function killAtMove(
  move: Move,
  cases: Case[],
  desk: DeskProcess,
  afterMs: number,
): Promise<void> {
  const chosen = await caseBefore(move, cases, desk);
  const others = cases.filter((each) => each !== chosen && nextMove(each)).slice(-2);
  const moves = [chosen, ...others].map((each) => advance(each, desk));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  desk.kill();
  await Promise.all(moves);
}

async function caseBefore(move: Move, cases: Case[], desk: DeskProcess): Promise<Case> {
  const chosen = newCase(cases.length, move === 'close' ? 'close' : 'answer');
  cases.push(chosen);
  while (nextMove(chosen) !== move && desk.alive()) await advance(chosen, desk);
  return chosen;
}

/** Kills when the counter has a message, and the desk doesn't know yet. */
async function killAtPost({ counter }: Place, cases: Case[], desk: DeskProcess): Promise<void> {
  counter.onPost(() => desk.kill());
  const chosen = newCase(cases.length);
  cases.push(chosen);
  await advance(chosen, desk);
  await desk.ended;
  counter.onPost(undefined);
}

async function finish(place: Place, cases: readonly Case[], desk: DeskProcess): Promise<Outcome> {
  const began = performance.now();
  for (const each of cases) {
    while (nextMove(each) !== undefined && desk.alive()) await advance(each, desk);
  }
  const until = performance.now() + DRAINED_WITHIN_MS;
  while ((await place.store.waiting(TEAM)).count > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const drainedAfterMs = Math.round(performance.now() - began);
  return { counts: await checkDesk(place.store, cases, place.counter), drainedAfterMs };
}
