import { fork } from 'node:child_process';
import type { Answer, Command, HostOptions, Told } from './protocol.ts';

/** A command without its number, whichever of them it is. */
export type Order = Command extends infer C ? (C extends Command ? Omit<C, 'n'> : never) : never;
export type Ending = Answer | 'killed';

/** A desk that runs as a process of its own. */
export interface DeskProcess {
  /** Fulfilled with `killed` where the process ended before it told how that went. */
  order(order: Order): Promise<Ending>;
  onHalfKept(then: () => void): void;
  /** SIGKILL: at once, without a word. */
  kill(): void;
  readonly alive: () => boolean;
  readonly ended: Promise<void>;
}

/** Starts one; fulfilled when it is ready. Rejects where it ends before that. */
export async function startDesk(options: HostOptions): Promise<DeskProcess> {
  const child = fork(new URL('./host.ts', import.meta.url), [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx'],
    serialization: 'json',
  });
  const waiting = new Map<number, (ending: Ending) => void>();
  let orders = 0;
  let halfKept: (() => void) | undefined;
  let alive = true;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => {
    alive = false;
    for (const settle of waiting.values()) settle('killed');
    waiting.clear();
  });
  await new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error('A desk’s process ended before it was ready.')));
    child.on('message', (told: Told) => {
      if (told.kind === 'ready') return resolve();
      if (told.kind === 'half-kept') return halfKept?.();
      waiting.get(told.n)?.(told);
      waiting.delete(told.n);
    });
  });
  return {
    order: (order) =>
      new Promise((resolve) => {
        if (!alive) return resolve('killed');
        orders += 1;
        waiting.set(orders, resolve);
        child.send({ ...order, n: orders }, () => {});
      }),
    onHalfKept: (then) => {
      halfKept = then;
    },
    kill: () => void child.kill('SIGKILL'),
    alive: () => alive,
    ended,
  };
}
