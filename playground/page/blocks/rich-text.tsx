import type { JSX } from 'preact';
import type { Block } from '../../protocol.ts';
import { EMOJI } from '../text/emoji.ts';
import { type Inline, safeUrl } from '../text/mrkdwn.ts';
import { isRecord, readBlocks, readString } from './read.ts';
import { Inlines } from './rich-words.tsx';
import { UnknownBlock } from './unknown-block.tsx';

/** A `rich_text` block: sections, lists, quotes and preformatted text. */
export function RichText({ block }: { readonly block: Block }): JSX.Element {
  return (
    <div class="block">
      {readBlocks(block.elements).map((element, index) => (
        <RichPart key={`part${index}`} part={element} />
      ))}
    </div>
  );
}

function RichPart({ part }: { readonly part: Block }): JSX.Element {
  const inside = <Inlines of={readBlocks(part.elements).map(inlineOf)} />;
  switch (part.type) {
    case 'rich_text_section':
      return <p class="lines">{inside}</p>;
    case 'rich_text_quote':
      return <blockquote class="lines">{inside}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{inside}</pre>;
    case 'rich_text_list':
      return <RichList part={part} />;
    default:
      return <UnknownBlock type={part.type} />;
  }
}

function RichList({ part }: { readonly part: Block }): JSX.Element {
  const items = readBlocks(part.elements).map((item, index) => (
    <li key={`item${index}`}>
      <Inlines of={readBlocks(item.elements).map(inlineOf)} />
    </li>
  ));
  return part.style === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function inlineOf(element: Block): Inline {
  const text = readString(element.text) ?? '';
  switch (element.type) {
    case 'text':
      return styled(element, text);
    case 'link': {
      const url = safeUrl(readString(element.url) ?? '');
      const label = text || (readString(element.url) ?? '');
      const inside = { kind: 'text', text: label } as const;
      return url === undefined ? inside : { kind: 'link', url, inside: [inside] };
    }
    case 'user':
      return { kind: 'user', id: readString(element.user_id) ?? '', label: '' };
    case 'channel':
      return { kind: 'channel', id: readString(element.channel_id) ?? '', label: '' };
    case 'broadcast':
      return { kind: 'broadcast', label: `@${readString(element.range) ?? ''}` };
    case 'emoji': {
      const name = readString(element.name) ?? '';
      return { kind: 'text', text: EMOJI[name] ?? `:${name}:` };
    }
    default:
      return { kind: 'text', text: `unknown element: ${element.type}` };
  }
}

function styled(element: Block, text: string): Inline {
  const style = isRecord(element.style) ? element.style : {};
  if (style.code === true) return { kind: 'code', text };
  return (['bold', 'italic', 'strike'] as const)
    .filter((kind) => style[kind] === true)
    .reduce<Inline>((inside, kind) => ({ kind, inside: [inside] }), { kind: 'text', text });
}
