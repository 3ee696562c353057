import type { JSX } from 'preact';
import type { Message } from '../../protocol.ts';
import { MenuButton } from '../parts/menu-button.tsx';
import { usePlay } from '../state/play.ts';
import { isReply } from '../state/screen.ts';

interface ToolsProps {
  readonly message: Message;
  readonly old: boolean;
  readonly replies: number | undefined;
}

/** What can be done with a message: its thread, why it says what it says, the app's shortcuts. */
export function MessageTools({ message, old, replies }: ToolsProps): JSX.Element {
  const { world, go, act } = usePlay();
  const { channel, ts, ephemeral } = message;
  const key = { channel, ts };
  const reply = isReply(message);
  const canReply = replies !== undefined && !ephemeral && !reply;
  return (
    <div class="tools">
      {replies !== undefined && replies > 0 && (
        <button type="button" class="tool replies" onClick={() => go({ thread: key, why: null })}>
          {replies === 1 ? '1 reply' : `${replies} replies`}
        </button>
      )}
      {message.hasWhy && !old && (
        <button type="button" class="tool why-button" onClick={() => go({ why: key })}>
          Why this answer
        </button>
      )}
      {replies !== undefined && reply && message.threadTs !== undefined && (
        <button
          type="button"
          class="tool"
          onClick={() => go({ thread: { channel, ts: message.threadTs ?? ts }, why: null })}
        >
          View thread
        </button>
      )}
      {canReply && replies === 0 && !old && (
        <button type="button" class="tool" onClick={() => go({ thread: key, why: null })}>
          Reply in thread
        </button>
      )}
      {world.shortcuts.length > 0 && !ephemeral && !old && (
        <MenuButton
          class="tool"
          name="More actions"
          content="⋯"
          items={world.shortcuts.map(({ callbackId, label }) => ({ key: callbackId, label }))}
          onChoose={(callbackId) => void act({ kind: 'shortcut', callbackId, channel, ts })}
        />
      )}
    </div>
  );
}
