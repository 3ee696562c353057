import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { ScrollArea } from '../parts/scroll-area.tsx';
import { usePlay } from '../state/play.ts';
import { isReply, type Shown } from '../state/screen.ts';
import { dayInWords, instantOfTs } from '../text/london.ts';
import { MessageItem } from './message.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useScrollToNew } from './use-scroll-to-new.ts';

interface ListProps {
  readonly label: string;
  readonly items: readonly Shown[];
  /** In a channel: everything that was said there, to count the replies. */
  readonly all?: readonly Shown[];
  readonly empty: string;
}

/** Messages, the oldest first, with the days and the server's restarts between them. */
export function MessageList({ label, items, all, empty }: ListProps): JSX.Element {
  const { world } = usePlay();
  const list = useRef<HTMLElement>(null);
  useScrollToNew(list, items);
  const focus = useKeptFocus(list);
  const last = items.at(-1);
  return (
    <ScrollArea area={list} class="messages" label={label} {...focus}>
      {items.length === 0 && <p class="empty">{empty}</p>}
      {items.map((shown, index) => (
        <div key={`${shown.instance} ${shown.message.ts}`} class="message-row">
          <Between before={items[index - 1]} shown={shown} />
          <MessageItem
            shown={shown}
            old={shown.instance !== world.instance}
            {...(all ? { replies: repliesTo(shown, all) } : {})}
          />
        </div>
      ))}
      {last && last.instance !== world.instance && <Restarted />}
    </ScrollArea>
  );
}

function repliesTo({ message, instance }: Shown, all: readonly Shown[]): number {
  return all.filter(
    (other) =>
      other.instance === instance &&
      isReply(other.message) &&
      other.message.threadTs === message.ts,
  ).length;
}

function Between({ before, shown }: { readonly before: Shown | undefined; readonly shown: Shown }) {
  const dayOf = ({ message }: Shown): string => dayInWords(instantOfTs(message.ts));
  const day = dayOf(shown);
  return (
    <>
      {before && before.instance !== shown.instance && <Restarted />}
      {(before === undefined || dayOf(before) !== day) && <p class="between">{day}</p>}
    </>
  );
}

function Restarted(): JSX.Element {
  return <p class="between restarted">The playground was restarted</p>;
}
