import { readFileSync } from 'node:fs';
import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  objectsAt,
  parseJson,
  textAt,
} from './json.ts';

/** What of an app's manifest decides what it may do and what it is sent. */
export interface Manifest {
  /** Bot token scopes. */
  readonly scopes: readonly string[];
  /** `app_mention`, `message.im`. */
  readonly events: readonly string[];
  readonly commands: readonly {
    readonly name: string;
    readonly hint: string;
    readonly description: string;
    readonly escape: boolean;
  }[];
  readonly shortcuts: readonly {
    readonly kind: 'message' | 'global';
    readonly callbackId: string;
    readonly label: string;
  }[];
  /** What people type after "@" to mention the bot. */
  readonly botName: string;
}

const OURS = new URL('../manifest.json', import.meta.url);

/**
 * @param from a path, a manifest's JSON, or nothing for the one of this repository.
 * @throws {Error} where there is no readable manifest.
 */
export function readManifest(from: string | URL | JsonObject = OURS): Manifest {
  const isPath = typeof from === 'string' || from instanceof URL;
  const json = isPath ? parseJson(readFileSync(from, 'utf8')) : from;
  if (!isObject(json)) throw new Error('the manifest is no JSON object');
  const features = objectAt(json, 'features');
  const subscriptions = objectAt(objectAt(json, 'settings'), 'event_subscriptions');
  return {
    scopes: words(objectAt(objectAt(json, 'oauth_config'), 'scopes').bot),
    events: words(subscriptions.bot_events),
    commands: objectsAt(features, 'slash_commands').map((command) => ({
      name: textAt(command, 'command'),
      hint: textAt(command, 'usage_hint'),
      description: textAt(command, 'description'),
      escape: command.should_escape === true,
    })),
    shortcuts: objectsAt(features, 'shortcuts').map((shortcut) => ({
      kind: shortcut.type === 'global' ? 'global' : 'message',
      callbackId: textAt(shortcut, 'callback_id'),
      label: textAt(shortcut, 'name'),
    })),
    botName: textAt(objectAt(features, 'bot_user'), 'display_name'),
  };
}

function words(list: Json | undefined): string[] {
  return isList(list) ? list.filter((word) => typeof word === 'string') : [];
}
