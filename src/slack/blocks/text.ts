/**
 * Text as Slack takes it: `&`, `<` and `>` escaped, so that no mention, link or `<!channel>` in it
 * lives (docs.slack.dev/messaging/formatting-message-text). Slack shows it as it was, in mrkdwn and
 * in plain_text alike.
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What a text takes up once it is sent: its length escaped and written as JSON. Never less than
 * what Slack counts, so that a text that fits by this measure fits by Slack's.
 */
export function sentLength(text: string): number {
  return JSON.stringify(escapeText(text)).length - 2;
}

/** The text, or as much of its beginning as fits with "…" after it. */
export function cutText(text: string, limit: number): string {
  if (sentLength(text) <= limit) return text;
  return `${text.slice(0, fitting(text, limit - 1))}…`;
}

/**
 * The text in pieces that each fit, broken after a line's end or a space where there is one. The
 * pieces together are the text, character for character.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (sentLength(rest) > limit) {
    const most = fitting(rest, limit);
    const end = breakBefore(rest, most);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** True where Slack would refuse the text as empty. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The question in one line, without control and direction characters, at most `limit` long. */
export function oneLine(question: string, limit: number): string {
  const line = question
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  if (line.length <= limit) return line;
  return `${line.slice(0, wholeCharacters(line, limit - 1))}…`;
}

/** The text, or as much of its beginning as fits with "…", counted as a field counts: unescaped. */
export function cutPlain(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, wholeCharacters(text, limit - 1))}…`;
}

/** How many code units from the start fit; at least one character, so that splitting gets on. */
function fitting(text: string, limit: number): number {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += sentLength(character);
    if (used > limit && end > 0) break;
    end += character.length;
    if (used > limit) break;
  }
  return end;
}

function breakBefore(text: string, most: number): number {
  const piece = text.slice(0, most);
  const line = piece.lastIndexOf('\n') + 1;
  if (line > most / 2) return line;
  const space = piece.lastIndexOf(' ') + 1;
  return space > most / 2 ? space : most;
}

/** `end`, or one less where it would cut a character of two code units in half. */
function wholeCharacters(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
