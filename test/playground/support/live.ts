import { within } from '../../../local-slack/deferred.ts';
import type { Happening, Message, Snapshot } from '../../../playground/protocol.ts';

/** A page that listens: everything that it was told, in order. */
export interface Live {
  readonly snapshot: Snapshot;
  /** All but the snapshot so far. */
  all(): readonly Happening[];
  /** The first thing told, so far or later, that fits. */
  next<Kind extends Happening['kind']>(
    kind: Kind,
    fits?: (happening: Extract<Happening, { kind: Kind }>) => boolean,
  ): Promise<Extract<Happening, { kind: Kind }>>;
  /** The first message, so far or later, that has these words in its text. */
  message(words: string, fits?: (message: Message) => boolean): Promise<Message>;
  /** Fulfilled when the server has ended it. */
  readonly closed: Promise<void>;
  close(): void;
}

const WAIT_MS = 20_000;

export async function listenAs(address: string): Promise<Live> {
  const end = new AbortController();
  const response = await fetch(address, { signal: end.signal });
  const told: Happening[] = [];
  const waiting = new Set<() => void>();
  const closed = read(response, (happening) => {
    told.push(happening);
    for (const look of waiting) look();
  }).catch(() => {});
  const found = <T>(what: string, look: () => T | undefined): Promise<T> => {
    let check = (): void => {};
    const seen = new Promise<T>((settle) => {
      check = () => {
        const value = look();
        if (value !== undefined) settle(value);
      };
      waiting.add(check);
      check();
    });
    return within(seen, WAIT_MS, what).finally(() => waiting.delete(check));
  };
  const next: Live['next'] = (kind, fits = () => true) => {
    type One = Extract<Happening, { kind: typeof kind }>;
    return found(`a happening “${kind}”`, () =>
      told.find((each): each is One => each.kind === kind && fits(each as One)),
    );
  };
  const first = await next('snapshot');
  return {
    snapshot: first.snapshot,
    all: () => told.slice(1),
    next,
    async message(words, fits = () => true) {
      const { message } = await next(
        'message',
        ({ message: each }) => each.text.includes(words) && fits(each),
      );
      return message;
    },
    closed,
    close: () => end.abort(),
  };
}

async function read(response: Response, tell: (happening: Happening) => void): Promise<void> {
  if (!response.body) throw new Error('there is no stream');
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const pieces = `${rest}${chunk}`.split('\n\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      const data = /^data: (.*)$/m.exec(piece)?.[1];
      if (data) tell(JSON.parse(data) as Happening);
    }
  }
}
