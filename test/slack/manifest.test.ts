import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { fakeDeps } from '../support/fake-press-office.ts';

interface Manifest {
  features: {
    slash_commands: { command: string; should_escape: boolean }[];
    shortcuts: { callback_id: string }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { bot_events: string[] };
    interactivity: { is_enabled: boolean };
  };
}

/** What each scope is there for; Slack's own names for both (docs.slack.dev/reference/scopes). */
const SCOPE_OF: Readonly<Record<string, string | undefined>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  app_home_opened: undefined,
};

/** What the press desk calls, and the scopes for it (docs.slack.dev/reference/methods). */
const SCOPES_OF_CALLS: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
};

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

const manifest: Manifest = JSON.parse(read('../../manifest.json'));
const listeners = LISTENERS.map((listener) => listener(fakeDeps()));

function namesOf(kind: string): string[] {
  return listeners
    .filter((listener) => listener.kind === kind && !listener.catchAll)
    .map((listener) => listener.name)
    .sort();
}

describe('manifest.json', () => {
  // Slack's own schema, from github.com/slackapi/manifest-schema (MIT licence).
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(read('manifest.schema.2.0.0.json')),
  );

  it('is what Slack takes', () => {
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be found out where it is not', () => {
    expect(validate({ ...manifest, surprise: true })).toBe(false);
  });

  it('has the commands that are listened to, and no other', () => {
    const commands = manifest.features.slash_commands.map(({ command }) => command);
    expect(commands.sort()).toEqual(namesOf('command'));
  });

  it('has the events that are listened to, and no other', () => {
    const events = [...manifest.settings.event_subscriptions.bot_events];
    expect(events.sort()).toEqual(namesOf('event'));
  });

  it('has the shortcuts that are listened to, and no other', () => {
    const shortcuts = manifest.features.shortcuts.map((each) => each.callback_id);
    expect(shortcuts.sort()).toEqual(namesOf('shortcut'));
  });

  it('has interactivity, since there are buttons and modals', () => {
    expect(namesOf('action').length + namesOf('view').length).toBeGreaterThan(0);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('lets commands through as they were typed', () => {
    expect(manifest.features.slash_commands.map((each) => each.should_escape)).toEqual([false]);
  });

  it('asks for the scopes that this needs, and no other', () => {
    const needed = namesOf('event').flatMap((event) => SCOPE_OF[event] ?? []);
    const called = Object.values(SCOPES_OF_CALLS).flat();
    const scopes = [...new Set([...needed, ...called, 'commands'])];
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(scopes.sort());
  });

  it('has a reason for each scope in the README', () => {
    const readme = read('../../src/slack/README.md');
    const told = [...readme.matchAll(/^\| `([a-z_]+(?::[a-z]+)?)` +\|/gm)].map((match) => match[1]);
    expect(told.sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
  });
});

describe('the calls of the desk', () => {
  const folder = new URL('../../src/slack/desk/', import.meta.url);
  const source = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');

  it('are those that scopes are asked for, and no other', () => {
    const called = [...source.matchAll(/client\.((?:chat|conversations)\.[a-zA-Z]+)\(/g)];
    const names = [...new Set(called.map((match) => match[1]))];
    expect(names.sort()).toEqual(Object.keys(SCOPES_OF_CALLS).sort());
  });
});

describe('catch-alls', () => {
  const strays = listeners.filter((listener) => listener.catchAll);

  it('leave everything that has a listener of its own to it', () => {
    const own = listeners.filter((listener) => !listener.catchAll);
    for (const { kind, name } of strays) {
      const family = own.filter((listener) => listener.kind === kind);
      const taken = family.filter((listener) => new RegExp(name).test(sampleOf(listener.name)));
      expect(taken).toEqual([]);
    }
  });

  it.each`
    kind         | stray
    ${'command'} | ${'/hmicfrs-test'}
    ${'command'} | ${'/other'}
    ${'action'}  | ${'share_answer_old'}
    ${'action'}  | ${'choose_answer_'}
  `('take the $kind $stray', ({ kind, stray }) => {
    const names = strays.filter((listener) => listener.kind === kind).map(({ name }) => name);
    expect(names.some((name) => new RegExp(name).test(stray))).toBe(true);
  });
});

/** A name itself, or one of the family that a regular expression stands for. */
function sampleOf(name: string): string {
  return name.replace(/^\^|\$$/g, '').replace('\\d+', '12');
}
