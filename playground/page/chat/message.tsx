import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Message } from '../../protocol.ts';
import { BlockArea } from '../blocks/block-area.tsx';
import { Blocks } from '../blocks/blocks.tsx';
import { Words } from '../blocks/rich-words.tsx';
import { EyeIcon } from '../parts/icons.tsx';
import type { Shown } from '../state/screen.ts';
import { instantOfTs, timeInWords } from '../text/london.ts';
import { LongText } from './long-text.tsx';
import { MessageTools } from './message-tools.tsx';

interface MessageProps {
  readonly shown: Shown;
  /** True for a message of a server that is no more: it can be read, and that is all. */
  readonly old: boolean;
  /** How many replies hang on it; undefined inside a thread. */
  readonly replies?: number;
}

/** One message as Slack draws it. */
export function MessageItem({ shown, old, replies }: MessageProps): JSX.Element {
  const { message } = shown;
  const { author } = message;
  const id = useId();
  const at = instantOfTs(message.ts);
  return (
    <article
      class="message"
      data-ts={message.ts}
      data-ephemeral={message.ephemeral}
      tabIndex={-1}
      aria-labelledby={id}
    >
      <span class={`avatar ${author.isBot ? 'bot' : ''}`} aria-hidden="true">
        {author.name.slice(0, 1).toUpperCase()}
      </span>
      <div class="message-body">
        {message.ephemeral && (
          <p class="only-you">
            <EyeIcon /> Only visible to you
          </p>
        )}
        <p class="message-head" id={id}>
          <strong>{author.name}</strong>
          {author.isBot && <span class="badge">APP</span>}
          <time dateTime={new Date(at).toISOString()}>{timeInWords(at)}</time>
        </p>
        <MessageWords message={message} old={old} />
        {message.edited && <small class="edited">(edited)</small>}
        <MessageTools message={message} old={old} replies={replies} />
      </div>
    </article>
  );
}

function MessageWords({ message, old }: { readonly message: Message; readonly old: boolean }) {
  const { channel, ts, blocks, text, author } = message;
  if (!author.isBot) return <LongText text={text} />;
  return (
    <BlockArea place={{ kind: 'message', channel, ts }} disabled={old}>
      {blocks.length > 0 ? (
        <Blocks of={blocks} />
      ) : (
        <Words of={{ type: 'mrkdwn', text, verbatim: false, emoji: true }} />
      )}
    </BlockArea>
  );
}
