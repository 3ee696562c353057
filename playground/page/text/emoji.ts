/** The few shortcodes that an app's messages use; any other stays as it is written. */
export const EMOJI: Readonly<Record<string, string>> = {
  wave: '👋',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  warning: '⚠️',
  x: '❌',
  question: '❓',
  information_source: 'ℹ️',
  telephone_receiver: '📞',
  phone: '☎️',
  speech_balloon: '💬',
  newspaper: '📰',
  page_facing_up: '📄',
  calendar: '📅',
  clock: '🕐',
  lock: '🔒',
  eyes: '👀',
  tada: '🎉',
  thumbsup: '👍',
  '+1': '👍',
  thumbsdown: '👎',
  '-1': '👎',
  smile: '😄',
  slightly_smiling_face: '🙂',
  bulb: '💡',
  link: '🔗',
};

/** The text with the shortcodes that are known drawn as characters. */
export function withEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+-]+):/g, (code, name: string) => EMOJI[name] ?? code);
}
