import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type JsonObject, objectAt, parseJson, textAt } from '../../local-slack/json.ts';
import type { Delivery } from '../../local-slack/model.ts';
import { SECRETS } from '../../local-slack/names.ts';
import { call, clientOf, type Newsroom, settled } from './support/newsroom.ts';
import { useNewsroom } from './support/use-newsroom.ts';

/** The mention's deliveries, once there are so many and each has its receipt. */
function mentions({ slack }: Newsroom, count: number): Promise<readonly Delivery[]> {
  const done = () =>
    slack.journal
      .deliveries('events_api')
      .filter(({ what, receipt }) => what === 'app_mention' && receipt);
  return new Promise((resolve) => {
    const look = (): void => {
      if (done().length < count) return;
      stop();
      resolve(done());
    };
    const stop = slack.onChange(look);
    look();
  });
}

const retryHeaders = ({ app }: Newsroom) =>
  app.received
    .filter(({ what }) => what === 'app_mention')
    .map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

describe('an event over HTTP', () => {
  const room = useNewsroom({ retryDelaysMs: [0, 10, 20] });
  const mention = () =>
    room().slack.people.say(room().reporter.id, room().desk.id, '@hmicfrs hello');

  it('is signed, and comes once where it is acknowledged', async () => {
    expect(await mention().outcome).toMatchObject({ acked: true });
    expect(room().app.received.every(({ signed }) => signed)).toBe(true);
    expect(retryHeaders(room())).toEqual([[undefined, undefined]]);
  });

  it('comes three times more where it is refused, and says so in its headers', async () => {
    room().app.answer(() => ({ status: 500 }));
    expect(await mention().outcome).toMatchObject({ acked: false });
    const deliveries = await mentions(room(), 4);
    expect(new Set(deliveries.map(({ payload }) => payload.event_id)).size).toBe(1);
    expect(retryHeaders(room())).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
  });

  it('comes no more once it has been acknowledged', async () => {
    room().app.answer(({ headers }) => (headers['x-slack-retry-num'] ? {} : { status: 500 }));
    await mention().outcome;
    await mentions(room(), 2);
    await room().slack.people.say(room().reporter.id, room().desk.id, 'later').outcome;
    expect(retryHeaders(room())).toHaveLength(2);
  });

  it('comes no more where the app asks for that', async () => {
    room().app.answer(() => ({ status: 500, headers: { 'X-Slack-No-Retry': '1' } }));
    const [delivery] = (await mention().outcome).deliveries;
    expect(delivery?.receipt).toMatchObject({ acked: false, noRetry: true });
    await settled(room());
    expect(retryHeaders(room())).toHaveLength(1);
  });

  it('comes again after three seconds of silence, for the reason of a timeout', async () => {
    room().app.answer(({ headers }) => (headers['x-slack-retry-num'] ? {} : undefined));
    const outcome = await mention().outcome;
    const receipt = outcome.deliveries[0]?.receipt;
    expect(receipt).toMatchObject({ acked: false, failure: 'http_timeout' });
    expect(receipt?.afterMs).toBeGreaterThan(2900);
    await mentions(room(), 2);
    expect(retryHeaders(room())[1]).toEqual(['1', 'http_timeout']);
  });

  it('comes again where the line was cut, though the app has it already', async () => {
    room().slack.faults.set('dropped-connection', true);
    expect(await mention().outcome).toMatchObject({ acked: false });
    await mentions(room(), 2);
    expect(retryHeaders(room())).toEqual([
      [undefined, undefined],
      ['1', 'connection_failed'],
    ]);
  });

  it('comes twice with one event_id while that fault is on', async () => {
    room().slack.faults.set('duplicate', true);
    await mention().outcome;
    const deliveries = await mentions(room(), 2);
    expect(new Set(deliveries.map(({ payload }) => payload.event_id)).size).toBe(1);
  });
});

/** A Socket Mode client without a library: keeps envelopes, and acknowledges where it is told to. */
class BareSocket {
  readonly frames: JsonObject[] = [];
  readonly #socket: WebSocket;
  readonly #waiting: (() => void)[] = [];

  constructor(url: string, acknowledges: boolean) {
    this.#socket = new WebSocket(url);
    this.#socket.on('message', (data) => {
      const frame = parseJson(String(data)) as JsonObject;
      this.frames.push(frame);
      if (acknowledges && frame.envelope_id) {
        this.#socket.send(JSON.stringify({ envelope_id: frame.envelope_id }));
      }
      for (const look of this.#waiting.splice(0)) look();
    });
  }

  /** Waits until so many frames have come. */
  async came(count: number): Promise<readonly JsonObject[]> {
    while (this.frames.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.frames;
  }

  closed(): Promise<void> {
    return new Promise((resolve) => this.#socket.once('close', () => resolve()));
  }

  close(): void {
    this.#socket.terminate();
  }
}

describe('an event over Socket Mode', () => {
  const room = useNewsroom({ retryDelaysMs: [0] });
  const sockets: BareSocket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });

  async function connect(acknowledges: boolean): Promise<BareSocket> {
    const { slack } = room();
    slack.reach({ transport: 'socket' });
    const { url } = await call(clientOf(slack, SECRETS.appToken), 'apps.connections.open');
    const socket = new BareSocket(String(url), acknowledges);
    sockets.push(socket);
    expect(await socket.came(1)).toMatchObject([{ type: 'hello' }]);
    return socket;
  }

  const say = () => room().slack.people.say(room().reporter.id, room().direct.id, 'hello').outcome;

  it('goes to one of the connections, by turns', async () => {
    const [one, other] = [await connect(true), await connect(true)];
    for (const _ of [1, 2, 3, 4]) expect(await say()).toMatchObject({ acked: true });
    expect([one.frames.length, other.frames.length]).toEqual([3, 3]);
  });

  it('comes again with its number and reason where it is not acknowledged', async () => {
    const socket = await connect(false);
    expect(await say()).toMatchObject({ acked: false });
    const [, first, second] = await socket.came(3);
    expect(first).toMatchObject({ type: 'events_api', retry_attempt: 0, retry_reason: '' });
    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    const ids = [first, second].map((frame) => textAt(objectAt(frame, 'payload'), 'event_id'));
    expect(ids[0]).toBe(ids[1]);
  });

  it('does not go where Slack has announced the end', async () => {
    const [old, fresh] = [await connect(true), await connect(true)];
    room().slack.sockets.open()[0]?.disconnect();
    expect(await old.came(2)).toMatchObject([{}, { type: 'disconnect' }]);
    for (const _ of [1, 2]) expect(await say()).toMatchObject({ acked: true });
    expect([old.frames.length, fresh.frames.length]).toEqual([2, 3]);
  });

  it('opens each address once', async () => {
    const { url } = await call(clientOf(room().slack, SECRETS.appToken), 'apps.connections.open');
    const first = new BareSocket(String(url), true);
    sockets.push(first);
    await first.came(1);
    const second = new WebSocket(String(url));
    const refused = await new Promise<Error>((resolve) => second.once('error', resolve));
    expect(refused.message).toContain('403');
  });

  it('finds nobody while Slack is down: lines are cut, calls fail, people can do nothing', async () => {
    const socket = await connect(true);
    const gone = socket.closed();
    room().slack.faults.set('down', true);
    await gone;
    await expect(call(room().client, 'auth.test')).rejects.toThrow(/503/);
    expect(() => room().slack.people.say(room().reporter.id, room().direct.id, 'x')).toThrow(
      'Slack is down',
    );
  });
});
