import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../playground/page/text/markdown.ts';
import {
  type Inline,
  parseMrkdwn,
  type Segment,
  safeUrl,
} from '../../../playground/page/text/mrkdwn.ts';

/** The tree in short: `b(words)`, `quote[…]`; what is plain stands as it is. */
function short(text: string, verbatim = true): string {
  return parseMrkdwn(text, { verbatim }).map(shortSegment).join(' ');
}

function shortSegment(segment: Segment): string {
  switch (segment.kind) {
    case 'pre':
      return `pre[${segment.text}]`;
    case 'quote':
      return `quote[${segment.inside.map(shortSegment).join(' ')}]`;
    case 'list':
      return `list[${segment.items.map(shortInlines).join('|')}]`;
    case 'lines':
      return shortInlines(segment.inside);
  }
}

function shortInlines(inlines: readonly Inline[]): string {
  return inlines.map(shortInline).join('');
}

function shortInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return `code(${inline.text})`;
    case 'link':
      return `link(${inline.url} ${shortInlines(inline.inside)})`;
    case 'user':
    case 'channel':
      return `${inline.kind}(${inline.id})`;
    case 'broadcast':
      return `all(${inline.label})`;
    default:
      return `${inline.kind}(${shortInlines(inline.inside)})`;
  }
}

describe('mrkdwn', () => {
  it.each([
    ['*bold* and _italic_ and ~gone~', 'bold(bold) and italic(italic) and strike(gone)'],
    ['*bold _and italic_*', 'bold(bold italic(and italic))'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
    ['* no bold * and _ none _', '* no bold * and _ none _'],
    ['`*as it is*`', 'code(*as it is*)'],
    ['before\n```\n*code*\n```\nafter', 'before\n pre[*code*] \nafter'],
    ['> said\n> • one\nafter', 'quote[said list[• one]] after'],
    ['&gt; said', 'quote[said]'],
    ['> > said', 'quote[> said]'],
    ['• one\n• two', 'list[• one|• two]'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['<https://example.org|the *page*>', 'link(https://example.org the *page*)'],
    [
      '<https://example.org/?a=1&amp;b=2>',
      'link(https://example.org/?a=1&b=2 https://example.org/?a=1&b=2)',
    ],
    ['<mailto:a@example.org|write>', 'link(mailto:a@example.org write)'],
    ['<tel:+441632960001|ring>', 'link(tel:+441632960001 ring)'],
    ['<javascript:alert(1)|press>', '<javascript:alert(1)|press>'],
    ['<data:text/html,x|press>', '<data:text/html,x|press>'],
    ['<@U1> in <#C1|news> <!here>', 'user(U1) in channel(C1) all(@here)'],
    [':wave: :no_such_emoji:', '👋 :no_such_emoji:'],
    ['<!date^1796403900^{date_num} {time}|later>', '04/12/2026 17:05'],
    ['<!date^1796403900^{unheard_of}|later>', 'later'],
    ['see https://example.org/a', 'see https://example.org/a'],
  ])('%j is %j', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it('links a bare address unless it is verbatim', () => {
    expect(short('see https://example.org/a.', false)).toBe(
      'see link(https://example.org/a https://example.org/a).',
    );
  });

  it('loses no word of a text, whatever is in it', () => {
    // No name of a kind in the short form has a "z".
    const marks = ['z', '*', '_', '~', '`', ' ', '\n', '<', '>', '&', ':', '•'];
    const count = (text: string): number => text.split('z').length - 1;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks)), (pieces) => {
        const text = pieces.join('');
        expect(count(short(text))).toBe(count(text));
      }),
    );
  });

  it('reads a long text of nothing but marks in the time of one keystroke', () => {
    const from = performance.now();
    for (const mark of ['*', '_', '<', '`', '> ', '*a ', '<a'])
      short(mark.repeat(50_000 / mark.length));
    expect(performance.now() - from).toBeLessThan(3000);
  });
});

describe('an address', () => {
  it.each(['https://example.org', 'http://example.org', 'mailto:a@example.org', 'tel:123'])(
    'that is opened: %s',
    (url) => expect(safeUrl(url)).toBe(url),
  );

  it.each([
    'javascript:alert(1)',
    ' jaVascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    '/act',
    'https://',
  ])('that is not: %s', (url) => expect(safeUrl(url)).toBeUndefined());
});

describe('a markdown block', () => {
  it.each([
    ['# Heading', 'bold(Heading)'],
    ['**bold** *italic* `code` ~~gone~~', 'bold(bold) italic(italic) code(code) strike(gone)'],
    ['- one\n- two', 'list[• one|• two]'],
    ['> said', 'quote[said]'],
    ['[here](https://example.org)', 'link(https://example.org here)'],
    ['[here](javascript:alert)', '[here](javascript:alert)'],
  ])('%j is %j', (text, expected) => {
    expect(parseMarkdown(text).map(shortSegment).join(' ')).toBe(expected);
  });
});
