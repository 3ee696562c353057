/**
 * A person's words from the text of a Slack event, where mentions, channels and links stand in angle
 * brackets and `&`, `<`, `>` are escaped (docs.slack.dev/messaging/formatting-message-text).
 *
 * User mentions are left out: the bot's own is only how it was called, and of others Slack gives no
 * name. A channel stays as `#name`, a link as its label or else its address. Pure.
 */
export function questionText(text: string | undefined): string {
  return (
    withoutEscapes((text ?? '').replace(/<([^<>]*)>/g, (_, inner: string) => plain(inner)))
      .replace(/[ \t]+/g, ' ')
      // "@bot, who is quoted?"
      .replace(/^[\s,:;]+/, '')
      .trim()
  );
}

/**
 * A person's words from a slash command: as typed, since the manifest sets should_escape to false;
 * only `&`, `<` and `>` may arrive escaped.
 */
export function commandText(text: string | undefined): string {
  return withoutEscapes(text ?? '').trim();
}

function plain(inner: string): string {
  const [target = '', label] = split(inner);
  if (target.startsWith('@')) return label ? ` @${label} ` : ' ';
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^', 1)[0]}`;
  return label || target;
}

function split(inner: string): [string, string?] {
  const at = inner.indexOf('|');
  return at === -1 ? [inner] : [inner.slice(0, at), inner.slice(at + 1)];
}

// `&amp;` last, or "&amp;lt;" would be unescaped twice.
function withoutEscapes(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
