import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PlaneIcon } from '../parts/icons.tsx';
import { draftAt, useDraft } from '../state/drafts.ts';
import { usePlay } from '../state/play.ts';
import { type Offer, offersFor } from './completion.ts';
import { OfferList } from './offer-list.tsx';
import { useSend } from './use-send.ts';

interface ComposerProps {
  readonly channel: string;
  readonly threadTs?: string;
  /** The box's name: "Message #newsroom". */
  readonly label: string;
}

/** The box for a message: Enter sends, Shift+Enter makes a line, "/" and "@" offer what fits. */
export function Composer({ channel, threadTs, label }: ComposerProps): JSX.Element {
  const { world } = usePlay();
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const place = `${world.me} ${channel} ${threadTs ?? ''}`;
  const [text, setText] = useDraft(place);
  const menu = useOffers(box, text);
  const complete = (offer: Offer): void => {
    setText(offer.text);
    menu.place(offer.caret);
  };
  const sendText = useSend(channel, threadTs, (failed) => {
    const since = draftAt(place);
    setText(since === '' ? failed : `${failed}\n${since}`);
  });
  const send = (): void => {
    if (text.trim() === '') return;
    setText('');
    sendText(text);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {menu.offers.length > 0 && (
        <OfferList id={id} offers={menu.offers} active={menu.active} onChoose={complete} />
      )}
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-controls={menu.offers.length > 0 ? id : undefined}
        aria-activedescendant={menu.active >= 0 ? `${id}-${menu.active}` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          menu.typed(event.currentTarget.selectionStart);
        }}
        onKeyDown={(event) => {
          if (event.isComposing || menu.onKey(event, complete)) return;
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          send();
        }}
      />
      <button
        type="submit"
        class="button primary post"
        aria-label={`Post to ${label.replace(/^Message /, '')}`}
      >
        <PlaneIcon />
      </button>
    </form>
  );
}

interface Offers {
  readonly offers: readonly Offer[];
  /** The one chosen with the arrows; -1 where none is, and then Enter sends. */
  readonly active: number;
  readonly typed: (caret: number) => void;
  /** Puts the caret there once the text is drawn, and the focus into the box. */
  readonly place: (caret: number) => void;
  /** True where the key was the menu's. */
  readonly onKey: (event: KeyboardEvent, complete: (offer: Offer) => void) => boolean;
}

function useOffers(box: { current: HTMLTextAreaElement | null }, text: string): Offers {
  const { world } = usePlay();
  const [caret, setCaret] = useState(text.length);
  const [active, setActive] = useState(-1);
  const [shut, setShut] = useState(true);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    box.current?.focus();
    box.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  const offers = shut ? [] : offersFor(text, caret, world);
  const close = (isShut: boolean): void => {
    setShut(isShut);
    setActive(-1);
  };
  return {
    offers,
    active: active < offers.length ? active : -1,
    typed: (at) => {
      setCaret(at);
      close(false);
    },
    place: (at) => {
      wanted.current = at;
      setCaret(at);
      close(true);
    },
    onKey: (event, complete) => {
      if (offers.length === 0) return false;
      const offer = offers[active];
      const next = movedTo(event.key, active, offers.length);
      if (next !== undefined) setActive(next);
      else if (event.key === 'Escape') close(true);
      else if (offer && completes(event)) complete(offer);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

/** The place in the menu that an arrow leads to; undefined for any other key. */
function movedTo(key: string, active: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return undefined;
}

function completes({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'Tab' || (key === 'Enter' && !shiftKey);
}
