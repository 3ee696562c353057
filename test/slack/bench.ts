import type { App } from '@slack/bolt';
import type { SlackDeps, SlackListener } from '../../src/slack/listener.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { fakeDeps, type LogLine, recordingLogger } from '../support/fake-press-office.ts';

type Handler = (args: object) => Promise<void>;
export type Call = readonly [name: string, payload: Record<string, unknown>];

/** The listener that Slack's word leads to, without Slack: what it calls is written down. */
export function bench(over: Partial<SlackDeps> = {}) {
  const lines: LogLine[] = [];
  const calls: Call[] = [];
  const deps = fakeDeps({ logger: recordingLogger(lines), ...over });
  const failing = new Map<string, number>();
  const call =
    (name: string) =>
    async (payload: Record<string, unknown> = {}) => {
      calls.push([name, payload]);
      const left = failing.get(name) ?? 0;
      failing.set(name, left - 1);
      if (left > 0) throw Object.assign(new Error('no'), { data: { error: 'refused' } });
    };
  const api = {
    ack: call('ack'),
    respond: call('respond'),
    client: {
      chat: { postMessage: call('post') },
      views: { open: call('open'), publish: call('publish'), update: call('update') },
    },
  };
  const run = (kind: SlackListener['kind'], name: string, args: object) =>
    handlerOf(deps, kind, name)({ ...api, ...args });
  const sent = () => calls.filter(([name]) => name !== 'ack');
  const fail = (name: string, times = 1) => failing.set(name, times);
  return { lines, calls, sent, fail, run };
}

function handlerOf(deps: SlackDeps, kind: SlackListener['kind'], name: string): Handler {
  let handler: Handler | undefined;
  const take = (_: unknown, given: Handler): void => {
    handler = given;
  };
  const app = { command: take, event: take, action: take, view: take, shortcut: take };
  const listener = LISTENERS.map((each) => each(deps)).find(
    (each) => each.kind === kind && !each.catchAll && new RegExp(`^${each.name}$`).test(name),
  );
  listener?.register(app as unknown as App);
  if (!handler) throw new Error(`No listener for ${kind} ${name}`);
  return handler;
}
