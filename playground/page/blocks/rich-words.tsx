import type { JSX } from 'preact';
import { usePlay } from '../state/play.ts';
import { withEmoji } from '../text/emoji.ts';
import { type Inline, parseMrkdwn, type Segment, unescapeText } from '../text/mrkdwn.ts';
import type { TextObject } from './read.ts';

/** A text object: markup drawn, or plain text as it is. */
export function Words({ of }: { readonly of: TextObject }): JSX.Element {
  if (of.type === 'mrkdwn') {
    return <Segments of={parseMrkdwn(of.text, { verbatim: of.verbatim })} />;
  }
  return <p class="lines">{plainWords(of)}</p>;
}

/** A plain_text as Slack shows it: entities resolved, shortcodes drawn unless it says no. */
export function plainWords({ text, emoji }: TextObject): string {
  return unescapeText(emoji ? withEmoji(text) : text);
}

export function Segments({ of }: { readonly of: readonly Segment[] }): JSX.Element {
  return (
    <>
      {of.map((segment, index) => (
        // A text's parts have no names; it is drawn anew as a whole where it changes.
        <OneSegment key={`${segment.kind}${index}`} of={segment} />
      ))}
    </>
  );
}

function OneSegment({ of }: { readonly of: Segment }): JSX.Element {
  switch (of.kind) {
    case 'pre':
      return <pre>{of.text}</pre>;
    case 'quote':
      return (
        <blockquote>
          <Segments of={of.inside} />
        </blockquote>
      );
    case 'list':
      return (
        <ul class="bullets">
          {of.items.map((item, index) => (
            <li key={`item${index}`}>
              <Inlines of={item} />
            </li>
          ))}
        </ul>
      );
    case 'lines':
      return (
        <p class="lines">
          <Inlines of={of.inside} />
        </p>
      );
  }
}

export function Inlines({ of }: { readonly of: readonly Inline[] }): JSX.Element {
  return (
    <>
      {of.map((inline, index) => (
        <OneInline key={`${inline.kind}${index}`} of={inline} />
      ))}
    </>
  );
}

function OneInline({ of }: { readonly of: Inline }): JSX.Element {
  switch (of.kind) {
    case 'text':
      return <>{of.text}</>;
    case 'code':
      return <code>{of.text}</code>;
    case 'bold':
      return (
        <strong>
          <Inlines of={of.inside} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines of={of.inside} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines of={of.inside} />
        </s>
      );
    case 'link':
      return (
        <a href={of.url} target="_blank" rel="noopener noreferrer">
          <Inlines of={of.inside} />
        </a>
      );
    default:
      return <Mention of={of} />;
  }
}

type Mentioned = Extract<Inline, { kind: 'user' | 'channel' | 'broadcast' }>;

function Mention({ of }: { readonly of: Mentioned }): JSX.Element {
  const { world } = usePlay();
  if (of.kind === 'broadcast') return <span class="mention">{of.label}</span>;
  if (of.kind === 'channel') {
    const channel = world.channels.find(({ id }) => id === of.id);
    return <span class="mention">#{channel?.name ?? (of.label || of.id)}</span>;
  }
  const person = [world.bot, ...world.people].find(({ id }) => id === of.id);
  return <span class="mention">@{person?.name ?? (of.label || of.id)}</span>;
}
