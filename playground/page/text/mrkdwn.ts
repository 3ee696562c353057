import { EMOJI } from './emoji.ts';
import { dateInWords } from './slack-date.ts';

/** A stretch within a line. Text is as it is to be read: entities are resolved. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly inside: readonly Inline[] }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly label: string }
  | { readonly kind: 'broadcast'; readonly label: string };

/** What stands below each other. */
export type Segment =
  | { readonly kind: 'lines'; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly inside: readonly Segment[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'pre'; readonly text: string };

export interface MrkdwnOptions {
  /** True where Slack makes no links of bare addresses. */
  readonly verbatim: boolean;
}

interface Rule {
  readonly pattern: RegExp;
  /** True where the character before must not be of a word: "snake_case_name" holds no italics. */
  readonly edge: boolean;
  readonly make: (found: RegExpExecArray, options: MrkdwnOptions) => Inline | undefined;
}

const RULES: Readonly<Record<string, Rule>> = {
  '`': {
    pattern: /`([^`\n]+)`/y,
    edge: false,
    make: (found) => ({ kind: 'code', text: unescapeText(found[1] ?? '') }),
  },
  '<': { pattern: /<([^<>\n]+)>/y, edge: false, make: (found) => inBrackets(found[1] ?? '') },
  '*': styled('bold', /\*((?!\s)[^*\n]*[^*\s])\*(?![\p{L}\p{N}])/uy),
  _: styled('italic', /_((?!\s)[^_\n]*[^_\s])_(?![\p{L}\p{N}])/uy),
  '~': styled('strike', /~((?!\s)[^~\n]*[^~\s])~(?![\p{L}\p{N}])/uy),
  ':': {
    pattern: /:([a-z0-9_+-]+):/y,
    edge: false,
    make: (found) => emoji(found[1] ?? ''),
  },
  h: { pattern: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"*_~]/y, edge: true, make: bareAddress },
};

/** Slack's markup as a tree; what is no markup is text, and nothing is ever HTML. */
export function parseMrkdwn(text: string, options: MrkdwnOptions): Segment[] {
  return text
    .split('```')
    .flatMap((part, index, parts) =>
      index % 2 === 1 && index < parts.length - 1
        ? [{ kind: 'pre', text: unescapeText(part.replace(/^\n|\n$/g, '')) } as const]
        : parseLines(index % 2 === 1 ? `\`\`\`${part}` : part, options),
    );
}

/** One stretch of text without quotes and lists. */
export function parseInline(text: string, options: MrkdwnOptions): Inline[] {
  const drawn: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const { made, length } = madeAt(text, at, options);
    if (made === undefined) plain += text.slice(at, at + length);
    else {
      if (plain !== '') drawn.push({ kind: 'text', text: unescapeText(plain) });
      plain = '';
      drawn.push(made);
    }
    at += length;
  }
  if (plain !== '') drawn.push({ kind: 'text', text: unescapeText(plain) });
  return drawn;
}

/** `&amp;`, `&lt;` and `&gt;` as the characters that they stand for. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The address, or undefined where it may not be opened: only the web, mail and telephone. */
export function safeUrl(url: string): string | undefined {
  const clean = unescapeText(url.trim());
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(clean) && URL.canParse(clean) ? clean : undefined;
}

function madeAt(
  text: string,
  at: number,
  options: MrkdwnOptions,
): { made?: Inline; length: number } {
  const rule = RULES[text.charAt(at)];
  if (rule === undefined) return { length: 1 };
  if (rule.edge && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return { length: 1 };
  rule.pattern.lastIndex = at;
  const found = rule.pattern.exec(text);
  const made = found ? rule.make(found, options) : undefined;
  return made && found ? { made, length: found[0].length } : { length: 1 };
}

function styled(kind: 'bold' | 'italic' | 'strike', pattern: RegExp): Rule {
  return {
    pattern,
    edge: true,
    make: (found, options) => ({ kind, inside: parseInline(found[1] ?? '', options) }),
  };
}

function emoji(name: string): Inline | undefined {
  const character = EMOJI[name];
  return character === undefined ? undefined : { kind: 'text', text: character };
}

function bareAddress(found: RegExpExecArray, options: MrkdwnOptions): Inline | undefined {
  const url = options.verbatim ? undefined : safeUrl(found[0]);
  if (url === undefined) return undefined;
  return { kind: 'link', url, inside: [{ kind: 'text', text: unescapeText(found[0]) }] };
}

function inBrackets(inside: string): Inline {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : unescapeText(inside.slice(bar + 1));
  const id = target.slice(1);
  if (target.startsWith('@')) return { kind: 'user', id, label };
  if (target.startsWith('#')) return { kind: 'channel', id, label };
  if (target.startsWith('!')) return special(id, label);
  const url = safeUrl(target);
  if (url === undefined) return { kind: 'text', text: unescapeText(`<${inside}>`) };
  return { kind: 'link', url, inside: [{ kind: 'text', text: label || url }] };
}

function special(command: string, label: string): Inline {
  const [name = '', seconds = '', format = '', link = ''] = command.split('^');
  if (name !== 'date') return { kind: 'broadcast', label: label || `@${name}` };
  const text = dateInWords(Number(seconds), format) ?? label;
  const url = safeUrl(link);
  if (url === undefined) return { kind: 'text', text };
  return { kind: 'link', url, inside: [{ kind: 'text', text }] };
}

const QUOTED = /^(?:>|&gt;) ?/;
const BULLET = /^\s*(?:•|◦|▪) /;

/** Slack knows no quotes within quotes: inside one, ">" is a character like any other. */
function parseLines(text: string, options: MrkdwnOptions, quoted = false): Segment[] {
  return runs(text.split('\n'), quoted).flatMap(({ kind, lines }): Segment[] => {
    if (kind === 'quote') {
      const inside = lines.map((line) => line.replace(QUOTED, '')).join('\n');
      return [{ kind, inside: parseLines(inside, options, true) }];
    }
    if (kind === 'list') {
      return [{ kind, items: lines.map((line) => parseInline(line.trim(), options)) }];
    }
    const inside = lines.join('\n');
    return inside.trim() === '' ? [] : [{ kind, inside: parseInline(inside, options) }];
  });
}

interface Run {
  readonly kind: 'lines' | 'quote' | 'list';
  readonly lines: string[];
}

function runs(lines: readonly string[], quoted: boolean): Run[] {
  const all: Run[] = [];
  for (const line of lines) {
    const kind = kindOf(line, quoted);
    const last = all.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else all.push({ kind, lines: [line] });
  }
  return all;
}

function kindOf(line: string, quoted: boolean): Run['kind'] {
  if (!quoted && QUOTED.test(line)) return 'quote';
  return BULLET.test(line) ? 'list' : 'lines';
}
