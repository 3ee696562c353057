import type { Channel, Person } from './model.ts';

/** Who and what may be named in a text. */
export interface Names {
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
  readonly channels: readonly Pick<Channel, 'id' | 'name'>[];
}

/**
 * What Slack makes of a typed text: `&`, `<` and `>` escaped, names after "@" and "#" that exist as
 * mentions, web and mail addresses as links (docs.slack.dev/messaging/formatting-message-text).
 */
export function slackText(typed: string, names: Names): string {
  const people = new Map(names.people.map(({ id, name }) => [name.toLowerCase(), id]));
  const channels = new Map(names.channels.map((channel) => [channel.name.toLowerCase(), channel]));
  const known = [...people.keys(), ...channels.keys()]
    .filter((name) => name !== '')
    .toSorted((one, other) => other.length - one.length)
    .map((name) => escapeText(name).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const sign =
    known.length === 0
      ? '(?!)'
      : `(?<![\\p{L}\\p{N}])[@#](?:${known.join('|')})(?![\\p{L}\\p{N}_])`;
  const pattern = new RegExp(`${WEB}|${MAIL}|${sign}`, 'giu');
  return escapeText(typed).replaceAll(pattern, (found) => {
    if (found.startsWith('@')) return mention(found, people.get(nameIn(found)));
    if (found.startsWith('#')) return channelLink(found, channels.get(nameIn(found)));
    return /^https?:/i.test(found) ? `<${found}>` : `<mailto:${found}|${found}>`;
  });
}

/** Up to a blank or an escaped bracket, without the full stop or bracket behind it. */
const WEB = 'https?://(?:(?!&[lg]t;)\\S)+?(?=[.,!?;:)\\]\'"’”]*(?:\\s|$|&[lg]t;))';
const MAIL = '[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+';

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function nameIn(found: string): string {
  const name = found.slice(1).toLowerCase();
  return name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function mention(found: string, id: string | undefined): string {
  return id === undefined ? found : `<@${id}>`;
}

function channelLink(found: string, channel: Names['channels'][number] | undefined): string {
  return channel === undefined ? found : `<#${channel.id}|${channel.name}>`;
}
