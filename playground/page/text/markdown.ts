import { type Inline, type Segment, safeUrl } from './mrkdwn.ts';

/** The small part of standard Markdown that a `markdown` block needs, in the same tree. */
export function parseMarkdown(text: string): Segment[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map(paragraph);
}

function paragraph(part: string): Segment {
  const lines = part.split('\n');
  const heading = /^#{1,6} (.+)$/.exec(part);
  if (heading) {
    return { kind: 'lines', inside: [{ kind: 'bold', inside: inline(heading[1] ?? '') }] };
  }
  if (lines.every((line) => /^\s*(?:[-*]|\d+\.) /.test(line))) {
    const items = lines.map((line) => inline(line.trim().replace(/^[-*] /, '• ')));
    return { kind: 'list', items };
  }
  if (lines.every((line) => line.startsWith('>'))) {
    const inside = lines.map((line) => line.replace(/^> ?/, '')).join('\n');
    return { kind: 'quote', inside: [{ kind: 'lines', inside: inline(inside) }] };
  }
  return { kind: 'lines', inside: inline(part) };
}

const MARKS =
  /\*\*(?<bold>[^*\n]+)\*\*|~~(?<strike>[^~\n]+)~~|`(?<code>[^`\n]+)`|\*(?<italic>[^*\n]+)\*|\[(?<label>[^\]\n]+)\]\((?<url>[^)\s]+)\)/g;

function inline(text: string): Inline[] {
  const drawn: Inline[] = [];
  let at = 0;
  for (const found of text.matchAll(MARKS)) {
    if (found.index > at) drawn.push({ kind: 'text', text: text.slice(at, found.index) });
    drawn.push(marked(found[0], found.groups ?? {}));
    at = found.index + found[0].length;
  }
  if (at < text.length) drawn.push({ kind: 'text', text: text.slice(at) });
  return drawn;
}

function marked(whole: string, groups: Readonly<Record<string, string | undefined>>): Inline {
  for (const kind of ['bold', 'italic', 'strike'] as const) {
    const inside = groups[kind];
    if (inside !== undefined) return { kind, inside: inline(inside) };
  }
  if (groups.code !== undefined) return { kind: 'code', text: groups.code };
  const url = safeUrl(groups.url ?? '');
  if (url === undefined) return { kind: 'text', text: whole };
  return { kind: 'link', url, inside: [{ kind: 'text', text: groups.label ?? url }] };
}
